import type { Assets } from '../../core/datasets/dataset.ts';
import type { Continued, Extension } from '../ipc/continuing.ts';
import type { Events } from '../ipc/contract.ts';
import type { ExperimentAddition, ExperimentPlan, StartedExperiment } from '../ipc/experiment.ts';
import { AppError, dataOf } from '../ipc/reply.ts';
import { totalStepsOf, type RunId } from '../ipc/run.ts';
import { groupBy } from '../store/group-by.ts';
import type { NewRun, Store } from '../store/store.ts';
import type { Snapshot } from '../worker/protocol.ts';
import { expectBelonging } from './added-runs.ts';
import { AfterRun } from './after-run.ts';
import { checkpointOf, continuationOf, lifeAgain } from './continuation.ts';
import { expectComputed } from '../ipc/expect-computed.ts';
import { expectFinished, extensionOf, type ExtensionSurroundings } from './extension.ts';
import { LiveRuns, type Beginning } from './live-runs.ts';
import { toldApart } from './told-apart.ts';

export interface RunServiceOptions {
  readonly store: Store;
  readonly engineVersion: string;
  readonly workerScript: URL;
  readonly assets: Assets;
  readonly emit: <E extends keyof Events>(event: E, payload: Events[E]) => void;
  readonly log: (level: 'info' | 'error', message: string) => void;
}

/** How runs begin: for the first time, once more, or where they had ended. Knows nothing of Electron. */
export class RunService {
  readonly #options: RunServiceOptions;
  readonly #live: LiveRuns;

  constructor(options: RunServiceOptions) {
    this.#options = options;
    const after = new AfterRun({ ...options, shuttingDown: () => this.#live.shuttingDown });
    this.#live = new LiveRuns({ ...options, ended: (id, rerunOf) => after.ended(id, rerunOf) });
  }

  /** Main's longest stretch without listening since runs were last started from idle, in milliseconds. */
  get longestGap(): number {
    return this.#live.longestGap;
  }
  get liveIds(): readonly RunId[] {
    return this.#live.ids;
  }

  start({ name, runs, pace, race }: ExperimentPlan): StartedExperiment {
    return this.#startRuns(name, runs, pace, race);
  }

  /**
   * Starts runs beside those of an experiment, under names that none of them has; throws AppError where they do not
   * belong there.
   */
  add({ beside, runs, pace }: ExperimentAddition): StartedExperiment {
    const { store, engineVersion } = this.#options;
    const there = store.readExperiment(beside);
    expectBelonging(runs, there);
    const named = toldApart(runs, there);
    return this.#begun(named, pace, () => store.addRuns(beside, named, engineVersion));
  }

  /** Starts runs once more; when one has ended it is compared with the one it repeats. */
  again(ids: readonly RunId[], pace: number | null): StartedExperiment {
    const { store } = this.#options;
    const runs = ids.map((id) => expectComputed(store.readRun(id).run));
    const [first] = runs;
    const repeated = runs.map(({ id, name, config }) => ({ name, config, rerunOf: id }));
    return this.#startRuns(first!.experimentName, repeated, pace, first!.race ?? undefined);
  }

  /**
   * Goes on with runs that had ended before their time, from their newest checkpoints, to the bits they would have
   * had: what had been stored behind them is computed again and compared, and nothing is replaced. The last bit of
   * exp differs between engines, so that of a run of another engine this could not be promised: there a new run
   * begins at the checkpoint, and the old one keeps its points.
   */
  continue(ids: readonly RunId[], pace: number | null): Continued {
    const { store, emit } = this.#options;
    for (const id of ids) if (this.#live.has(id)) this.#live.expect(id, []);
    const all = ids.map((id) => ({ id, ...continuationOf(store, id, this.#options) }));
    this.#live.expectRoom(all.length);
    const inPlace = all.flatMap((one) => (one.kind === 'in-place' ? one : []));
    const asNew = all.flatMap((one) => (one.kind === 'as-new' ? one.run : []));
    for (const { id, life, event } of inPlace) {
      const stored = store.continueRun(id, event);
      this.#goOn({ id, pace, ...life });
      emit('run:event', { id, event: stored });
    }
    return { inPlace: inPlace.map(({ id }) => id), asNew: this.#startResumed(asNew, pace) };
  }

  /** Whether each of these runs can go on for so many more steps, and why not. */
  async extensions(ids: readonly RunId[], steps: number): Promise<readonly Extension[]> {
    const { store } = this.#options;
    const found: Extension[] = [];
    for (const id of ids) {
      const detail = store.readRun(id);
      const totalSteps = totalStepsOf(detail.run) + steps;
      const refusal = await extensionOf(detail, steps, this.#surroundings).then(
        () => null,
        (error: unknown) => {
          if (!(error instanceof AppError)) throw error;
          return dataOf(error);
        },
      );
      found.push({ id, totalSteps, refusal });
    }
    return found;
  }

  /**
   * Goes on with finished runs beyond their last step; where one cannot, none does. Each is committed by itself.
   */
  async extend(ids: readonly RunId[], steps: number, pace: number | null): Promise<void> {
    const { store, emit, assets } = this.#options;
    const plans = [];
    for (const id of ids) {
      plans.push({ id, config: await extensionOf(store.readRun(id), steps, this.#surroundings) });
    }
    this.#live.expectRoom(plans.length);
    // Others may have had their turn meanwhile: the same run asked for twice, or put into the trash.
    for (const { id, config } of plans) this.#expectAsFinished(id, config.totalSteps - steps);
    for (const { id, config } of plans) {
      const from = checkpointOf(store, { id, config }, assets, config.totalSteps - steps);
      const event = store.extendRun(id, config, from?.step ?? 0);
      this.#goOn({ id, pace, ...lifeAgain(store, store.readRun(id), from) });
      emit('run:event', { id, event });
    }
  }

  pause(id: RunId): void {
    this.#live.pause(id);
  }
  resume(id: RunId): void {
    this.#live.resume(id);
  }
  stop(id: RunId): void {
    this.#live.stop(id);
  }
  setPace(id: RunId, stepsPerSecond: number | null): void {
    this.#live.setPace(id, stepsPerSecond);
  }
  /** Where a run that goes on is just now; null where none goes on, or it ends before it can tell. */
  snapshot(id: RunId): Promise<Snapshot | null> {
    return this.#live.snapshot(id);
  }
  /** Ends everything without a question; all that is known is committed. Takes at most about two seconds. */
  shutdown(): Promise<void> {
    return this.#live.shutdown();
  }

  get #surroundings(): ExtensionSurroundings {
    const { engineVersion, assets } = this.#options;
    const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    return { engineVersion, assets, breathe };
  }

  #startRuns(
    name: string,
    runs: readonly NewRun[],
    pace: number | null,
    race: ExperimentPlan['race'],
  ): StartedExperiment {
    const { store, engineVersion } = this.#options;
    const named = toldApart(runs, []);
    return this.#begun(named, pace, () => store.createExperiment(name, named, engineVersion, race));
  }

  /** Lets runs begin that are written down where there is room for them. */
  #begun(
    runs: readonly NewRun[],
    pace: number | null,
    write: () => StartedExperiment,
  ): StartedExperiment {
    this.#live.expectRoom(runs.length);
    const { store } = this.#options;
    const started = write();
    const beginnings = started.runIds.map((id, i): Beginning => {
      const { config, rerunOf = null, checkpoint } = runs[i]!;
      const step = checkpoint?.step ?? 0;
      const before = checkpoint ? lifeAgain(store, store.readRun(id), checkpoint).before : null;
      return { id, config, step, pace, before, rerunOf };
    });
    this.#live.begin(beginnings);
    return started;
  }

  /** Runs that were together are together again. */
  #startResumed(
    runs: readonly (NewRun & { readonly resumedFrom: RunId })[],
    pace: number | null,
  ): Continued['asNew'] {
    const { store } = this.#options;
    const summaryOf = (id: RunId) => store.readRun(id).run;
    const groups = groupBy(runs, ({ resumedFrom }) => summaryOf(resumedFrom).experimentId);
    return [...groups.values()].flatMap((group) => {
      const { experimentName, race } = summaryOf(group[0]!.resumedFrom);
      const { runIds } = this.#startRuns(experimentName, group, pace, race ?? undefined);
      return group.map(({ resumedFrom }, i) => ({ from: resumedFrom, id: runIds[i]! }));
    });
  }

  #goOn(begin: Beginning): void {
    const { id, step } = begin;
    const status = { id, state: 'queued', reason: null, step, result: null, error: null } as const;
    this.#options.emit('run:status', status);
    this.#live.begin([begin]);
  }

  /** Finished, with as many steps as it had when it was looked at, and not in the trash. */
  #expectAsFinished(id: RunId, totalSteps: number): void {
    const detail = this.#options.store.readRun(id);
    const { config } = expectFinished(detail);
    if (config.totalSteps === totalSteps) return;
    throw new AppError('superseded', `run ${id} has ${config.totalSteps} steps by now`);
  }
}
