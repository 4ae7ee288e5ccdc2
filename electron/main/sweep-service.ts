import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Assets } from '../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { sweep } from '../../core/experiment/sweep.ts';
import type { Events } from '../ipc/contract.ts';
import type { SweepId, SweepPlan, SweptTrial } from '../ipc/sweep.ts';
import { AppError } from '../ipc/reply.ts';
import { SweepPool } from '../worker/sweep-pool.ts';

/** Trials of one sweep: more points than a curve can show. */
export const MOST_TRIALS = 512;
/** Gradients of single samples over all trials: more is hardly meant. */
const MOST_GRADIENTS = 1e9;
/** Ends are gathered for so long before the page is told, in milliseconds. */
const TELL_INTERVAL_MS = 40;

export interface SweepServiceOptions {
  readonly workerScript: URL;
  readonly assets: Assets;
  /** Whether runs are under way, which keep a processor for themselves. */
  readonly runsGoOn: () => boolean;
  readonly emit: <E extends keyof Events>(event: E, payload: Events[E]) => void;
}

interface Sweeping {
  readonly id: SweepId;
  readonly pool: SweepPool;
  readonly of: number;
  readonly ends: SweptTrial[];
  done: number;
  timer: NodeJS.Timeout | null;
}

/**
 * Sweeps and range tests: many short trainings of which only the ends are kept, and kept by the page
 * alone. One at a time: a new one cancels the one before. Knows nothing of Electron.
 */
export class SweepService {
  readonly #options: SweepServiceOptions;
  #sweeping: Sweeping | null = null;
  /** Fulfilled when every sweep so far is over and its threads are gone. */
  #over: Promise<unknown> = Promise.resolve();

  constructor(options: SweepServiceOptions) {
    this.#options = options;
  }

  /** Throws AppError 'too-many-trials' and 'sweep-too-long', ConfigError for what cannot run. */
  start(plan: SweepPlan): SweepId {
    refuseMany(plan);
    const configs = trialsOf(plan);
    refuseLong(plan, configs);
    if (this.#sweeping) this.cancel(this.#sweeping.id);
    const id = randomUUID() as string as SweepId;
    const { workerScript, assets, runsGoOn } = this.#options;
    const pool = new SweepPool(configs, {
      workerScript,
      assets,
      workers: Math.max(1, availableParallelism() - (runsGoOn() ? 1 : 0)),
      range: plan.kind === 'range-test' ? plan.rates : null,
      onTrial: (trial, end, done) => {
        sweeping.ends.push({ trial, ...end });
        sweeping.done = done;
        sweeping.timer ??= setTimeout(() => this.#tell(sweeping, null), TELL_INTERVAL_MS);
      },
    });
    const of = configs.length;
    const sweeping: Sweeping = { id, pool, of, ends: [], done: 0, timer: null };
    this.#sweeping = sweeping;
    const over = pool.run().then(() => this.#finish(sweeping));
    this.#over = Promise.all([this.#over, over]);
    return id;
  }

  /** What has ended is told, the rest is dropped; nothing happens where the sweep is over already. */
  cancel(id: SweepId): void {
    if (this.#sweeping?.id === id) this.#sweeping.pool.cancel();
  }

  async shutdown(): Promise<void> {
    if (this.#sweeping) this.cancel(this.#sweeping.id);
    await this.#over;
  }

  #finish(sweeping: Sweeping): void {
    if (this.#sweeping === sweeping) this.#sweeping = null;
    this.#tell(sweeping, sweeping.done === sweeping.of ? 'finished' : 'cancelled');
  }

  #tell(sweeping: Sweeping, over: Events['sweep:progress']['over']): void {
    if (sweeping.timer) clearTimeout(sweeping.timer);
    sweeping.timer = null;
    const { id, done, of } = sweeping;
    this.#options.emit('sweep:progress', { id, ends: sweeping.ends.splice(0), done, of, over });
  }
}

/** The runs of a plan: base by base, value by value; of a range test seed by seed. */
function trialsOf(plan: SweepPlan): readonly ExperimentConfig[] {
  if (plan.kind === 'range-test') {
    const { base, seeds } = plan;
    return Array.from({ length: seeds }, (_, i) => ({ ...base, seed: (base.seed + i) >>> 0 }));
  }
  const { bases, path, values } = plan;
  return bases.flatMap((base) => sweep(base, [{ path, values }]).map(({ config }) => config));
}

/** Before the runs are built: a plan may ask for far more of them than it is long. */
function refuseMany(plan: SweepPlan): void {
  const trials = plan.kind === 'sweep' ? plan.bases.length * plan.values.length : plan.seeds;
  if (trials <= MOST_TRIALS) return;
  throw new AppError('too-many-trials', `${trials} trials`, {
    given: String(trials),
    allowed: String(MOST_TRIALS),
  });
}

function refuseLong(plan: SweepPlan, configs: readonly ExperimentConfig[]): void {
  const gradients = configs.reduce((sum, { problem, totalSteps, replicates }) => {
    const batch = problem.kind === 'model' ? problem.batchSize : 1;
    const updates = plan.kind === 'range-test' ? plan.rates.steps : totalSteps * replicates;
    return sum + updates * batch;
  }, 0);
  if (gradients <= MOST_GRADIENTS) return;
  throw new AppError('sweep-too-long', `${gradients} gradients`, {
    given: String(gradients),
    allowed: String(MOST_GRADIENTS),
  });
}
