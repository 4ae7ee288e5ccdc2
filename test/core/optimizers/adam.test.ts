import { describe, expect, test } from 'vitest';
import { adam } from '../../../core/optimizers/adam.ts';
import {
  build,
  dialectDefaults,
  line,
  stream,
  updatesUntil,
} from '../../support/optimizer-walk.ts';

const gradients = [0.3, -1.2, 2.5, 0.7, -0.1, 1.9];
/** Mean of `values` with weights that fade by β: what the corrected running mean amounts to. */
const fading = (values: readonly number[], beta: number): number => {
  const weights = values.map((_, i) => beta ** (values.length - 1 - i));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return values.reduce((sum, x, i) => sum + (weights[i]! / total) * x, 0);
};
const values = { beta1: 0.7, beta2: 0.9, eps: 0.25 };
const descent = { start: [0], gradient: stream(gradients), lr: 0.1 };

test('each step is a weighted mean of gradients over the root of one of squares', () => {
  const path = line(build(adam, values), descent, 6);
  for (let t = 1; t <= 6; t++) {
    const seen = gradients.slice(0, t);
    const root = Math.sqrt(
      fading(
        seen.map((g) => g * g),
        0.9,
      ),
    );
    const step = (-0.1 * fading(seen, 0.7)) / (root + 0.25);
    expect(path[t]! - path[t - 1]!).toBeCloseTo(step, 14);
  }
});

test('weight decay counts as gradient, so that its size is divided out again', () => {
  const still = { start: [5], gradient: () => [0], lr: 0.1 };
  const path = line(build(adam, { eps: 1, weightDecay: 0.6 }), still, 1);
  // g = 3: step 0.1 · 3 / (3 + 1)
  expect(path[1]).toBeCloseTo(5 - 0.075, 13);
});

test('a cycled β₁ enters both the mean and its correction by the t-th power', () => {
  const cycled = line(
    build(adam, { beta1: 0.9, beta2: 0, eps: 0 }),
    { start: [0], gradient: () => [1], lr: 1, momentum: (step) => [0.8, 0.5, 0.9][step]! },
    3,
  );
  // m = 0.2, 0.5 · 0.2 + 0.5 = 0.6, 0.9 · 0.6 + 0.1 = 0.64
  const means = [0.2 / (1 - 0.8), 0.6 / (1 - 0.25), 0.64 / (1 - 0.729)];
  means.forEach((mean, s) => expect(cycled[s]! - cycled[s + 1]!).toBeCloseTo(mean, 13));
});

test('the corrections fade out: after ten thousand updates both are gone', () => {
  const optimizer = build(adam);
  const state = optimizer.init(1);
  const one = Float64Array.of(1);
  const out = new Float64Array(1);
  for (let t = 1; t <= 50_000; t++) {
    optimizer.update({ t, lr: 0.1, momentum: null, params: one, grad: one }, state, out);
  }
  expect([...state.powers]).toEqual([0, 0]);
  expect(out[0]).toBeCloseTo(-0.1, 8);
});

describe('Keras', () => {
  const keras = { dialect: 'keras' } as const;

  test('has ε before the correction: √1000 times larger in the first step', () => {
    const eps = 1e-3;
    const first = (dialect: 'pytorch' | 'keras', g: number) =>
      -line(build(adam, { eps, dialect }), { start: [0], gradient: () => [g], lr: 1 }, 1)[1]!;
    expect(first('pytorch', 0.01)).toBeCloseTo(0.01 / (0.01 + eps), 12);
    // The book form: η √(1 − β₂)/(1 − β₁) · (1 − β₁) g / (√((1 − β₂) g²) + ε)
    const root = Math.sqrt(0.001);
    expect(first('keras', 0.01)).toBeCloseTo((root * 0.01) / (root * 0.01 + eps), 12);
    expect(first('keras', 0.01)).toBeCloseTo(0.01 / (0.01 + 31.6227766 * eps), 8);
  });

  test('keeps to that form later on', () => {
    const path = line(build(adam, { ...values, ...keras }), descent, 6);
    const m = gradients.reduce((sum, g, i) => sum + 0.3 * 0.7 ** (5 - i) * g, 0);
    const v = gradients.reduce((sum, g, i) => sum + 0.1 * 0.9 ** (5 - i) * g * g, 0);
    const rate = (0.1 * Math.sqrt(1 - 0.9 ** 6)) / (1 - 0.7 ** 6);
    expect(path[6]! - path[5]!).toBeCloseTo((-rate * m) / (Math.sqrt(v) + 0.25), 14);
  });

  test('agrees with PyTorch where ε cannot be felt', () => {
    const plain = line(build(adam, { ...values, eps: 0 }), descent, 6);
    expect(line(build(adam, { ...values, eps: 0, ...keras }), descent, 6)).toEqual(plain);
  });

  test('shrinks the parameters beside the step', () => {
    const still = { start: [5], gradient: () => [0], lr: 0.1 };
    const path = line(build(adam, { weightDecay: 0.6, ...keras }), still, 2);
    [5, 4.7, 4.418].forEach((x, s) => expect(path[s]).toBeCloseTo(x, 13));
  });
});

describe('what it was invented for', () => {
  test('the first steps are η, whatever the gradient', () => {
    for (const g of [1e-3, 1, 1e3]) {
      const path = line(build(adam), { start: [0], gradient: () => [g], lr: 0.01 }, 10);
      for (let t = 1; t <= 10; t++) expect((path[t - 1]! - path[t]!).toFixed(4)).toBe('0.0100');
    }
  });

  test.each([1e-3, 1, 1e3])('the unit of the loss does not matter: times %f', (unit) => {
    const gradient = (x: Float64Array) => [unit * x[0]!, unit * 100 * x[1]!];
    const done = (x: Float64Array) => (x[0]! ** 2 + 100 * x[1]! ** 2) / 2 < 1e-4;
    const ravine = { start: [10, 1], gradient, lr: 0.05 };
    expect(updatesUntil(build(adam), ravine, done, 1000)).toBe(580);
  });

  test('its price: a large first gradient is forgotten slowly', () => {
    const quartic = { start: [10], gradient: (x: Float64Array) => [x[0]! ** 3], lr: 0.1 };
    const near = (x: Float64Array) => Math.abs(x[0]!) < 0.1;
    expect(updatesUntil(build(adam), quartic, near, 8000)).toBe(7049);
  });
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(adam)).toEqual({ pytorch: { eps: 1e-8 }, keras: { eps: 1e-7 } });
});
