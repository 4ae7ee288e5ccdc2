import type { GainRatio } from '../analysis/gain-ratio.ts';
import type { Assets } from '../datasets/dataset.ts';
import type { ExperimentConfig } from '../experiment/config.ts';
import type { WorkedLine } from '../formula/worked.ts';
import { buildObjective } from '../objectives/build.ts';
import type { Objective } from '../objectives/objective.ts';
import { optimizers, type OptimizerId } from '../optimizers/index.ts';
import type { OptimizerSpec } from '../optimizers/optimizer.ts';
import { workedUpdate, type WorkedUpdate } from '../optimizers/worked-update.ts';
import type { ParamSpecs } from '../params.ts';
import type { ExplainedSample } from '../problems/problem.ts';
import { workedRate } from '../schedules/worked-rate.ts';
import { Ensemble } from './ensemble.ts';
import { MOST_WORK_AT_ONCE, stabilityJudge, type LocalStability } from './local-stability.ts';
import type { Rules } from './member.ts';
import { largestStep, nextMoving } from './moving-coordinates.ts';
import { placeOf, redoUpdate, stepGain } from './redo-update.ts';
import { createRules } from './rules.ts';
import { freshSummary } from './run-summary.ts';
import type { Checkpoint, Outcome } from './trainer.ts';

/** One update of a run's first seed, seen at one coordinate. */
export interface ExplainedStep extends WorkedUpdate {
  /** s: the update leads from θ_s to θ_{s+1}. */
  readonly step: number;
  /** The optimizer's own 1-based t. */
  readonly t: number;
  /** Number of parameters, and which of them this is, from 0. */
  readonly dim: number;
  readonly index: number;
  /** The first coordinate after this one, going round, that this update moved; null: no other one. */
  readonly nextMoving: number | null;
  readonly lr: number;
  readonly peakLr: number;
  /** The index t at which the schedule was read; null where it looks at a metric instead. */
  readonly scheduleIndex: number | null;
  /** How the schedule comes to this rate, the last line giving it; empty where lines do not say it. */
  readonly rate: readonly WorkedLine[];
  /** The momentum that the schedule set for this update, if it cycles it. */
  readonly momentum: number | null;
  readonly theta: { readonly before: number; readonly after: number };
  /** The gradient that the update used, and where it was noisy the exact one. */
  readonly gradient: number;
  readonly exactGradient: number | null;
  readonly delta: number;
  /** Losses at θ_s and θ_{s+1}; of a model both on the batch of this step. */
  readonly loss: { readonly before: number; readonly after: number };
  /** What this Δθ should do to that loss: to first order gᵀΔθ, and with curvature; null where g is a stream's. */
  readonly predicted: { readonly slope: number; readonly total: number } | null;
  /** What it did, as a share of what the slope promised (analysis/gain-ratio.ts); null where `predicted` is. */
  readonly gain: GainRatio | null;
  /** A sample of the batch on its way through the network; null where there is none, or one too wide. */
  readonly sample: ExplainedSample | null;
  /** The curvature at θ_s and the largest rate it would bear; null where neither is known. */
  readonly stability: LocalStability | null;
}

/** The update after a step, or how the run ended there. */
export type StepExplanation =
  | { readonly kind: 'update'; readonly update: ExplainedStep }
  | { readonly kind: 'ended'; readonly step: number; readonly outcome: Outcome };

/** The same run without what an explanation does not look at: other seeds, evaluations nobody waits for. */
export function firstSeedOf(config: ExperimentConfig): ExperimentConfig {
  const { fork } = config;
  return {
    ...config,
    ...(fork ? { fork: { ...fork, from: firstSeedOf(fork.from) } } : {}),
    replicates: 1,
    recordEvery: config.totalSteps,
    evaluateEvery: config.stop.patience ? config.evaluateEvery : 0,
  };
}

/** A checkpoint of a run as one of its first seed alone. */
export function firstSeedAt(checkpoint: Checkpoint): Checkpoint {
  return {
    ...checkpoint,
    members: checkpoint.members.slice(0, 1),
    summary: freshSummary(1),
  };
}

/**
 * Makes the update that follows a checkpoint once more, to the same bits, and tells what it did at coordinate
 * `index` (null: at the one it moved most), and to the sample at place `sample` of its batch. `config` and `before` are
 * those of the first seed (`firstSeedOf`, `firstSeedAt`).
 */
export function explainStep(
  config: ExperimentConfig,
  assets: Assets,
  before: Checkpoint,
  index: number | null,
  sample = 0,
): StepExplanation {
  const rules = createRules(config, assets);
  const trainer = new Ensemble(config, rules, before);
  trainer.advance(1, null);
  const { step } = before;
  if (trainer.step === step) return { kind: 'ended', step, outcome: trainer.outcome! };
  const redone = redoUpdate(config, rules, before.members[0]!);
  const { member, input, delta, reached } = redone;
  const { lr, momentum, grad, params } = member;
  const at = index === null ? largestStep(delta) : Math.min(index, params.length - 1);
  const made = { input, peakLr: config.lr, before: redone.before, after: redone.after, delta };
  const spec = optimizers[config.optimizer.id as OptimizerId] as unknown as OptimizerSpec<
    string,
    ParamSpecs,
    unknown
  >;
  const { problem } = config;
  const objective = problem.kind === 'objective' ? buildObjective(problem) : null;
  const exact = objective && exactGradient(objective, params);
  const gained = stepGain(rules, redone);
  const noisy = problem.kind === 'objective' && problem.noise > 0;
  const update: ExplainedStep = {
    ...workedUpdate(spec, config.optimizer.params, made, at),
    ...rateOf(config, rules, step, lr),
    step,
    t: input.t,
    dim: params.length,
    index: at,
    nextMoving: nextMoving(delta, at),
    lr,
    peakLr: config.lr,
    momentum,
    theta: { before: params[at]!, after: reached[at]! },
    gradient: grad[at]!,
    exactGradient: noisy && exact ? exact[at]! : null,
    delta: delta[at]!,
    loss: gained?.loss ?? { before: member.loss, after: rules.problem.value!(reached) },
    predicted: gained?.predicted ?? null,
    gain: gained?.ratio ?? null,
    sample: rules.problem.explainSample?.(params, member.checkpoint().problem, sample) ?? null,
    stability: stabilityJudge(config, assets, MOST_WORK_AT_ONCE)?.judge(placeOf(redone)) ?? null,
  };
  return { kind: 'update', update };
}

function rateOf(
  config: ExperimentConfig,
  { rates }: Rules,
  step: number,
  lr: number,
): Pick<ExplainedStep, 'scheduleIndex' | 'rate'> {
  if ('metric' in rates) return { scheduleIndex: null, rate: [] };
  const t = rates.clock.at(step);
  const total = rates.clock.at(config.totalSteps);
  return {
    scheduleIndex: t,
    rate: workedRate(config.schedule, { peakLr: config.lr, total, t, lr }),
  };
}

/** ∇f(θ), shape (dim,). */
function exactGradient(objective: Objective, params: Float64Array): Float64Array {
  const grad = new Float64Array(params.length);
  objective.valueAndGrad(params, grad);
  return grad;
}
