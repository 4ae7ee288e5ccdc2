import { canFreeze, frozenRule } from '../analysis/frozen-preconditioner.ts';
import { finish, type InPieces } from '../analysis/in-pieces.ts';
import { linearRuleOf } from '../analysis/linear-rules.ts';
import { sharpness, sharpnessInPieces } from '../analysis/sharpness.ts';
import {
  frozenLimit,
  limitOfFrozen,
  stabilityLimit,
  type StabilityLimit,
} from '../analysis/stability-limit.ts';
import { datasetSizes } from '../datasets/build.ts';
import type { Assets } from '../datasets/dataset.ts';
import type { ExperimentConfig, ModelProblemConfig } from '../experiment/config.ts';
import type { LossId } from '../losses/index.ts';
import { symmetricEigen } from '../math/symmetric-eigen.ts';
import { parameterCount } from '../models/build.ts';
import type { ModelId } from '../models/index.ts';
import { buildObjective } from '../objectives/build.ts';
import type { Objective } from '../objectives/objective.ts';
import type { Choice } from '../params.ts';
import { buildModelOnData } from './model-on-data.ts';

/** How large a rate an optimizer bears where a run is, judged by the curvature there. */
export interface LocalStability {
  /**
   * Largest eigenvalue of the Hessian of the loss at θ_s: of an objective to rounding; of a model, over all
   * training samples, the one of largest size by power iteration (analysis/sharpness.ts).
   */
  readonly sharpness: number;
  readonly kind: 'exact' | 'estimate';
  /**
   * Largest stable constant rate if the curvature were the same everywhere; null where none is known. Of a model, in
   * the direction of the largest curvature alone: networks bend down in some other nearly everywhere.
   */
  readonly limit: StabilityLimit | null;
}

/** Where a run is: θ_s, and what its optimizer holds after update s + 1, the t-th since it began. */
export interface Place {
  readonly params: Float64Array;
  readonly state: unknown;
  readonly t: number;
  /** β where the schedule cycles it, else null. */
  readonly momentum: number | null;
}

/** Judges places of one run; model and data are built once. */
export interface StabilityJudge {
  /** Null where it is not finite. */
  judge(place: Place): LocalStability | null;
  /** The limit that `judge` finds, without what only the rest of it needs. */
  limit(place: Place): InPieces<StabilityLimit | null>;
}

/**
 * Parameters times training samples, which the time for one estimate of a sharpness grows with: for a million 0.1 to
 * 0.2 s with wide layers, 0.3 to 1.0 s with narrow ones, on a busy machine. Up to so much it is told with every update that is looked at.
 */
export const MOST_WORK_AT_ONCE = 2e6;
/** Up to so much it is told along a run, in pieces, of fewer updates the larger the model (run-survey.ts). */
export const MOST_WORK = 2e7;

type Judged = Pick<ExperimentConfig, 'problem' | 'optimizer'>;

/** Work of one judgement, in parameters times training samples; 0 where it takes next to none. */
export function judgingWork({ problem }: Pick<ExperimentConfig, 'problem'>): number {
  return problem.kind === 'model' ? workOf(problem) : 0;
}

function workOf({ model, loss, dataset }: ModelProblemConfig): number {
  const sizes = datasetSizes(dataset);
  return parameterCount(model as Choice<ModelId>, loss.id as LossId, sizes) * sizes.train;
}

/** Whether a largest stable rate follows from the curvature: not of streams, nor for optimizers that take signs. */
function limitFollows({ problem, optimizer }: Judged): boolean {
  const bends = problem.kind !== 'stream';
  return bends && (linearRuleOf(optimizer) !== null || canFreeze(optimizer));
}

/** Whether a largest stable rate can be told along a run. */
export function hasLocalLimit(config: Judged): boolean {
  return limitFollows(config) && judgingWork(config) <= MOST_WORK;
}

/** Whether it can be told only so, and not with every update. */
export function isJudgedAlongOnly(config: Judged): boolean {
  return hasLocalLimit(config) && judgingWork(config) > MOST_WORK_AT_ONCE;
}

/** Whether it could, were the model not too large to wait for. */
export function isTooLargeToJudge(config: Judged): boolean {
  return limitFollows(config) && judgingWork(config) > MOST_WORK;
}

/** Null where a run has no curvature that could be judged with so much work. */
export function stabilityJudge(
  config: ExperimentConfig,
  assets: Assets,
  mostWork: number,
): StabilityJudge | null {
  if (judgingWork(config) > mostWork) return null;
  const { problem } = config;
  if (problem.kind === 'objective') return ofObjective(config, buildObjective(problem));
  return problem.kind === 'model' ? ofModel(config, problem, assets) : null;
}

function ofObjective({ optimizer }: ExperimentConfig, objective: Objective): StabilityJudge {
  const judge = ({ params, state, t, momentum }: Place): LocalStability | null => {
    const hessian = new Float64Array(params.length ** 2);
    objective.hessian(params, hessian);
    if (!hessian.every(Number.isFinite)) return null;
    const curvatures = [...symmetricEigen(hessian, params.length).values];
    const limit =
      stabilityLimit(optimizer, curvatures, momentum) ??
      frozenLimit(optimizer, hessian, { state, t });
    return { sharpness: curvatures[0]!, kind: 'exact', limit };
  };
  return {
    judge,
    *limit(place) {
      yield;
      return judge(place)?.limit ?? null;
    },
  };
}

function ofModel(
  config: ExperimentConfig,
  problem: ModelProblemConfig,
  assets: Assets,
): StabilityJudge {
  const { optimizer } = config;
  const { model, dataset } = buildModelOnData(problem, config, assets);
  function* frozenAt({ params, state, t }: Place): InPieces<StabilityLimit | null> {
    const frozen = frozenRule(optimizer, { state, t });
    if (!frozen) return null;
    const through = { divisor: frozen.divisor, shift: frozen.rule.l2 };
    const { eigenvalue } = yield* sharpnessInPieces(model, dataset.train, params, through);
    return Number.isFinite(eigenvalue) ? limitOfFrozen(frozen, [eigenvalue]) : null;
  }
  const limitAt = (place: Place, eigenvalue: number): StabilityLimit | null =>
    Number.isFinite(eigenvalue) ? stabilityLimit(optimizer, [eigenvalue], place.momentum) : null;
  return {
    judge(place) {
      const { eigenvalue } = sharpness(model, dataset.train, place.params);
      if (!Number.isFinite(eigenvalue)) return null;
      const limit = canFreeze(optimizer) ? finish(frozenAt(place)) : limitAt(place, eigenvalue);
      return { sharpness: eigenvalue, kind: 'estimate', limit };
    },
    *limit(place) {
      if (canFreeze(optimizer)) return yield* frozenAt(place);
      if (!linearRuleOf(optimizer)) return null;
      const { eigenvalue } = yield* sharpnessInPieces(model, dataset.train, place.params);
      return limitAt(place, eigenvalue);
    },
  };
}
