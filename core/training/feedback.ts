import type { ScheduleMetric } from '../experiment/config.ts';
import type { AdaptiveSchedule } from '../schedules/schedule.ts';
import { structuredCopy } from './structured-copy.ts';

/** A schedule that looks at a metric, and at which. */
export interface FeedbackRule {
  readonly schedule: AdaptiveSchedule<unknown>;
  readonly metric: ScheduleMetric;
}

/** What a checkpoint keeps of it. */
export interface FeedbackState {
  readonly schedule: unknown;
  /** Sum and number of the losses of this epoch's updates so far. */
  readonly sum: number;
  readonly updates: number;
}

/** Shows an adaptive schedule its metric after every epoch: one seed's rates as they come about. */
export class Feedback {
  readonly #rule: FeedbackRule;
  readonly #stepsPerEpoch: number;
  readonly #state: unknown;
  #sum = 0;
  #updates = 0;

  constructor(rule: FeedbackRule, stepsPerEpoch: number, from: FeedbackState | null) {
    this.#rule = rule;
    this.#stepsPerEpoch = stepsPerEpoch;
    this.#state = from ? structuredCopy(from.schedule) : rule.schedule.init();
    if (!from) return;
    this.#sum = from.sum;
    this.#updates = from.updates;
  }

  /** Rate of the next update. */
  get lr(): number {
    return this.#rule.schedule.lr(this.#state);
  }

  /**
   * Takes the loss that update `step` + 1 uses. Where an epoch has just ended the schedule is shown its
   * metric first: the mean of the losses of its updates, or what `measure` finds at θ_step.
   */
  observe(step: number, loss: number, measure: (metric: ScheduleMetric) => number): void {
    if (this.#updates > 0 && step % this.#stepsPerEpoch === 0) {
      const { schedule, metric } = this.#rule;
      const isMean = metric === 'epoch-mean';
      schedule.observe(this.#state, isMean ? this.#sum / this.#updates : measure(metric));
      this.#sum = 0;
      this.#updates = 0;
    }
    this.#sum += loss;
    this.#updates++;
  }

  state(): FeedbackState {
    return { schedule: structuredCopy(this.#state), sum: this.#sum, updates: this.#updates };
  }
}
