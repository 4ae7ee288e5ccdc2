import type { StepExplanation } from '../../core/training/explain-step.ts';
import type { StepQuery } from '../ipc/queries.ts';
import { LatestAnswer } from './latest-answer.ts';
import { replaySource, type ReplayOptions } from './replay-source.ts';

/**
 * Makes one update of a run once more and tells what it did: from the nearest stored checkpoint of a stored
 * run, from the start of one that is only planned. The latest request wins.
 */
export class StepExplainer {
  readonly #options: ReplayOptions;
  readonly #answers: LatestAnswer<StepExplanation>;

  constructor(options: ReplayOptions) {
    this.#options = options;
    this.#answers = new LatestAnswer(options.workerScript, (event) =>
      event.kind === 'explained' ? { request: event.request, value: event.explanation } : null,
    );
  }

  /** Throws AppError 'too-large' for a planned run that would have to be computed for long. */
  explain({ of, step, index, sample = 0 }: StepQuery): Promise<StepExplanation> {
    const source = replaySource(this.#options, of, step);
    const which = { step, index, sample };
    return this.#answers.ask((request) => ({ kind: 'explain', request, ...source, ...which }));
  }

  shutdown(): Promise<void> {
    return this.#answers.shutdown();
  }
}
