import type { Assets } from '../../core/datasets/dataset.ts';
import type { Events, Handlers } from '../ipc/contract.ts';
import type { Store } from '../store/store.ts';
import { BackupKeeper } from './backup-keeper.ts';
import { RunExporter } from './run-exporter.ts';
import { ExperimentExporter } from './experiment-exporter.ts';
import { ExperimentImporter } from './experiment-importer.ts';
import { Explorer } from './explorer.ts';
import type { GivenFiles } from './given-files.ts';
import { createHandlers, type Backups, type Platform } from './handlers.ts';
import type { Session } from './library-desk.ts';
import { LibraryService } from './library-service.ts';
import { ModelObserver } from './model-observer.ts';
import type { PreferenceKeeper } from './preferences.ts';
import { RunService } from './run-service.ts';
import { RunSurveyor } from './run-surveyor.ts';
import { SaveQuestion } from './save-question.ts';
import { StepExplainer } from './step-explainer.ts';
import { SweepService } from './sweep-service.ts';
import { TrashKeeper, type TrashKeeperOptions } from './trash-keeper.ts';

export interface SessionOptions {
  readonly store: Store;
  /** The library file and the folder of its backups. */
  readonly path: string;
  readonly backupFolder: string;
  readonly engineVersion: string;
  readonly workerScript: URL;
  readonly verifierScript: URL;
  readonly fileWorkerScript: URL;
  /** What writes files of runs: `Downhill 0.1.0`. */
  readonly generator: string;
  readonly given: GivenFiles;
  readonly assets: Assets;
  readonly preferences: PreferenceKeeper;
  readonly platform: Platform;
  /** What the page may ask about backups. */
  readonly desk: Backups;
  readonly askEmptying: Pick<TrashKeeperOptions, 'confirm' | 'confirmUnsaved'>;
  readonly backupsChanged: () => void;
  readonly emit: <E extends keyof Events>(event: E, payload: Events[E]) => void;
  readonly log: (level: 'info' | 'error', message: string) => void;
}

/** An open library and everything that works on it, from its opening to its end. */
export interface LibrarySession extends Session {
  readonly handlers: Handlers;
}

export function openSession(options: SessionOptions): LibrarySession {
  const { store, workerScript, assets, preferences, platform, emit, log } = options;
  const logError = (message: string): void => log('error', message);
  const explorer = new Explorer(workerScript);
  const explainer = new StepExplainer({ workerScript, assets, store });
  const surveyor = new RunSurveyor({ workerScript, assets, store });
  const { engineVersion } = options;
  const runs = new RunService({ store, engineVersion, workerScript, assets, emit, log });
  const observer = new ModelObserver({ workerScript, assets, store, runs });
  const runsGoOn = (): boolean => runs.liveIds.length > 0;
  const sweeps = new SweepService({ workerScript, assets, runsGoOn, emit });
  const library = new LibraryService({ store, emit });
  const backups = new BackupKeeper({
    store,
    library: options.path,
    folder: options.backupFolder,
    verifierScript: options.verifierScript,
    now: Date.now,
    changed: options.backupsChanged,
    log,
  });
  const trash = new TrashKeeper({
    store,
    ...options.askEmptying,
    backUp: () => backups.make('trash'),
    gone: (ids) => library.gone(ids),
    log: logError,
  });
  const question = new SaveQuestion((name, kind) => platform.askSavePath(name, kind));
  const { generator, given, fileWorkerScript: script } = options;
  const runExporter = new RunExporter(store, question);
  const exporter = new ExperimentExporter({ store, question, generator, emit });
  const importer = new ExperimentImporter({
    store,
    script,
    given,
    askPath: () => platform.askFile(),
    askAgain: (file, known) => platform.askImportAgain(file, known),
    // The keeper tells why one could not be made.
    backUp: () => backups.make('import').catch(() => null),
    came: (ids) => library.arrived(ids),
    left: () => trash.sweep(),
  });
  const files = { question, runExporter, exporter, importer };
  const parts = { store, runs, library, trash, explorer, explainer, surveyor, observer, sweeps };
  const services = [
    ...[backups, trash, runs, explorer, explainer, surveyor, observer, sweeps],
    ...[runExporter, exporter, importer],
  ];
  return {
    handlers: createHandlers({ ...parts, ...files, backups: options.desk, preferences, platform }),
    backups,
    get runs() {
      return store.searchRuns('').length;
    },
    get live() {
      return runs.liveIds.length;
    },
    start: () => {
      trash.start();
      backups.start();
    },
    shutdown: async () => {
      // Whatever one of them ends with, the library is closed when all have stopped.
      const ends = await Promise.allSettled(services.map(async (service) => service.shutdown()));
      store.close();
      const failed = ends.find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    },
  };
}
