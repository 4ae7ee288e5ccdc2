import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Assets } from '../../core/datasets/dataset.ts';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { RunResult } from '../../core/training/trainer.ts';
import type { Events } from '../ipc/contract.ts';
import type { ExperimentPlan, StartedExperiment } from '../ipc/experiment.ts';
import type { RunId, RunState, RunStatus, StateReason } from '../ipc/run.ts';
import { AppError } from '../ipc/reply.ts';
import type { NewRun, Store } from '../store/store.ts';
import type { Snapshot, WorkerEvent } from '../worker/protocol.ts';
import { compareRuns } from './compare-runs.ts';
import { continuationOf } from './continuation.ts';
import { startWorker, type LifeBefore, type LiveRun } from './live-run.ts';
import { PageFeed } from './page-feed.ts';
import { NotReproducedError } from './recomputation.ts';
import { StorageClock } from './storage-clock.ts';
import { Watchdog } from './watchdog.ts';

/** Interactive runs that own a worker; further ones wait. */
const POOL = 10;
/** A series with this many waiting points is written at once. */
const FLUSH_POINTS = 4096;
const QUIT_LIMIT_MS = 2_000;
const MOST_WAITING_RUNS = 64;

export interface RunServiceOptions {
  readonly store: Store;
  readonly engineVersion: string;
  readonly workerScript: URL;
  readonly assets: Assets;
  readonly emit: <E extends keyof Events>(event: E, payload: Events[E]) => void;
  readonly log: (level: 'info' | 'error', message: string) => void;
}

/**
 * Runs from start to end: gives them workers, brings their numbers to the store and to the page, and
 * survives their deaths. Knows nothing of Electron.
 */
export class RunService {
  readonly #options: RunServiceOptions;
  readonly #live = new Map<RunId, LiveRun>();
  readonly #storage: StorageClock;
  readonly #feed: PageFeed;
  readonly #watchdog = new Watchdog();
  readonly #gaps = monitorEventLoopDelay({ resolution: 5 });
  #shuttingDown = false;

  constructor(options: RunServiceOptions) {
    this.#options = options;
    this.#storage = new StorageClock({
      store: options.store,
      failing: (message) => {
        options.log('error', `the library cannot be written: ${message}`);
        options.emit('store:failing', { message });
      },
    });
    this.#feed = new PageFeed((chunks) => options.emit('run:chunks', chunks));
    this.#gaps.enable();
  }

  /** Main's longest stretch without listening since runs were last started from idle, in milliseconds. */
  get longestGap(): number {
    return this.#gaps.max / 1e6;
  }

  get liveIds(): readonly RunId[] {
    return [...this.#live.keys()];
  }

  start({ name, runs, pace, race }: ExperimentPlan): StartedExperiment {
    return this.#startRuns(name, runs, pace, race);
  }

  /** Starts runs once more; when one has ended it is compared with the one it repeats. */
  again(ids: readonly RunId[], pace: number | null): StartedExperiment {
    const { store } = this.#options;
    const runs = ids.map((id) => store.readRun(id).run);
    const [first] = runs;
    const repeated = runs.map(({ id, name, config }) => ({ name, config, rerunOf: id }));
    return this.#startRuns(first!.experimentName, repeated, pace, first!.race ?? undefined);
  }

  #startRuns(
    name: string,
    runs: readonly NewRun[],
    pace: number | null,
    race: ExperimentPlan['race'],
  ): StartedExperiment {
    this.#expectRoom(runs.length);
    const { store, engineVersion } = this.#options;
    const started = store.createExperiment(name, runs, engineVersion, race);
    started.runIds.forEach((id, i) => {
      const { config, rerunOf = null } = runs[i]!;
      this.#enqueue({ id, config, step: 0, pace, before: null, rerunOf });
    });
    this.#fillPool();
    return started;
  }

  /**
   * Goes on with a run that had ended before its time, from its newest checkpoint, to the bits it would have
   * had. What had been stored behind the checkpoint is computed again and compared; nothing is replaced.
   */
  continue(id: RunId, pace: number | null): void {
    if (this.#live.has(id)) this.#expect(id, []);
    const { store, engineVersion } = this.#options;
    const { event, ...begin } = continuationOf(store, id, engineVersion);
    this.#expectRoom(1);
    store.continueRun(id, event);
    this.#enqueue({ id, pace, ...begin });
    const { step } = begin;
    const status = { id, state: 'queued', reason: null, step, result: null, error: null } as const;
    this.#options.emit('run:status', status);
    this.#fillPool();
  }

  pause(id: RunId): void {
    const run = this.#expect(id, ['running']);
    run.client?.send({ kind: 'pause' });
    this.#setState(run, 'pausing', 'user');
  }

  resume(id: RunId): void {
    const run = this.#expect(id, ['paused', 'pausing']);
    run.client?.send({ kind: 'resume' });
    this.#setState(run, 'running', null);
  }

  stop(id: RunId): void {
    const run = this.#expect(id, ['queued', 'running', 'pausing', 'paused']);
    if (run.client) run.client.send({ kind: 'stop' });
    else this.#finish(run, 'stopped', 'user', null, null);
  }

  setPace(id: RunId, stepsPerSecond: number | null): void {
    const run = this.#expect(id, ['queued', 'running', 'pausing', 'paused']);
    run.pace = stepsPerSecond;
    run.client?.send({ kind: 'pace', stepsPerSecond });
  }

  /** Where a run that goes on is just now; null where none goes on, or it ends before it can tell. */
  snapshot(id: RunId): Promise<Snapshot | null> {
    const run = this.#live.get(id);
    if (!run?.client) return Promise.resolve(null);
    run.client.send({ kind: 'snapshot' });
    return new Promise((resolve) => run.snapshots.push(resolve));
  }

  /**
   * Ends everything without a question: workers hand over their last batch and checkpoint, unfinished
   * runs are marked interrupted, all of it is committed. Takes at most about two seconds.
   */
  async shutdown(): Promise<void> {
    this.#shuttingDown = true;
    this.#storage.stop();
    for (const run of this.#live.values()) {
      run.quitting = true;
      if (run.client) {
        // From here on time decides: what hangs now was interrupted, and can be resumed.
        this.#watchdog.forget(run.client);
        run.client.send({ kind: 'stop' });
      } else this.#finish(run, 'interrupted', 'quit', null, null);
    }
    const limit = performance.now() + QUIT_LIMIT_MS;
    while (this.#withWorker() > 0 && performance.now() < limit) await rest(10);
    const ends = [...this.#live.values()].map((run) => {
      const end = run.client?.terminate();
      this.#finish(run, 'interrupted', 'quit', null, null);
      return end;
    });
    this.#gaps.disable();
    this.#feed.flush();
    this.#storage.flushAll();
    await Promise.all(ends);
  }

  #withWorker(): number {
    return [...this.#live.values()].filter(({ client }) => client !== null).length;
  }

  #fillPool(): void {
    for (const run of this.#live.values()) {
      if (this.#shuttingDown || this.#withWorker() >= POOL) return;
      if (run.client !== null || run.state !== 'queued') continue;
      startWorker(run, this.#options.workerScript, this.#options.assets, {
        event: (_run, event) => this.#onEvent(run, event),
        died: (_run, reason, message) => this.#finish(run, 'failed', reason, message, null),
      });
      this.#watchdog.watch(run.client!, {
        hasBegun: () => run.begun,
        fell: (illness, message) => this.#endByForce(run, illness, message),
      });
      this.#setState(run, 'running', null);
    }
  }

  /** Ends a run whose worker does not end by itself. */
  #endByForce(run: LiveRun, reason: StateReason, message: string): void {
    void run.client?.terminate();
    this.#finish(run, 'failed', reason, message, null);
  }

  #onEvent(run: LiveRun, event: WorkerEvent): void {
    switch (event.kind) {
      case 'running':
        // Told when it was asked for: this answer may be older than the next request.
        return;
      case 'explored':
      case 'explained':
      case 'viewed':
      case 'surveyed':
      case 'tried':
        // Nobody asks the worker of a run for these.
        return;
      case 'paused':
        run.step = Math.max(run.step, event.step);
        if (run.state !== 'running') this.#setState(run, 'paused', 'user');
        return;
      case 'batch':
        this.#onBatch(run, event);
        return;
      case 'snapshot':
        run.snapshots.shift()?.(event.snapshot);
        return;
      case 'failed': {
        const { name, message, stack } = event.error;
        this.#options.log('error', `run ${run.id} failed: ${stack}`);
        this.#finish(run, 'failed', 'worker-error', `${name}: ${message}`, null);
        return;
      }
      case 'ended': {
        const { outcome } = event;
        const result = event.step < run.step ? null : event.result;
        run.step = Math.max(run.step, event.step);
        if (outcome) this.#finish(run, outcome.status, outcome.reason, null, result);
        else if (run.quitting) this.#finish(run, 'interrupted', 'quit', null, result);
        else this.#finish(run, 'stopped', 'user', null, result);
      }
    }
  }

  #onBatch(run: LiveRun, batch: Extract<WorkerEvent, { kind: 'batch' }>): void {
    run.begun = true;
    const chunks = run.before ? this.#newOf(run, run.before, batch) : batch.chunks;
    if (!chunks) return;
    const { checkpoint } = batch;
    const points = Math.max(0, ...chunks.map(({ values }) => values.length));
    const step = Math.max(run.step, batch.step);
    run.step = step;
    run.waitingPoints += points;
    // The worker goes on when its batch is both stored and shown: it can outrun neither disk nor page.
    const acknowledge = whenBoth(() => run.client?.send({ kind: 'acknowledge', batches: 1 }));
    this.#feed.add(run.id, step, chunks, acknowledge);
    this.#storage.push(
      {
        id: run.id,
        step,
        chunks,
        checkpoint,
        committed: () => {
          run.waitingPoints -= points;
          acknowledge();
          this.#options.emit('run:saved', { id: run.id, step });
        },
      },
      run.waitingPoints >= FLUSH_POINTS,
    );
  }

  /** The part of a batch that is not stored; null where what is stored was not reproduced, or not read: that ends the run. */
  #newOf(
    run: LiveRun,
    { recomputation }: LifeBefore,
    { step, chunks }: Extract<WorkerEvent, { kind: 'batch' }>,
  ): readonly MetricChunk[] | null {
    try {
      const found = recomputation.newOf(chunks);
      if (recomputation.isOverAt(step)) run.before = null;
      return found;
    } catch (error) {
      const reason = error instanceof NotReproducedError ? 'not-reproduced' : 'worker-error';
      this.#endByForce(run, reason, error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  /** Ends a run's life here; its last state becomes durable behind its last numbers. */
  #finish(
    run: LiveRun,
    state: RunState,
    reason: StateReason | null,
    error: string | null,
    reached: RunResult | null,
  ): void {
    if (!this.#live.delete(run.id)) return;
    // Ended before it had come to its last stored step again, a run amounts to what it did there.
    const result = reached ?? run.before?.result ?? null;
    run.state = state;
    if (run.client) this.#watchdog.forget(run.client);
    run.client = null;
    for (const answer of run.snapshots.splice(0)) answer(null);
    const { id, step } = run;
    this.#storage.push(
      {
        id,
        step,
        chunks: [],
        checkpoint: null,
        state: { state, reason, error, result },
        committed: () => {
          this.#onEnded({ id, state, reason, step, result, error });
          if (run.rerunOf && !this.#shuttingDown) void this.#compare(id, run.rerunOf);
        },
      },
      true,
    );
    this.#fillPool();
  }

  #onEnded(status: RunStatus): void {
    this.#feed.flush();
    this.#options.emit('run:status', status);
    const gap = this.longestGap.toFixed(1);
    this.#options.log(
      'info',
      `run ${status.id} ${status.state} at ${status.step}; longest gap ${gap} ms`,
    );
    if (!this.#shuttingDown) setImmediate(() => this.#compact(status.id));
  }

  /** What comes of it is written down and told; it is not worth more than a line in the log where it fails. */
  async #compare(id: RunId, other: RunId): Promise<void> {
    const { store, emit, log } = this.#options;
    const breathe = async (): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#shuttingDown) throw new Error('the app is quitting');
    };
    try {
      const comparison = await compareRuns(store, id, other, breathe);
      const event = store.addEvent(id, { kind: 'compared', ...comparison });
      emit('run:event', { id, event });
    } catch (error) {
      log('info', `run ${id} was not compared: ${String(error)}`);
    }
  }

  #compact(id: RunId): void {
    if (this.#shuttingDown) return;
    try {
      this.#options.store.compact(id);
    } catch (error) {
      this.#options.log('error', `compacting run ${id}: ${String(error)}`);
    }
  }

  /** Told to the page once it is committed, so that what it reads is never older than what it was told. */
  #setState(run: LiveRun, state: RunState, reason: StateReason | null): void {
    run.state = state;
    const { id, step } = run;
    const status = { id, state, reason, step, result: null, error: null };
    this.#storage.push(
      {
        id,
        step,
        chunks: [],
        checkpoint: null,
        state: { state, reason, error: null, result: null },
        committed: () => this.#options.emit('run:status', status),
      },
      true,
    );
  }

  #enqueue(begin: Pick<LiveRun, 'id' | 'config' | 'step' | 'pace' | 'before' | 'rerunOf'>): void {
    if (this.#live.size === 0) this.#gaps.reset();
    const idle = { client: null, begun: false, waitingPoints: 0, snapshots: [], quitting: false };
    this.#live.set(begin.id, { ...begin, ...idle, state: 'queued' });
  }

  #expectRoom(count: number): void {
    const allowed = MOST_WAITING_RUNS - this.#live.size;
    if (count <= allowed) return;
    throw new AppError('too-many-runs', `${this.#live.size} runs are under way`, {
      given: String(count),
      allowed: String(allowed),
    });
  }

  #expect(id: RunId, states: readonly RunState[]): LiveRun {
    const run = this.#live.get(id);
    const state = run?.state ?? this.#options.store.readRun(id).run.state;
    if (run && states.includes(state)) return run;
    throw new AppError('wrong-state', `run ${id} is ${state}`, {
      state,
      allowed: states.join(', '),
    });
  }
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A function whose second call does the work. */
function whenBoth(work: () => void): () => void {
  let calls = 0;
  return () => {
    if (++calls === 2) work();
  };
}
