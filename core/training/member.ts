import { allFinite } from '../math/vector.ts';
import type { Optimizer } from '../optimizers/optimizer.ts';
import type { Problem } from '../problems/problem.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { restoreStreams, streamStates, type Streams } from './streams.ts';
import type { MemberCheckpoint, Outcome } from './trainer.ts';

/** What all members of a run share: the rules, not the state. */
export interface Rules {
  readonly problem: Problem<unknown>;
  readonly optimizer: Optimizer<unknown>;
  readonly schedule: Schedule;
  /** Schedule index t of step s, in the experiment's schedule unit. */
  readonly scheduleIndex: (step: number) => number;
  readonly totalSteps: number;
  readonly lossLimit: number | null;
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
  readonly params: Float64Array;
  readonly grad: Float64Array;
  /** Updates made. */
  step = 0;
  /** Loss at θ_step, once observed; NaN where a batch loss does not exist any more. */
  loss = NaN;
  /** Rate of the next update, once observed. */
  lr = NaN;
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
    if (from) {
      this.step = from.step;
      this.outcome = from.outcome;
    }
  }

  /** Looks at the state θ_step and decides whether the run ends here. */
  observe(): void {
    const { problem, schedule, scheduleIndex, totalSteps, lossLimit } = this.#rules;
    const { step, params, grad } = this;
    const last = step >= totalSteps;
    if (last) this.loss = problem.value ? problem.value(params) : NaN;
    else {
      this.loss = problem.next(params, grad, this.#problemState, this.#streams);
      this.lr = schedule.lr(scheduleIndex(step));
    }
    const judged = !last || problem.value !== undefined;
    if (!allFinite(params)) this.outcome = { status: 'diverged', reason: 'params', step };
    else if (judged && !Number.isFinite(this.loss)) {
      this.outcome = { status: 'diverged', reason: 'loss', step };
    } else if (!last && !allFinite(grad)) {
      this.outcome = { status: 'diverged', reason: 'gradient', step };
    } else if (judged && lossLimit !== null && this.loss > lossLimit) {
      this.outcome = { status: 'stopped', reason: 'loss-limit', step };
    } else if (last) this.outcome = { status: 'finished', reason: 'max-steps', step };
  }

  /** Makes the update whose loss, gradient and rate were just observed. */
  update(): void {
    const { params, grad, lr } = this;
    this.#rules.optimizer.update(
      { t: this.step + 1, lr, momentum: null, params, grad },
      this.#optimizerState,
      this.#delta,
    );
    for (let i = 0; i < params.length; i++) params[i]! += this.#delta[i]!;
    this.step++;
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

/** A deep copy of plain state: numbers, null, typed arrays, and objects and lists of these. */
function structuredCopy(state: unknown): unknown {
  if (state instanceof Float64Array || state instanceof Uint32Array) return state.slice();
  if (Array.isArray(state)) return state.map(structuredCopy);
  if (typeof state === 'object' && state !== null) {
    return Object.fromEntries(Object.entries(state).map(([k, v]) => [k, structuredCopy(v)]));
  }
  return state;
}
