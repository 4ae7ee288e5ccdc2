import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { RunSurvey, SurveyTopic } from '../../../core/training/run-survey.ts';
import type { SurveyQuery } from '../../../electron/ipc/queries.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { Lab } from '../api.ts';
import { ExploredRun } from './explored-run.ts';
import type { StageRun } from './stage-run.ts';

/** What is known of a run's updates so far. */
export interface SurveySoFar {
  /** The gain of one in so many updates is told. */
  readonly stride: number;
  /** The limit before one in so many. */
  readonly limitStride: number;
  readonly gain: SeriesBuffer;
  readonly curvedGain: SeriesBuffer;
  readonly limit: SeriesBuffer;
  /** There is more to come. */
  readonly goesOn: boolean;
}

interface Wanted {
  readonly run: StageRun;
  readonly of: SurveyQuery['of'];
  readonly to: number;
  readonly topics: readonly SurveyTopic[];
}

/**
 * What theory says of the updates of one run: asked for part by part, drawn as it comes. Of a run that is computed
 * ahead anew while a control is turned, the survey of the one before stays until there is something of the new.
 */
export class SurveyState {
  readonly #lab: Lab;
  #found = $state.raw<{ readonly run: StageRun; readonly survey: SurveySoFar } | null>(null);
  #error = $state.raw<{ readonly run: StageRun; readonly error: AppError } | null>(null);
  #wanted: Wanted | null = null;
  #busy = false;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  of({ id }: StageRun): SurveySoFar | null {
    return this.#found?.run.id === id ? this.#found.survey : null;
  }

  /** Why there is none. */
  errorOf({ id }: StageRun): AppError | null {
    return this.#error?.run.id === id ? this.#error.error : null;
  }

  /** Nothing is to be told. */
  clear(): void {
    this.#wanted = null;
    this.#found = null;
    this.#error = null;
  }

  /** Asks about the updates that a run has made; resolves when nothing is left to ask. */
  async follow(run: StageRun, topics: readonly SurveyTopic[]): Promise<void> {
    const wanted = { run, of: sourceOf(run), to: run.step, topics };
    if (this.#wanted && same(this.#wanted, wanted)) return;
    this.#wanted = wanted;
    if (this.#busy) return;
    this.#busy = true;
    try {
      let asked: Wanted | null = this.#wanted;
      for (; asked; asked = this.#newerThan(asked)) await this.#ask(asked);
    } finally {
      this.#busy = false;
    }
  }

  /** What is wanted now, if it is not what was asked last. */
  #newerThan(asked: Wanted): Wanted | null {
    return this.#wanted === asked ? null : this.#wanted;
  }

  async #ask(asked: Wanted): Promise<void> {
    const { run, of, to, topics } = asked;
    const series = { gain: new SeriesBuffer(), curvedGain: new SeriesBuffer() };
    const parts = { ...series, limit: new SeriesBuffer() };
    try {
      for (let from: number | null = 0; from !== null;) {
        const part: RunSurvey = await this.#lab.request('run:survey', { of, from, to, topics });
        if (this.#wanted !== asked) return;
        parts.gain.append(part.gain);
        parts.curvedGain.append(part.curvedGain);
        parts.limit.append(part.limit);
        const { stride } = part.gain;
        const { stride: limitStride } = part.limit;
        const goesOn = part.next !== null;
        this.#found = { run, survey: { ...parts, stride, limitStride, goesOn } };
        this.#error = null;
        from = part.next;
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (this.#wanted !== asked || error.code === 'superseded') return;
      this.#found = null;
      this.#error = { run, error };
    }
  }
}

function same(a: Wanted, b: Wanted): boolean {
  return a.run === b.run && a.to === b.to && a.topics.join() === b.topics.join();
}

function sourceOf(run: StageRun): SurveyQuery['of'] {
  if (run instanceof ExploredRun) return { kind: 'ahead', config: run.config };
  return { kind: 'run', id: run.id as RunId };
}
