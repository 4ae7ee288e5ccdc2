import { sharpness } from '../analysis/sharpness.ts';
import { frozenLimit, stabilityLimit, type StabilityLimit } from '../analysis/stability-limit.ts';
import type { Assets } from '../datasets/dataset.ts';
import type { ExperimentConfig } from '../experiment/config.ts';
import { symmetricEigen } from '../math/symmetric-eigen.ts';
import type { Objective } from '../objectives/objective.ts';
import { buildModelOnData } from './model-on-data.ts';

/** How large a rate an optimizer bears where a run is, judged by the curvature there. */
export interface LocalStability {
  /**
   * Largest eigenvalue of the Hessian of the loss at θ_s: of an objective to rounding; of a model, over all
   * training samples, the one of largest size by power iteration (analysis/sharpness.ts).
   */
  readonly sharpness: number;
  readonly kind: 'exact' | 'estimate';
  /** Largest stable constant rate if the curvature were the same everywhere; null where none is known. */
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

/** Parameters times samples up to which sharpness is estimated: about a third of a second of work. */
const MOST_WORK = 2e6;

/** Null where the loss has no curvature of its own, where it is not finite, and for models too large to wait for. */
export function localStability(
  config: ExperimentConfig,
  assets: Assets,
  objective: Objective | null,
  place: Place,
): LocalStability | null {
  if (objective) return ofObjective(config, objective, place);
  return config.problem.kind === 'model' ? ofModel(config, assets, place) : null;
}

function ofObjective(
  { optimizer }: ExperimentConfig,
  objective: Objective,
  { params, state, t, momentum }: Place,
): LocalStability | null {
  const hessian = new Float64Array(params.length ** 2);
  objective.hessian(params, hessian);
  if (!hessian.every(Number.isFinite)) return null;
  const curvatures = [...symmetricEigen(hessian, params.length).values];
  const limit =
    stabilityLimit(optimizer, curvatures, momentum) ??
    frozenLimit(optimizer, hessian, { state, t });
  return { sharpness: curvatures[0]!, kind: 'exact', limit };
}

function ofModel(
  config: ExperimentConfig,
  assets: Assets,
  { params, momentum }: Place,
): LocalStability | null {
  const { problem, optimizer } = config;
  if (problem.kind !== 'model') return null;
  const { model, dataset } = buildModelOnData(problem, config, assets);
  if (model.dim * dataset.train.count > MOST_WORK) return null;
  const { eigenvalue } = sharpness(model, dataset.train, params);
  if (!Number.isFinite(eigenvalue)) return null;
  return {
    sharpness: eigenvalue,
    kind: 'estimate',
    limit: stabilityLimit(optimizer, [eigenvalue], momentum),
  };
}
