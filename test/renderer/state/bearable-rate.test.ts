import { expect, test } from 'vitest';
import { objectives } from '../../../core/objectives/index.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import { defaultParams, type Choice } from '../../../core/params.ts';
import { bearableRate } from '../../../renderer/src/state/bearable-rate.ts';

const usual = (id: OptimizerId): Choice => ({ id, params: defaultParams(optimizers[id].params) });
const sgd = usual('sgd');

test('a rate that is borne stays, one that is not becomes a round one below half of the limit', () => {
  const parabola = objectives.parabola.create({ curvature: 1 });
  expect(bearableRate(parabola, [10], sgd, 0.37)).toBe(0.37);
  expect(bearableRate(parabola, [10], sgd, 1)).toBe(1);
  expect(bearableRate(parabola, [10], sgd, 1.9)).toBe(1);
  const valley = objectives.rosenbrock.create({ a: 1, b: 100 });
  // λ₁ = 1506 at (−1.2, 1), so 1/L = 6.6e-4.
  expect(bearableRate(valley, [-1.2, 1], sgd, 0.1)).toBe(0.0006);
});

test('where no limit is known any rate is taken', () => {
  const valley = objectives.rosenbrock.create({ a: 1, b: 100 });
  expect(bearableRate(valley, [-1.2, 1], usual('adam'), 0.1)).toBe(0.1);
  const flat = objectives.formula.create({ formula: '3' });
  expect(bearableRate(flat, [1], sgd, 0.1)).toBe(0.1);
});
