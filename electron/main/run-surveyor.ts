import type { RunSurvey } from '../../core/training/run-survey.ts';
import type { SurveyQuery } from '../ipc/queries.ts';
import { LatestAnswer } from './latest-answer.ts';
import { replaySource, type ReplayOptions } from './replay-source.ts';

/**
 * Goes over a run again and tells what theory says of its updates: from the nearest stored checkpoint of a
 * stored run, from the start of one that is only planned. The latest request wins.
 */
export class RunSurveyor {
  readonly #options: ReplayOptions;
  readonly #answers: LatestAnswer<RunSurvey>;

  constructor(options: ReplayOptions) {
    this.#options = options;
    this.#answers = new LatestAnswer(options.workerScript, (event) =>
      event.kind === 'surveyed' ? { request: event.request, value: event.survey } : null,
    );
  }

  /** Throws AppError 'too-large' for a planned run that would have to be computed for long. */
  survey({ of, ...which }: SurveyQuery): Promise<RunSurvey> {
    const source = replaySource(this.#options, of, which.from, which.to);
    return this.#answers.ask((request) => ({ kind: 'survey', request, ...source, ...which }));
  }

  shutdown(): Promise<void> {
    return this.#answers.shutdown();
  }
}
