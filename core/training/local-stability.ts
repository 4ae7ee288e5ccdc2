import { canFreeze, frozenRule } from '../analysis/frozen-preconditioner.ts';
import { linearRuleOf } from '../analysis/linear-rules.ts';
import { sharpness } from '../analysis/sharpness.ts';
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
  limit(place: Place): StabilityLimit | null;
}

/** Parameters times samples up to which sharpness is estimated: about a third of a second of work. */
const MOST_WORK = 2e6;

type Judged = Pick<ExperimentConfig, 'problem' | 'optimizer'>;

/** Whether the curvature along a run can be told: not of streams, nor of models too large to wait for. */
function hasCurvature({ problem }: Judged): boolean {
  return problem.kind === 'model' ? workOf(problem) <= MOST_WORK : problem.kind === 'objective';
}

function workOf({ model, loss, dataset }: ModelProblemConfig): number {
  const sizes = datasetSizes(dataset);
  return parameterCount(model as Choice<ModelId>, loss.id as LossId, sizes) * sizes.train;
}

/** Whether a largest stable rate follows from it: not for optimizers that take signs, for instance. */
export function hasLocalLimit(config: Judged): boolean {
  const { optimizer } = config;
  return hasCurvature(config) && (linearRuleOf(optimizer) !== null || canFreeze(optimizer));
}

/** Null where a run has no curvature that could be judged. */
export function stabilityJudge(config: ExperimentConfig, assets: Assets): StabilityJudge | null {
  if (!hasCurvature(config)) return null;
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
  return { judge, limit: (place) => judge(place)?.limit ?? null };
}

function ofModel(
  config: ExperimentConfig,
  problem: ModelProblemConfig,
  assets: Assets,
): StabilityJudge {
  const { optimizer } = config;
  const { model, dataset } = buildModelOnData(problem, config, assets);
  const eigenvalueAt = ({ params }: Place): number =>
    sharpness(model, dataset.train, params).eigenvalue;
  const frozenAt = ({ params, state, t }: Place): StabilityLimit | null => {
    const frozen = frozenRule(optimizer, { state, t });
    if (!frozen) return null;
    const { divisor, rule } = frozen;
    const { eigenvalue } = sharpness(model, dataset.train, params, { divisor, shift: rule.l2 });
    return Number.isFinite(eigenvalue) ? limitOfFrozen(frozen, [eigenvalue]) : null;
  };
  const limitAt = (place: Place, eigenvalue: number): StabilityLimit | null =>
    Number.isFinite(eigenvalue) ? stabilityLimit(optimizer, [eigenvalue], place.momentum) : null;
  return {
    judge(place) {
      const eigenvalue = eigenvalueAt(place);
      if (!Number.isFinite(eigenvalue)) return null;
      const limit = canFreeze(optimizer) ? frozenAt(place) : limitAt(place, eigenvalue);
      return { sharpness: eigenvalue, kind: 'estimate', limit };
    },
    limit(place) {
      if (canFreeze(optimizer)) return frozenAt(place);
      return linearRuleOf(optimizer) ? limitAt(place, eigenvalueAt(place)) : null;
    },
  };
}
