import type { Assets } from '../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { RangeTestPlan } from '../../core/training/run-range-test.ts';
import type { TrialEnd } from '../../core/training/trial-end.ts';
import type { WorkerEvent } from './protocol.ts';
import { WorkerClient } from './worker-client.ts';

/** Trials a worker has before it: while it computes one, the next is there already. */
const IN_HAND = 2;

export interface SweepOptions {
  readonly workerScript: URL;
  readonly assets: Assets;
  /** Threads at once: one per core. */
  readonly workers: number;
  /** Every trial is a range test over these rates instead of a run. */
  readonly range?: RangeTestPlan | null;
  /** Told after every trial, in the order in which they end. */
  readonly onTrial?: (trial: number, end: TrialEnd, done: number) => void;
}

interface Hand {
  readonly client: WorkerClient;
  /** What it has been given, the one it is at first. */
  readonly trials: number[];
}

/**
 * Computes many runs on a few threads and keeps how each ended, not its series. A thread that dies takes
 * only the trial with it that it was at; another thread takes its place.
 */
export class SweepPool {
  readonly #configs: readonly ExperimentConfig[];
  readonly #options: SweepOptions;
  readonly #ends: (TrialEnd | null)[];
  readonly #waiting: number[];
  readonly #hands = new Set<Hand>();
  readonly #finished: Promise<void>;
  #finish: () => void = () => undefined;
  #done = 0;

  constructor(configs: readonly ExperimentConfig[], options: SweepOptions) {
    this.#configs = configs;
    this.#options = options;
    this.#ends = configs.map(() => null);
    this.#waiting = configs.map((_, trial) => trial);
    this.#finished = new Promise((resolve) => (this.#finish = resolve));
  }

  /** How each run ended, in the order of the configurations; null for those that were cancelled. */
  async run(): Promise<readonly (TrialEnd | null)[]> {
    const workers = Math.min(this.#options.workers, this.#configs.length);
    for (let i = 0; i < workers; i++) this.#hire();
    if (workers === 0) this.#finish();
    await this.#finished;
    await this.#dismiss();
    return this.#ends;
  }

  /** Ends all threads at once; `run` then gives what there is. */
  cancel(): void {
    this.#waiting.length = 0;
    this.#finish();
  }

  #hire(): void {
    const hand: Hand = {
      client: new WorkerClient(this.#options.workerScript, {
        event: (event) => this.#receive(hand, event),
        died: (reason, message) => this.#lose(hand, `${reason}: ${message}`),
      }),
      trials: [],
    };
    this.#hands.add(hand);
    this.#fill(hand, this.#options.assets);
  }

  #fill(hand: Hand, assets: Assets | null = null): void {
    for (let send = assets; hand.trials.length < IN_HAND; send = null) {
      const trial = this.#waiting.shift();
      if (trial === undefined) return;
      hand.trials.push(trial);
      const { range = null } = this.#options;
      hand.client.send({ kind: 'try', trial, config: this.#configs[trial]!, range, assets: send });
    }
  }

  #receive(hand: Hand, event: WorkerEvent): void {
    if (event.kind !== 'tried') return;
    hand.trials.shift();
    this.#fill(hand);
    const { run, test, error } = event;
    this.#settle(event.trial, { run, test, error } as TrialEnd);
  }

  #lose(hand: Hand, error: string): void {
    this.#hands.delete(hand);
    const [trial, ...rest] = hand.trials;
    this.#waiting.unshift(...rest);
    if (this.#waiting.length > 0) this.#hire();
    if (trial !== undefined) this.#settle(trial, { run: null, test: null, error });
  }

  #settle(trial: number, end: TrialEnd): void {
    this.#ends[trial] = end;
    this.#done++;
    this.#options.onTrial?.(trial, end, this.#done);
    if (this.#done === this.#configs.length) this.#finish();
  }

  async #dismiss(): Promise<void> {
    await Promise.all([...this.#hands].map(({ client }) => client.terminate()));
  }
}
