import { expect, test } from 'vitest';
import { mulberry32 } from '../../../core/math/rng.ts';
import { descend, modelOf, samplesOf } from '../../support/models.ts';

const rng = mulberry32(5);
const rows = Array.from({ length: 40 }, () => [rng.normal(), rng.normal()]);
const noisy = samplesOf(
  rows,
  rows.map(([a, b]) => (a! - b! + rng.normal() > 0 ? 1 : 0)),
);
const shape = { features: 2, classes: 2 };

test('gradient descent ends where the mean probability of each direction is that of the labels', () => {
  const model = modelOf('logistic-regression', {}, 'binary-cross-entropy', shape);
  const params = model.init(mulberry32(1));
  descend(model, noisy, params, 1, 5000, () => false);
  const off = rows.map(
    ([a, b], i) =>
      1 / (1 + Math.exp(-(params[0]! * a! + params[1]! * b! + params[2]!))) - noisy.targets[i]!,
  );
  for (const column of [0, 1, 2]) {
    const inner = off.reduce((sum, d, i) => sum + d * (rows[i]![column] ?? 1), 0);
    expect(inner).toBeCloseTo(0, 10);
  }
});

test.each(['mse', 'binary-cross-entropy', 'hinge', 'squared-hinge'] as const)(
  'with %s it separates what a line can separate',
  (loss) => {
    const data = samplesOf(
      rows,
      rows.map(([a, b]) => (a! - b! > 0 ? 1 : 0)),
    );
    const model = modelOf('logistic-regression', {}, loss, shape);
    const params = model.init(mulberry32(1));
    descend(model, data, params, 1, 3000, () => false);
    expect(model.evaluate(params, data).accuracy).toBeGreaterThanOrEqual(0.975);
  },
);
