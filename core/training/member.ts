import type { ScheduleMetric } from '../experiment/config.ts';
import { allFinite, normFromSquares, sumOfSquares } from '../math/vector.ts';
import type { Optimizer, StepInput } from '../optimizers/optimizer.ts';
import type { Problem } from '../problems/problem.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { Clock } from './clock.ts';
import { Feedback, type FeedbackRule } from './feedback.ts';
import type { MetricName } from './metrics.ts';
import { restoreStreams, streamStates, type Streams } from './streams.ts';
import { structuredCopy } from './structured-copy.ts';
import type { MemberCheckpoint, Outcome } from './trainer.ts';

/** What all members of a run share: the rules, not the state. */
export interface Rules {
  readonly problem: Problem<unknown>;
  readonly optimizer: Optimizer<unknown>;
  /** Where rates come from: a function of the step, or of how the run goes. */
  readonly rates: { readonly schedule: Schedule; readonly clock: Clock } | FeedbackRule;
  readonly totalSteps: number;
  /** Infinity: only non-finite numbers end a run. */
  readonly lossLimit: number;
}

type Metrics = Readonly<Partial<Record<MetricName, number>>>;

/**
 * One seed of a run. At each step s it first looks (`observe`: loss, gradient and rate at θ_s), then
 * moves (`update`). Between the two a run is only checkpointed when it has ended there, with what it
 * drew, so a restored member never draws another number.
 */
export class Member {
  readonly #rules: Rules;
  readonly #streams: Streams;
  readonly #optimizerState: unknown;
  readonly #optimizerStart: number;
  readonly #problemState: unknown;
  readonly #feedback: Feedback | null;
  readonly #delta: Float64Array;
  readonly #point: Float64Array;
  /** One object for all updates: the loop allocates nothing. */
  readonly #input: { -readonly [K in keyof StepInput]: StepInput[K] };
  readonly params: Float64Array;
  readonly grad: Float64Array;
  /** Whether loss and gradient of this step have been drawn. */
  #drawn = false;
  /** Σ gᵢ² of the gradient last observed. */
  #gradSquares = NaN;
  /** 0 where the update found every coordinate of θ finite; NaN where it did not, or has not looked. */
  #paramsCheck = NaN;
  #evaluation: { readonly step: number; readonly metrics: Metrics } | null = null;
  /** Updates made. */
  step = 0;
  /** Loss at θ_step, once observed; NaN where a batch loss does not exist any more. */
  loss = NaN;
  outcome: Outcome | null = null;

  constructor(rules: Rules, streams: Streams, from: MemberCheckpoint | null) {
    const { problem, optimizer, rates } = rules;
    this.#rules = rules;
    this.#streams = from ? restoreStreams(from.streams) : streams;
    this.params = from ? from.params.slice() : problem.initialParams(streams);
    this.#problemState = from ? structuredCopy(from.problem) : problem.initialState(streams);
    this.#optimizerState = structuredCopy(from?.optimizer) ?? optimizer.init(problem.dim);
    this.#optimizerStart = from?.optimizerStart ?? 0;
    this.#feedback =
      'metric' in rates ? new Feedback(rates, problem.stepsPerEpoch, from?.schedule ?? null) : null;
    this.grad = from?.drawn?.grad.slice() ?? new Float64Array(problem.dim);
    this.#delta = new Float64Array(problem.dim);
    this.#point = new Float64Array(problem.dim);
    const { params, grad } = this;
    this.#input = { t: 0, lr: NaN, momentum: null, params, grad };
    if (!from) return;
    this.step = from.step;
    this.outcome = from.outcome;
    if (!from.drawn) return;
    this.#drawn = true;
    this.loss = from.drawn.loss;
  }

  /** Rate of the next update, once observed. */
  get lr(): number {
    return this.#input.lr;
  }

  /** Momentum of the next update where the schedule cycles it, once observed; else null. */
  get momentum(): number | null {
    return this.#input.momentum;
  }

  /** Looks at the state θ_step and decides whether the run ends here. */
  observe(): void {
    const { totalSteps, lossLimit } = this.#rules;
    const { step, grad } = this;
    if (step >= totalSteps) {
      this.outcome = this.#lastOutcome();
      return;
    }
    if (!this.#drawn) this.#draw();
    this.#readRate();
    const { loss } = this;
    this.#gradSquares = sumOfSquares(grad);
    // Sums that the step needs anyway clear almost every step; where they cannot, all is looked at.
    const sound = loss <= lossLimit && Number.isFinite(loss) && this.#paramsCheck === 0;
    if (!sound || !(this.#gradSquares < Infinity)) this.outcome = this.#earlyOutcome();
  }

  /** Euclidean norm of the gradient last observed. */
  get gradNorm(): number {
    return normFromSquares(this.#gradSquares, this.grad);
  }

  /** Makes the update whose loss, gradient and rate were just observed. */
  update(): void {
    const { params } = this;
    const { problem } = this.#rules;
    const delta = this.#delta;
    this.#drawn = false;
    this.#input.t = ++this.step - this.#optimizerStart;
    this.#rules.optimizer.update(this.#input, this.#optimizerState, delta);
    let check = 0;
    for (let i = 0; i < params.length; i++) {
      const next = params[i]! + delta[i]!;
      params[i] = next;
      check += next - next;
    }
    this.#paramsCheck = check;
    if (problem.project) problem.project(params);
  }

  /** Metrics on whole data sets at the point to be judged; null where the problem has no data. */
  evaluate(): Metrics | null {
    const { problem } = this.#rules;
    if (!problem.evaluate) return null;
    if (this.#evaluation?.step !== this.step) {
      this.#evaluation = { step: this.step, metrics: problem.evaluate(this.judgedPoint()) };
    }
    return this.#evaluation.metrics;
  }

  /** θ, or what stands in for it where the optimizer has such a point: the average of ASGD, for instance. */
  judgedPoint(): Float64Array {
    const { optimizer } = this.#rules;
    if (!optimizer.evaluationPoint || this.step === this.#optimizerStart) return this.params;
    optimizer.evaluationPoint(this.params, this.#optimizerState, this.#point);
    return this.#point;
  }

  checkpoint(): MemberCheckpoint {
    return {
      step: this.step,
      params: this.params.slice(),
      optimizer: structuredCopy(this.#optimizerState),
      optimizerStart: this.#optimizerStart,
      schedule: this.#feedback?.state() ?? null,
      problem: structuredCopy(this.#problemState),
      streams: streamStates(this.#streams),
      outcome: this.outcome,
      drawn: this.#drawn ? { loss: this.loss, grad: this.grad.slice() } : null,
    };
  }

  #draw(): void {
    const { params, grad, step } = this;
    const loss = this.#rules.problem.next(params, grad, this.#problemState, this.#streams);
    this.loss = loss;
    this.#drawn = true;
    if (this.#feedback) this.#feedback.observe(step, loss, this.#measure);
  }

  readonly #measure = (metric: ScheduleMetric): number => {
    const { problem } = this.#rules;
    if (metric === 'train-loss' && problem.value) return problem.value(this.judgedPoint());
    return this.evaluate()?.[metric === 'train-loss' ? 'eval/train_loss' : 'eval/test_loss'] ?? NaN;
  };

  #readRate(): void {
    const { rates } = this.#rules;
    const input = this.#input;
    if ('metric' in rates) input.lr = this.#feedback!.lr;
    else {
      const { schedule, clock } = rates;
      const t = clock.at(this.step);
      input.lr = schedule.lr(t);
      if (schedule.momentum) input.momentum = schedule.momentum(t);
    }
  }

  #lastOutcome(): Outcome {
    const { step, params } = this;
    const { problem, lossLimit } = this.#rules;
    const loss = problem.value ? problem.value(params) : NaN;
    this.loss = loss;
    if (!allFinite(params)) return { status: 'diverged', reason: 'params', step };
    if (problem.value && !Number.isFinite(loss))
      return { status: 'diverged', reason: 'loss', step };
    if (loss > lossLimit) return { status: 'stopped', reason: 'loss-limit', step };
    return { status: 'finished', reason: 'max-steps', step };
  }

  /** Null where nothing is wrong after all: squares of finite numbers may overflow. */
  #earlyOutcome(): Outcome | null {
    const { step, loss, params, grad } = this;
    if (!allFinite(params)) return { status: 'diverged', reason: 'params', step };
    if (!Number.isFinite(loss)) return { status: 'diverged', reason: 'loss', step };
    if (!allFinite(grad)) return { status: 'diverged', reason: 'gradient', step };
    return loss > this.#rules.lossLimit ? { status: 'stopped', reason: 'loss-limit', step } : null;
  }
}
