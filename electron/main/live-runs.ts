import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Assets } from '../../core/datasets/dataset.ts';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { RunResult } from '../../core/training/trainer.ts';
import type { Events } from '../ipc/contract.ts';
import {
  statesUnderWay,
  type RunId,
  type RunState,
  type RunStatus,
  type StateReason,
} from '../ipc/run.ts';
import { AppError } from '../ipc/reply.ts';
import type { Store } from '../store/store.ts';
import type { Snapshot, WorkerEvent } from '../worker/protocol.ts';
import { startWorker, type LifeBefore, type LiveRun } from './live-run.ts';
import { NotReproducedError } from './recomputation.ts';
import { RunDelivery } from './run-delivery.ts';
import { TrainingClock } from './training-clock.ts';
import { Watchdog } from './watchdog.ts';

/** Interactive runs that own a worker; further ones wait. */
const POOL = 10;
const QUIT_LIMIT_MS = 2_000;
const MOST_WAITING_RUNS = 64;

export interface LiveRunsOptions {
  readonly store: Store;
  readonly workerScript: URL;
  readonly assets: Assets;
  readonly emit: <E extends keyof Events>(event: E, payload: Events[E]) => void;
  readonly log: (level: 'info' | 'error', message: string) => void;
  /** A run has ended, and its end is committed and told; not called once the app quits. */
  readonly ended: (id: RunId, rerunOf: RunId | null) => void;
}

/** What a run begins, or goes on, with. */
export type Beginning = Pick<LiveRun, 'id' | 'config' | 'step' | 'pace' | 'before' | 'rerunOf'>;

/**
 * Runs that wait for a worker or have one: brings their numbers to the store and to the page, and survives their
 * deaths.
 */
export class LiveRuns {
  readonly #options: LiveRunsOptions;
  readonly #live = new Map<RunId, LiveRun>();
  readonly #delivery: RunDelivery;
  readonly #watchdog = new Watchdog();
  readonly #gaps = monitorEventLoopDelay({ resolution: 5 });
  #shuttingDown = false;

  constructor(options: LiveRunsOptions) {
    this.#options = options;
    this.#delivery = new RunDelivery(options);
    this.#gaps.enable();
  }

  /** Main's longest stretch without listening since runs were last started from idle, in milliseconds. */
  get longestGap(): number {
    return this.#gaps.max / 1e6;
  }
  get ids(): readonly RunId[] {
    return [...this.#live.keys()];
  }
  get shuttingDown(): boolean {
    return this.#shuttingDown;
  }

  has(id: RunId): boolean {
    return this.#live.has(id);
  }

  /** Throws AppError 'too-many-runs' where so many more may not wait. */
  expectRoom(count: number): void {
    const allowed = MOST_WAITING_RUNS - this.#live.size;
    if (count <= allowed) return;
    throw new AppError('too-many-runs', `${this.#live.size} runs are under way`, {
      given: String(count),
      allowed: String(allowed),
    });
  }

  /** Gives runs workers, as far as there are, in this order; the others wait. */
  begin(runs: readonly Beginning[]): void {
    for (const begin of runs) {
      if (this.#live.size === 0) this.#gaps.reset();
      const idle = { client: null, begun: false, waitingPoints: 0, snapshots: [], quitting: false };
      this.#live.set(begin.id, { ...begin, ...idle, state: 'queued' });
    }
    this.#fillPool();
  }

  pause(id: RunId): void {
    const run = this.expect(id, ['running']);
    run.client?.send({ kind: 'pause' });
    this.#setState(run, 'pausing', 'user');
  }

  resume(id: RunId): void {
    const run = this.expect(id, ['paused', 'pausing']);
    run.client?.send({ kind: 'resume' });
    this.#setState(run, 'running', null);
  }

  stop(id: RunId): void {
    const run = this.expect(id, statesUnderWay);
    if (run.client) run.client.send({ kind: 'stop' });
    else this.#finish(run, 'stopped', 'user', null, null);
  }

  setPace(id: RunId, stepsPerSecond: number | null): void {
    const run = this.expect(id, statesUnderWay);
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
    this.#delivery.stop();
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
    this.#delivery.flushAll();
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
    if (run.clock === undefined) run.clock = this.#clockOf(run);
    run.step = Math.max(run.step, batch.step);
    const times = run.clock?.take(batch) ?? [];
    this.#delivery.batch(run, { chunks, checkpoint: batch.checkpoint, times });
  }

  /** Null for a run that goes on and was not measured from its start. */
  #clockOf({ id, config, before }: LiveRun): TrainingClock | null {
    const begin = before?.checkpoint?.step ?? config.fork?.step ?? 0;
    const { totalSteps } = config;
    if (!before) return new TrainingClock(null, begin, totalSteps);
    const { series, times } = this.#options.store.readRun(id);
    const last = times.at(-1) ?? null;
    if (last ? begin > last.step : series.length > 0) return null;
    return new TrainingClock(last, begin, totalSteps);
  }

  /** The part of a batch that is not stored; null where what is stored was not reproduced, or not read: that ends the run. */
  #newOf(
    run: LiveRun,
    { recomputation }: LifeBefore,
    { step, chunks }: Extract<WorkerEvent, { kind: 'batch' }>,
  ): readonly MetricChunk[] | null {
    try {
      // Before the life before is forgotten; it reads what is stored, too.
      if (run.clock === undefined) run.clock = this.#clockOf(run);
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
    const status = { id: run.id, state, reason, step: run.step, result, error };
    this.#delivery.end(status, () => this.#onEnded(status, run.rerunOf));
    this.#fillPool();
  }

  #onEnded(status: RunStatus, rerunOf: RunId | null): void {
    const gap = this.longestGap.toFixed(1);
    this.#options.log(
      'info',
      `run ${status.id} ${status.state} at ${status.step}; longest gap ${gap} ms`,
    );
    if (!this.#shuttingDown) this.#options.ended(status.id, rerunOf);
  }

  /** Told to the page once it is committed, so that what it reads is never older than what it was told. */
  #setState(run: LiveRun, state: RunState, reason: StateReason | null): void {
    run.state = state;
    this.#delivery.state(run, reason);
  }

  /** The run, in one of these states; throws AppError `wrong-state`. */
  expect(id: RunId, states: readonly RunState[]): LiveRun {
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
