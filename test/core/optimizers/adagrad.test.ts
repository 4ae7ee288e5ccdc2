import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../core/math/rng.ts';
import { adagrad } from '../../../core/optimizers/adagrad.ts';
import { sgd } from '../../../core/optimizers/sgd.ts';
import {
  build,
  dialectDefaults,
  line,
  stream,
  updatesUntil,
  walk,
  written,
  type Descent,
} from '../../support/optimizer-walk.ts';

test('each gradient is divided by the root of the sum of all squares so far', () => {
  // Sums 9, 25, 169: roots 3, 5, 13
  const path = line(
    build(adagrad, { eps: 0 }),
    { start: [0], gradient: stream([3, 4, 12]), lr: 0.1 },
    3,
  );
  [0, -0.1, -0.18, -0.18 - 1.2 / 13].forEach((x, s) => expect(path[s]).toBeCloseTo(x, 14));
});

test('the initial sum, ε beside the root, and the decay of the rate', () => {
  const values = { initialAccumulator: 7, eps: 1, lrDecay: 0.5 };
  // √(7 + 9) + 1 = 5;  √(16 + 20) + 1 = 7, rate 1 / (1 + 0.5)
  const path = line(
    build(adagrad, values),
    { start: [0], gradient: stream([3, -Math.sqrt(20)]), lr: 1 },
    2,
  );
  expect(path[1]).toBeCloseTo(-3 / 5, 14);
  expect(path[2]! - path[1]!).toBeCloseTo(Math.sqrt(20) / 7 / 1.5, 14);
});

test('under a constant gradient the t-th step is η/√t', () => {
  const path = line(build(adagrad), { start: [0], gradient: () => [1], lr: 0.5 }, 100);
  expect(path[99]! - path[100]!).toBeCloseTo(0.05, 10);
});

test('weight decay counts as gradient', () => {
  const path = line(
    build(adagrad, { weightDecay: 0.5, eps: 1 }),
    { start: [6], gradient: () => [1], lr: 1 },
    1,
  );
  // g = 1 + 3 = 4, step 4 / (4 + 1)
  expect(path[1]).toBeCloseTo(6 - 0.8, 14);
});

describe('Keras and Optax', () => {
  const descent = { start: [2], gradient: stream([0.3, -0.4]), lr: 0.1 };

  test.each(['keras', 'optax'] as const)('%s has ε inside the root', (dialect) => {
    const values = { initialAccumulator: 0.1, eps: 1e-2 };
    const path = line(build(adagrad, { ...values, dialect }), descent, 2);
    expect(2 - path[1]!).toBeCloseTo(0.03 / Math.sqrt(0.2), 14);
    expect(path[1]! - path[2]!).toBeCloseTo(-0.04 / Math.sqrt(0.36), 14);
    const outside = line(build(adagrad, values), descent, 2);
    expect(2 - outside[1]!).toBeCloseTo(0.03 / (Math.sqrt(0.19) + 0.01), 14);
  });

  test('agree with PyTorch where ε cannot be felt', () => {
    const values = { initialAccumulator: 0.1, eps: 0 };
    const plain = line(build(adagrad, values), descent, 2);
    expect(line(build(adagrad, { ...values, dialect: 'keras' }), descent, 2)).toEqual(plain);
    expect(line(build(adagrad, { ...values, dialect: 'optax' }), descent, 2)).toEqual(plain);
  });

  test('Keras shrinks the parameters, Optax adds the decay to the gradient', () => {
    const values = { weightDecay: 0.5, eps: 1 };
    const still = { start: [6], gradient: () => [0], lr: 0.1 };
    const keras = line(build(adagrad, { ...values, dialect: 'keras' }), still, 1);
    expect(keras[1]).toBeCloseTo(6 - 0.1 * 0.5 * 6, 14);
    const optax = line(build(adagrad, { ...values, dialect: 'optax' }), still, 1);
    expect(optax[1]).toBeCloseTo(6 - (0.1 * 3) / Math.sqrt(10), 14);
  });
});

describe('what it was invented for', () => {
  /** A feature present once in a hundred examples: mean |w₂ − 1| after 1000 updates, over 200 runs. */
  const rareFeature = (optimizer: ReturnType<typeof build>, lr: Descent['lr']): number => {
    let sum = 0;
    for (let seed = 11; seed <= 210; seed++) {
      const rng = mulberry32(seed);
      const gradient = (w: Float64Array) => {
        const often = rng.normal();
        const rare = rng.uniform() < 0.01 ? 1 : 0;
        const error = (w[0]! - 1) * often + (w[1]! - 1) * rare;
        return [error * often, error * rare];
      };
      sum += Math.abs(walk(optimizer, { start: [0, 0], gradient, lr }, 1000)[1000]![1]! - 1);
    }
    return sum / 200;
  };

  test('a rare feature is learnt, which no decay of a common rate achieves', () => {
    expect(rareFeature(build(sgd), 0.1).toFixed(3)).toBe('0.357');
    expect(rareFeature(build(sgd), (step) => 0.5 / (1 + 0.1 * step)).toFixed(3)).toBe('0.774');
    expect(rareFeature(build(sgd), (step) => 0.5 / Math.sqrt(1 + step)).toFixed(3)).toBe('0.723');
    expect(rareFeature(build(adagrad), 0.5).toFixed(4)).toBe('0.0104');
    expect(rareFeature(build(adagrad), 1).toFixed(4)).toBe('0.0001');
  });

  test('its price: one large gradient shortens all later steps', () => {
    const quartic = { start: [10], gradient: (x: Float64Array) => [x[0]! ** 3] };
    const near = (x: Float64Array) => Math.abs(x[0]!) < 0.1;
    expect(updatesUntil(build(adagrad), { ...quartic, lr: 1 }, near, 100_000)).toBe(95_345);
    const limit = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 500_000 : 100_000;
    expect(updatesUntil(build(adagrad), { ...quartic, lr: 0.1 }, near, limit)).toBeNull();
  });
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(adagrad)).toEqual({
    pytorch: { initialAccumulator: 0, eps: 1e-10 },
    keras: { initialAccumulator: 0.1, eps: 1e-7 },
    optax: { initialAccumulator: 0.1, eps: 1e-7 },
  });
});

test('its arithmetic speaks of a decay of the rate only where there is one', () => {
  expect(written(adagrad, { lrDecay: 0 })['theta']).toBe('theta - eta*(g/(sqrt(sum) + eps))');
  expect(written(adagrad, { lrDecay: 0.1 })['theta']).toBe(
    'theta - eta/(1 + (t - 1)*lrDecay)*(g/(sqrt(sum) + eps))',
  );
});
