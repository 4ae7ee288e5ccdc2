import type { Rng } from '../../../core/math/rng.ts';
import type { Objective } from '../../../core/objectives/objective.ts';
import { objectives, type ObjectiveId } from '../../../core/objectives/index.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import type { Optimizer } from '../../../core/optimizers/optimizer.ts';
import { defaultParams, type Choice, type Values } from '../../../core/params.ts';
import { chosen } from '../../support/chains.ts';

/** A member of the objectives with its defaults but for what is given. */
export function objective(id: ObjectiveId, params: Values = {}): Objective {
  const spec = objectives[id];
  return spec.create({ ...defaultParams(spec.params), ...params } as never);
}

/** f = ½ λ x². */
export const parabola = (curvature = 1): Objective => objective('parabola', { curvature });

/** f = ½ Σ λᵢ xᵢ². */
export const diagonal = (...eigenvalues: readonly number[]): Objective =>
  objective('quadratic', { eigenvalues });

export interface Plan {
  readonly objective: Pick<Objective, 'valueAndGrad'>;
  readonly start: readonly number[];
  /** A constant, or the rate that update t + 1 uses. */
  readonly rate: number | ((t: number) => number);
  /** Plain gradient descent unless given. */
  readonly optimizer?: Choice;
  /** Normal noise of this deviation on every gradient coordinate, drawn from `rng`. */
  readonly noise?: number;
  readonly rng?: Rng;
}

/** One run, update by update: a real optimizer on a real objective. */
export class Walk {
  readonly x: Float64Array;
  /** Exact gradient at x. */
  readonly grad: Float64Array;
  /** Loss at x. */
  loss = NaN;
  /** Updates made. */
  step = 0;
  /** The last update. */
  readonly delta: Float64Array;
  readonly #plan: Plan;
  readonly #rate: (t: number) => number;
  readonly #rule: Optimizer<unknown>;
  readonly #state: unknown;
  readonly #seen: Float64Array;

  constructor(plan: Plan) {
    const { id, params } = plan.optimizer ?? chosen('sgd');
    const { rate } = plan;
    this.#plan = plan;
    this.#rate = typeof rate === 'number' ? () => rate : rate;
    this.#rule = optimizers[id as OptimizerId].create(params as never) as Optimizer<unknown>;
    this.x = Float64Array.from(plan.start);
    this.grad = new Float64Array(this.x.length);
    this.delta = new Float64Array(this.x.length);
    this.#seen = new Float64Array(this.x.length);
    this.#state = this.#rule.init(this.x.length);
    this.#look();
  }

  get gradNorm(): number {
    return Math.hypot(...this.grad);
  }

  advance(updates = 1): this {
    const { noise = 0, rng } = this.#plan;
    for (let k = 0; k < updates; k++) {
      for (let i = 0; i < this.x.length; i++) {
        this.#seen[i] = this.grad[i]! + (noise > 0 ? noise * rng!.normal() : 0);
      }
      this.#rule.update(
        {
          t: this.step + 1,
          lr: this.#rate(this.step),
          momentum: null,
          params: this.x,
          grad: this.#seen,
        },
        this.#state,
        this.delta,
      );
      for (let i = 0; i < this.x.length; i++) this.x[i]! += this.delta[i]!;
      this.step++;
      this.#look();
    }
    return this;
  }

  #look(): void {
    this.loss = this.#plan.objective.valueAndGrad(this.x, this.grad);
  }
}

/** Updates until `arrived` first holds, counted from the start; null if it does not within `most`. */
export function updatesUntil(
  walk: Walk,
  arrived: (walk: Walk) => boolean,
  most: number,
): number | null {
  while (!arrived(walk)) {
    if (walk.step >= most) return null;
    walk.advance();
  }
  return walk.step;
}

/** Updates until the loss is below `target`. */
export function hits(plan: Plan, target: number, most = 100_000): number | null {
  return updatesUntil(new Walk(plan), ({ loss }) => loss < target, most);
}

/** What `measure` gives at the end of each of `runs` walks, all drawing from one generator, one after the other. */
export function repeat(plan: Plan, runs: number, measure: (walk: Walk) => number): number[] {
  return Array.from({ length: runs }, () => measure(new Walk(plan)));
}

/** Mean loss over the last `tail` of `steps` updates. */
export const tailLoss =
  (steps: number, tail: number) =>
  (walk: Walk): number => {
    walk.advance(steps - tail);
    let sum = 0;
    for (let s = 0; s < tail; s++) sum += walk.advance().loss;
    return sum / tail;
  };

/** Loss after `steps` updates. */
export const finalLoss =
  (steps: number) =>
  (walk: Walk): number =>
    walk.advance(steps).loss;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
