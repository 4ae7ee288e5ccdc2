import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { EventName, Events } from '../../electron/ipc/contract.ts';
import type { RunId, RunState } from '../../electron/ipc/run.ts';
import { Explorer } from '../../electron/main/explorer.ts';
import { LibraryService } from '../../electron/main/library-service.ts';
import { ModelObserver } from '../../electron/main/model-observer.ts';
import { RunService } from '../../electron/main/run-service.ts';
import { RunSurveyor } from '../../electron/main/run-surveyor.ts';
import { StepExplainer } from '../../electron/main/step-explainer.ts';
import { SweepService } from '../../electron/main/sweep-service.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { assets, columnsOf, type Columns } from './experiments.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { workerScript } from './worker-script.ts';

type Told = { [E in EventName]: { readonly event: E; readonly payload: Events[E] } }[EventName];

/** Run service, real store, real workers: all of main but Electron. */
export class RunWorld {
  readonly folder: string;
  readonly told: Told[] = [];
  readonly logged: string[] = [];
  store: Store;
  service: RunService;
  readonly explorer: Explorer;
  readonly explainer: StepExplainer;
  readonly surveyor: RunSurveyor;
  readonly observer: ModelObserver;
  readonly sweeps: SweepService;
  library: LibraryService;
  #workerScript: URL;
  readonly #around: (store: Store) => Store;

  /** `around` may put something between service and store. */
  constructor({
    workerScript: script = workerScript,
    around = (store: Store): Store => store,
  }: { workerScript?: URL; around?: (store: Store) => Store } = {}) {
    this.folder = temporaryFolder();
    this.#workerScript = script;
    this.#around = around;
    this.store = this.#openStore();
    this.service = this.#createService();
    this.library = this.#createLibrary();
    this.explorer = new Explorer(script);
    const read: Pick<Store, 'readRun' | 'readConfig' | 'readCheckpoint'> = {
      readRun: (id) => this.store.readRun(id),
      readConfig: (id) => this.store.readConfig(id),
      readCheckpoint: (id, atMost) => this.store.readCheckpoint(id, atMost),
    };
    this.explainer = new StepExplainer({ workerScript: script, assets, store: read });
    this.surveyor = new RunSurveyor({ workerScript: script, assets, store: read });
    this.observer = new ModelObserver({
      workerScript: script,
      assets,
      store: read,
      runs: { snapshot: (id) => this.service.snapshot(id) },
    });
    this.sweeps = new SweepService({
      workerScript: script,
      assets,
      runsGoOn: () => this.service.liveIds.length > 0,
      emit: (event, payload) => void this.told.push({ event, payload } as Told),
    });
    onTestFinished(async () => {
      await this.explorer.shutdown();
      await this.explainer.shutdown();
      await this.surveyor.shutdown();
      await this.observer.shutdown();
      await this.sweeps.shutdown();
      await this.quit();
    });
  }

  get libraryPath(): string {
    return join(this.folder, 'data', 'library.db');
  }

  start(...configs: readonly ExperimentConfig[]): readonly RunId[] {
    return this.startAt(null, ...configs);
  }

  startAt(pace: number | null, ...configs: readonly ExperimentConfig[]): readonly RunId[] {
    const runs = configs.map((config, i) => ({ name: `run ${i}`, config }));
    return this.service.start({ name: 'test', runs, pace }).runIds;
  }

  /** Resolves when the page has been told something; looks at what it was told before, too. */
  async until<E extends EventName>(
    event: E,
    suits: (payload: Events[E]) => boolean,
  ): Promise<Events[E]> {
    for (;;) {
      const found = this.of(event).find(suits);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  untilState(id: RunId, ...states: readonly RunState[]): Promise<Events['run:status']> {
    return this.until('run:status', (told) => told.id === id && states.includes(told.state));
  }

  of<E extends EventName>(event: E): readonly Events[E][] {
    return this.told
      .filter((told) => told.event === event)
      .map((told) => told.payload as Events[E]);
  }

  states(id: RunId): readonly RunState[] {
    return this.of('run:status')
      .filter((told) => told.id === id)
      .map(({ state }) => state);
  }

  stored(id: RunId): Columns {
    const { series } = this.store.readRun(id);
    return columnsOf(series.flatMap(({ metric }) => this.store.readValues(id, metric)));
  }

  /** What the page was sent of a run while it went on. */
  shown(id: RunId): Columns {
    const sent = this.of('run:chunks').filter((told) => told.id === id);
    return columnsOf(sent.flatMap(({ chunks }) => chunks));
  }

  /** Quits as the app does; safe to call twice. */
  async quit(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    await this.service.shutdown();
    this.store.close();
  }
  #over = false;

  /** Quits and starts again with the same library, with other workers if they are given. */
  async restart(script: URL = this.#workerScript): Promise<void> {
    await this.quit();
    this.#workerScript = script;
    this.#over = false;
    this.told.length = 0;
    this.store = this.#openStore();
    this.service = this.#createService();
    this.library = this.#createLibrary();
  }

  #createLibrary(): LibraryService {
    return new LibraryService({
      store: this.store,
      emit: (event, payload) => void this.told.push({ event, payload } as Told),
    });
  }

  #openStore(): Store {
    return this.#around(openStore({ path: this.libraryPath, now: Date.now }));
  }

  #createService(): RunService {
    return new RunService({
      store: this.store,
      engineVersion: 'test',
      workerScript: this.#workerScript,
      assets,
      emit: (event, payload) => void this.told.push({ event, payload } as Told),
      log: (_level, message) => void this.logged.push(message),
    });
  }
}
