import { describe, expect, it } from 'vitest';
import { gainRatio } from '../../../core/analysis/gain-ratio.ts';
import { predictedChange, timesHessian } from '../../../core/analysis/predicted-change.ts';
import { quadraticBowl } from '../../../core/objectives/quadratic-bowl.ts';
import { rosenbrock } from '../../../core/objectives/rosenbrock.ts';
import type { Objective } from '../../../core/objectives/objective.ts';

function ratioOf(
  objective: Objective,
  at: readonly [number, number],
  step: (grad: Float64Array) => Float64Array,
): ReturnType<typeof gainRatio> {
  const [grad, bent, hessian] = [new Float64Array(2), new Float64Array(2), new Float64Array(4)];
  const params = Float64Array.from(at);
  const before = objective.valueAndGrad(params, grad);
  const delta = step(grad);
  objective.hessian(params, hessian);
  timesHessian(hessian, delta, bent);
  const after = objective.valueAndGrad(
    params.map((value, i) => value + delta[i]!),
    new Float64Array(2),
  );
  return gainRatio({ before, after }, predictedChange(grad, delta, bent));
}

const descent =
  (rate: number) =>
  (grad: Float64Array): Float64Array =>
    grad.map((g) => -rate * g);

describe('the gain ratio', () => {
  // f = ½ (4 x² + y²) at (1, 2): g = (4, 2), κ = (4·16 + 4) / 20 = 3.4.
  const bowl = quadraticBowl.create({ lambda1: 4, lambda2: 1 });
  const kappa = 3.4;

  it.each([0.01, 1 / kappa, 0.5, 2 / kappa, 0.9])(
    'of gradient descent on a quadratic is 1 − ηκ/2, for η = %d',
    (rate) => {
      const { actual, curved } = ratioOf(bowl, [1, 2], descent(rate));
      expect(actual).toBeCloseTo(1 - (rate * kappa) / 2, 12);
      expect(curved).toBeCloseTo(1 - (rate * kappa) / 2, 12);
    },
  );

  it('is ½ at the lowest point along any step, and 0 twice as far', () => {
    // Along (−1, 0): gᵀd = −4, dᵀHd = 4, lowest at τ = 1.
    const along = (length: number) => (): Float64Array => Float64Array.of(-length, 0);
    expect(ratioOf(bowl, [1, 2], along(1)).actual).toBeCloseTo(0.5, 14);
    expect(ratioOf(bowl, [1, 2], along(2)).actual).toBeCloseTo(0, 14);
    expect(ratioOf(bowl, [1, 2], along(3)).actual).toBeLessThan(0);
  });

  it('parts from the second order where the curvature changes along the step', () => {
    const valley = rosenbrock.create({ a: 1, b: 100 });
    const far = ratioOf(valley, [-1.2, 1], descent(1e-3));
    const near = ratioOf(valley, [-1.2, 1], descent(1e-6));
    const gap = ({ actual, curved }: typeof far): number => Math.abs(actual - curved);
    expect(gap(far)).toBeGreaterThan(0.01);
    // Third order: the gap falls with the square of the rate.
    expect(gap(near)).toBeLessThan(gap(far) * 1e-4);
    expect(near.actual).toBeCloseTo(1, 2);
  });

  it('is not there where the slope promises no decrease', () => {
    const uphill = ratioOf(bowl, [1, 2], (grad) => grad.map((g) => 0.1 * g));
    expect(uphill).toEqual({ actual: NaN, curved: NaN });
    const nowhere = gainRatio({ before: 0, after: 0 }, { slope: 0, total: 0 });
    expect(nowhere).toEqual({ actual: NaN, curved: NaN });
  });

  it('is not there where rounding hides the promise, nor where the loss overflows', () => {
    const loss = { before: 1e6, after: 1e6 };
    expect(gainRatio(loss, { slope: -1e-8, total: -1e-8 }).actual).toBeNaN();
    expect(gainRatio(loss, { slope: -1e-3, total: -1e-3 }).actual).toBe(0);
    expect(gainRatio({ before: 1, after: Infinity }, { slope: -1, total: 1 }).actual).toBeNaN();
  });

  it('does not depend on the unit of the loss', () => {
    const tiny = gainRatio({ before: 3e-290, after: 1e-290 }, { slope: -4e-290, total: -2e-290 });
    expect(tiny.actual).toBeCloseTo(0.5, 12);
    expect(tiny.curved).toBeCloseTo(0.5, 12);
  });
});
