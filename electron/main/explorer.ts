import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { Exploration } from '../ipc/experiment.ts';
import { AppError } from '../ipc/reply.ts';
import { LatestAnswer } from './latest-answer.ts';

/** Updates over all runs and seeds of one exploration: what a worker makes in a fraction of a second. */
export const MOST_EXPLORED_UPDATES = 2_000_000;
/** Recorded points over all runs, so that an answer crosses to the page without a pause. */
export const MOST_EXPLORED_POINTS = 200_000;

/**
 * Runs that are computed ahead of being run, in a worker of their own; nothing of them is stored.
 * The latest request wins: the one before is refused as superseded.
 */
export class Explorer {
  readonly #answers: LatestAnswer<Exploration>;

  constructor(workerScript: URL) {
    this.#answers = new LatestAnswer(workerScript, (event) =>
      event.kind === 'explored' ? { request: event.request, value: { runs: event.runs } } : null,
    );
  }

  /** Throws AppError 'too-large' for what is not computed in an instant. */
  explore(configs: readonly ExperimentConfig[]): Promise<Exploration> {
    refuseLarge(configs);
    return this.#answers.ask((request) => ({ kind: 'explore', request, configs }));
  }

  shutdown(): Promise<void> {
    return this.#answers.shutdown();
  }
}

function refuseLarge(configs: readonly ExperimentConfig[]): void {
  const updates = sum(configs, ({ totalSteps, replicates }) => totalSteps * replicates);
  const points = sum(configs, ({ totalSteps, recordEvery }) => totalSteps / recordEvery);
  const small = updates <= MOST_EXPLORED_UPDATES && points <= MOST_EXPLORED_POINTS;
  if (small && configs.every(({ problem }) => problem.kind !== 'model')) return;
  throw new AppError('too-large', `${updates} updates, ${points} points`, {
    given: String(updates),
    allowed: String(MOST_EXPLORED_UPDATES),
  });
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
