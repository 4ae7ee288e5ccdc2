import { expect, test } from 'vitest';
import { mulberry32 } from '../../../core/math/rng.ts';
import { descend, modelOf, samplesOf } from '../../support/models.ts';

const rng = mulberry32(2);
const rows = Array.from({ length: 30 }, () => [rng.normal(), 3 * rng.normal()]);
const data = samplesOf(
  rows,
  rows.map(([a, b]) => 2 * a! - b! + 0.5 + 0.1 * rng.normal()),
);

test('gradient descent ends where the normal equations say', () => {
  const model = modelOf('linear-regression', {}, 'mse', { features: 2, classes: null });
  const params = model.init(mulberry32(1));
  expect([...params]).toEqual([0, 0, 0]);
  descend(model, data, params, 0.05, 20_000, () => false);
  // At the solution the residuals are orthogonal to every input and to the column of ones.
  const residuals = rows.map(
    ([a, b], i) => params[0]! * a! + params[1]! * b! + params[2]! - data.targets[i]!,
  );
  for (const column of [0, 1, 2]) {
    const inner = residuals.reduce((sum, r, i) => sum + r * (rows[i]![column] ?? 1), 0);
    expect(inner).toBeCloseTo(0, 10);
  }
});

test('the L2 penalty pulls on weights and leaves the bias alone', () => {
  const l2 = 0.7;
  const shape = { features: 2, classes: null };
  const plain = modelOf('linear-regression', {}, 'mse', shape);
  const ridge = modelOf('linear-regression', {}, 'mse', shape, l2);
  const params = Float64Array.of(1, -2, 5);
  const [a, b] = [new Float64Array(3), new Float64Array(3)];
  const without = plain.lossAndGrad(params, data, null, 0, 30, a);
  expect(ridge.lossAndGrad(params, data, null, 0, 30, b)).toBeCloseTo(without + 0.35 * 5, 12);
  expect([...b].map((g, i) => g - a[i]!)).toEqual([
    expect.closeTo(0.7, 12),
    expect.closeTo(-1.4, 12),
    0,
  ]);
});
