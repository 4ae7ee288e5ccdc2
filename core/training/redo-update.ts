import { gainRatio, type GainRatio } from '../analysis/gain-ratio.ts';
import { predictedChange } from '../analysis/predicted-change.ts';
import type { ExperimentConfig } from '../experiment/config.ts';
import type { StepInput } from '../optimizers/optimizer.ts';
import type { StepLoss } from '../problems/problem.ts';
import type { Place } from './local-stability.ts';
import { Member, type Rules } from './member.ts';
import { createStreams } from './streams.ts';
import { structuredCopy } from './structured-copy.ts';
import type { MemberCheckpoint } from './trainer.ts';

/** The update that follows a checkpoint, made once more to the same bits. */
export interface RedoneUpdate {
  /** θ_s, and the loss, gradient and rate that the update found there. */
  readonly member: Member;
  readonly input: StepInput;
  /** The optimizer's slots. */
  readonly before: unknown;
  readonly after: unknown;
  /** Δθ, shape (dim,). */
  readonly delta: Float64Array;
  /** θ_{s+1}, shape (dim,). */
  readonly reached: Float64Array;
}

/** The caller has made sure that there is such an update: that the run did not end at the checkpoint. */
export function redoUpdate(
  { seed, streams }: Pick<ExperimentConfig, 'seed' | 'streams'>,
  rules: Rules,
  from: MemberCheckpoint,
): RedoneUpdate {
  const { optimizer, problem } = rules;
  const member = new Member(rules, createStreams(seed, streams), from);
  member.observe();
  const { lr, momentum, grad, params } = member;
  const input = { t: from.step + 1 - from.optimizerStart, lr, momentum, params, grad };
  const before = from.optimizer ?? optimizer.init(params.length);
  const after = structuredCopy(before);
  const delta = new Float64Array(params.length);
  optimizer.update(input, after, delta);
  const reached = params.map((value, i) => value + delta[i]!);
  problem.project?.(reached);
  return { member, input, before, after, delta, reached };
}

/** Where the update began, for a judge of stability. */
export function placeOf({
  member: { params, momentum },
  input: { t },
  after,
}: RedoneUpdate): Place {
  return { params, state: after, t, momentum };
}

/** What an update did to the loss it goes down, and what was predicted of it. */
export interface StepGain {
  /** The loss at θ_s and at θ_{s+1}. */
  readonly loss: { readonly before: number; readonly after: number };
  /** The change by the slope alone, gᵀΔθ, and with curvature; g without noise. */
  readonly predicted: { readonly slope: number; readonly total: number };
  readonly ratio: GainRatio;
}

/** Null where every update has a loss of its own that is not known as a function. */
export function stepGain({ problem }: Rules, update: RedoneUpdate): StepGain | null {
  const { member, delta, reached } = update;
  const stepLoss = problem.stepLoss?.(member.checkpoint().problem);
  return stepLoss ? gainOf(stepLoss, member.params, delta, reached) : null;
}

function gainOf(
  stepLoss: StepLoss,
  params: Float64Array,
  delta: Float64Array,
  reached: Float64Array,
): StepGain {
  const [grad, bent] = [new Float64Array(params.length), new Float64Array(params.length)];
  const before = stepLoss.valueAndGrad(params, grad);
  stepLoss.hessianTimes(params, delta, bent);
  const { slope, total } = predictedChange(grad, delta, bent);
  const after = stepLoss.valueAndGrad(reached, bent);
  const loss = { before, after };
  return { loss, predicted: { slope, total }, ratio: gainRatio(loss, { slope, total }) };
}
