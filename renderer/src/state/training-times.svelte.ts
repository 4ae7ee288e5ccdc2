import {
  TrainingTime,
  type NewTimeSample,
  type TimeSample,
} from '../../../core/analysis/training-time.ts';

/** Samples of a run's training time as they come, and what was last shown of them. */
export class TrainingTimes {
  #samples: TimeSample[] = [];
  #shown = $state.raw<TrainingTime | null>(null);

  /** Null: no sample has been shown yet. */
  get shown(): TrainingTime | null {
    return this.#shown;
  }

  /** Takes what is stored; of what has streamed in, what is behind it stays. */
  takeStored(stored: readonly TimeSample[]): void {
    const last = stored.at(-1)?.step ?? -1;
    this.#samples = [...stored, ...this.#samples.filter(({ step }) => step > last)];
    this.show();
  }

  /** Takes what streams in; it is shown with the next `show`. */
  take(samples: readonly NewTimeSample[]): void {
    for (const { step, seconds, replaces } of samples) {
      if (replaces !== null && this.#samples.at(-1)?.step === replaces) this.#samples.pop();
      if (step > (this.#samples.at(-1)?.step ?? -1)) this.#samples.push({ step, seconds });
    }
  }

  show(): void {
    this.#shown = this.#samples.length > 0 ? new TrainingTime(this.#samples) : null;
  }
}
