import { expect, test } from 'vitest';
import { predictedChange, timesHessian } from '../../../core/analysis/predicted-change.ts';
import { quadraticBowl } from '../../../core/objectives/quadratic-bowl.ts';
import { fc } from '../../support/seed.ts';

test('on a quadratic the prediction is the change', () => {
  const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
  const bowl = quadraticBowl.create({ lambda1: 3, lambda2: 0.2 });
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, coordinate, (a, b, da, db) => {
      const [grad, bent, hessian] = [new Float64Array(2), new Float64Array(2), new Float64Array(4)];
      const delta = Float64Array.of(da, db);
      const before = bowl.valueAndGrad(Float64Array.of(a, b), grad);
      bowl.hessian(Float64Array.of(a, b), hessian);
      timesHessian(hessian, delta, bent);
      const after = bowl.valueAndGrad(Float64Array.of(a + da, b + db), new Float64Array(2));
      const { slope, curvature, total } = predictedChange(grad, delta, bent);
      expect(Math.abs(total - (after - before))).toBeLessThan(1e-12 * (1 + before + after));
      expect(slope + curvature).toBe(total);
    }),
  );
});

test('gradient descent gains η (1 − ηΛ/2) ‖g‖²: downhill below ηΛ = 2, uphill above', () => {
  const at = (rate: number): number => {
    const grad = Float64Array.of(6, -2);
    const delta = grad.map((g) => -rate * g);
    return predictedChange(
      grad,
      delta,
      delta.map((d) => 4 * d),
    ).total;
  };
  expect(at(0.1)).toBeCloseTo(-0.1 * (1 - 0.2) * 40, 14);
  expect(at(0.5)).toBeCloseTo(0, 14);
  expect(at(0.6)).toBeGreaterThan(0);
});
