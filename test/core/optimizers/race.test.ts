/** No optimizer wins everywhere: the best rate of each on a grid of factors 2, two valleys. */
import { describe, expect, test } from 'vitest';
import { optimizers } from '../../../core/optimizers/index.ts';
import type { Optimizer } from '../../../core/optimizers/optimizer.ts';
import { build, updatesUntil } from '../../support/optimizer-walk.ts';

type Valley = (x: number, y: number) => readonly [value: number, gx: number, gy: number];

const beale: Valley = (x, y) => {
  const a = 1.5 - x + x * y;
  const b = 2.25 - x + x * y ** 2;
  const c = 2.625 - x + x * y ** 3;
  return [
    a ** 2 + b ** 2 + c ** 2,
    2 * (a * (y - 1) + b * (y ** 2 - 1) + c * (y ** 3 - 1)),
    2 * x * (a + 2 * b * y + 3 * c * y ** 2),
  ];
};

const rosenbrock: Valley = (x, y) => {
  const r = y - x * x;
  return [(1 - x) ** 2 + 100 * r * r, -2 * (1 - x) - 400 * x * r, 200 * r];
};

/** Fewest updates to a value below 10⁻⁶ over the rates 0.1 · 2ᵏ; null: none arrives within the limit. */
function fewest<S>(optimizer: Optimizer<S>, valley: Valley, start: number[], limit: number) {
  const gradient = (p: Float64Array) => valley(p[0]!, p[1]!).slice(1);
  const done = (p: Float64Array) => valley(p[0]!, p[1]!)[0] < 1e-6;
  let best: number | null = null;
  for (let k = -13; k <= 10; k++) {
    const descent = { start, gradient, lr: 0.1 * 2 ** k };
    best = updatesUntil(optimizer, descent, done, best ?? limit) ?? best;
  }
  return best;
}

const counts = (valley: Valley, start: number[], limit: number, ids: readonly string[]) =>
  Object.fromEntries(
    ids.map((id) => {
      const optimizer = build(optimizers[id as 'sgd']);
      return [id, fewest(optimizer, valley, start, limit)];
    }),
  );

describe('updates to 10⁻⁶', () => {
  test('Beale from (1, 1)', () => {
    const expected = {
      sgd: 656,
      momentum: 96,
      nesterov: 48,
      adagrad: 180,
      adadelta: 171,
      rmsprop: 198,
      adam: 111,
      adamax: 103,
      nadam: 34,
      amsgrad: 129,
    };
    expect(counts(beale, [1, 1], 3000, Object.keys(expected))).toEqual(expected);
  });

  test('Rosenbrock from (−1.2, 1)', () => {
    const slow = { sgd: 9633, adagrad: 7145, nadam: 5583, rmsprop: null, adadelta: null };
    const expected = {
      momentum: 417,
      nesterov: 1855,
      adam: 549,
      adamax: 1691,
      amsgrad: 616,
      ...(process.env['DOWNHILL_TEST_SIZE'] === 'full' ? slow : {}),
    };
    expect(counts(rosenbrock, [-1.2, 1], 12_000, Object.keys(expected))).toEqual(expected);
  });
});
