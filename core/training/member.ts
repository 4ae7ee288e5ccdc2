import { allFinite } from '../math/vector.ts';
import { structuredCopy } from './structured-copy.ts';
import type { Optimizer, StepInput } from '../optimizers/optimizer.ts';
import type { Problem } from '../problems/problem.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { Clock } from './clock.ts';
import { restoreStreams, streamStates, type Streams } from './streams.ts';
import type { MemberCheckpoint, Outcome } from './trainer.ts';

/** What all members of a run share: the rules, not the state. */
export interface Rules {
  readonly problem: Problem<unknown>;
  readonly optimizer: Optimizer<unknown>;
  readonly schedule: Schedule;
  readonly clock: Clock;
  readonly totalSteps: number;
  /** Infinity: only non-finite numbers end a run. */
  readonly lossLimit: number;
}

/**
 * One seed of a run. At each step s it first looks (`observe`: loss, gradient and rate at θ_s), then
 * moves (`update`). Between the two nothing is checkpointed, so a restored member draws the same
 * numbers again.
 */
export class Member {
  readonly #rules: Rules;
  readonly #streams: Streams;
  readonly #optimizerState: unknown;
  readonly #problemState: unknown;
  readonly #delta: Float64Array;
  /** One object for all updates: the loop allocates nothing. */
  readonly #input: { -readonly [K in keyof StepInput]: StepInput[K] };
  readonly params: Float64Array;
  readonly grad: Float64Array;
  /** Updates made. */
  step = 0;
  /** Loss at θ_step, once observed; NaN where a batch loss does not exist any more. */
  loss = NaN;
  outcome: Outcome | null = null;

  constructor(rules: Rules, streams: Streams, from: MemberCheckpoint | null) {
    const { problem, optimizer } = rules;
    this.#rules = rules;
    this.#streams = from ? restoreStreams(from.streams) : streams;
    this.params = from ? from.params.slice() : problem.initialParams(streams);
    this.#problemState = from ? structuredCopy(from.problem) : problem.initialState(streams);
    this.#optimizerState = from ? structuredCopy(from.optimizer) : optimizer.init(problem.dim);
    this.grad = new Float64Array(problem.dim);
    this.#delta = new Float64Array(problem.dim);
    const { params, grad } = this;
    this.#input = { t: 0, lr: NaN, momentum: null, params, grad };
    if (from) {
      this.step = from.step;
      this.outcome = from.outcome;
    }
  }

  /** Rate of the next update, once observed. */
  get lr(): number {
    return this.#input.lr;
  }

  /** Looks at the state θ_step and decides whether the run ends here. */
  observe(): void {
    const { problem, totalSteps, lossLimit } = this.#rules;
    const { step, params, grad } = this;
    if (step >= totalSteps) {
      this.loss = problem.value ? problem.value(params) : NaN;
      this.outcome = this.#lastOutcome();
      return;
    }
    const loss = problem.next(params, grad, this.#problemState, this.#streams);
    this.loss = loss;
    this.#readSchedule();
    const sound = loss <= lossLimit && Number.isFinite(loss) && allFinite(params);
    if (!sound || !allFinite(grad)) this.outcome = this.#earlyOutcome();
  }

  /** Makes the update whose loss, gradient and rate were just observed. */
  update(): void {
    const { params } = this;
    const delta = this.#delta;
    this.#input.t = ++this.step;
    this.#rules.optimizer.update(this.#input, this.#optimizerState, delta);
    for (let i = 0; i < params.length; i++) params[i]! += delta[i]!;
  }

  #readSchedule(): void {
    const { schedule, clock } = this.#rules;
    const t = clock.at(this.step);
    this.#input.lr = schedule.lr(t);
    if (schedule.momentum) this.#input.momentum = schedule.momentum(t);
  }

  #lastOutcome(): Outcome {
    const { step, loss, params } = this;
    const judged = this.#rules.problem.value !== undefined;
    if (!allFinite(params)) return { status: 'diverged', reason: 'params', step };
    if (judged && !Number.isFinite(loss)) return { status: 'diverged', reason: 'loss', step };
    if (loss > this.#rules.lossLimit) return { status: 'stopped', reason: 'loss-limit', step };
    return { status: 'finished', reason: 'max-steps', step };
  }

  #earlyOutcome(): Outcome {
    const { step, loss, params, grad } = this;
    if (!allFinite(params)) return { status: 'diverged', reason: 'params', step };
    if (!Number.isFinite(loss)) return { status: 'diverged', reason: 'loss', step };
    if (!allFinite(grad)) return { status: 'diverged', reason: 'gradient', step };
    return { status: 'stopped', reason: 'loss-limit', step };
  }

  checkpoint(): MemberCheckpoint {
    return {
      step: this.step,
      params: this.params.slice(),
      optimizer: structuredCopy(this.#optimizerState),
      problem: structuredCopy(this.#problemState),
      streams: streamStates(this.#streams),
      outcome: this.outcome,
    };
  }
}
