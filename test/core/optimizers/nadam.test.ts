import { describe, expect, test } from 'vitest';
import { adam } from '../../../core/optimizers/adam.ts';
import { nadam } from '../../../core/optimizers/nadam.ts';
import { build, dialectDefaults, line, stream } from '../../support/optimizer-walk.ts';

const gradients = [0.3, 2.5, -1.2, 0.1, -0.1, 0.2];
const descent = { start: [0], gradient: stream(gradients), lr: 0.1 };
const values = { beta1: 0.7, beta2: 0.9, eps: 0.25, momentumDecay: 0.5 };

/** The step of update t as the paper writes it: every product and every mean from scratch. */
function step(t: number, mu: (i: number) => number, squares: number): number {
  const seen = gradients.slice(0, t);
  const m = seen.reduce((s, g, i) => s + 0.3 * 0.7 ** (t - 1 - i) * g, 0);
  const v = seen.reduce((s, g, i) => s + 0.1 * 0.9 ** (t - 1 - i) * g * g, 0);
  let product = 1;
  for (let i = 1; i <= t; i++) product *= mu(i);
  const ahead = (mu(t + 1) * m) / (1 - product * mu(t + 1));
  const ahead2 = ((1 - mu(t)) * gradients[t - 1]!) / (1 - product);
  return (0.1 * (ahead + ahead2)) / (Math.sqrt((squares * v) / (1 - 0.9 ** t)) + 0.25);
}
const warm = (i: number) => 0.7 * (1 - 0.5 * 0.96 ** (i * 0.5));

test.each([
  ['pytorch', warm, 1],
  ['keras', warm, 1],
  ['optax', () => 0.7, 1],
  ['paper', warm, 0.9],
] as const)('%s: mean and gradient, each corrected, over the root', (dialect, mu, squares) => {
  const path = line(build(nadam, { ...values, dialect }), descent, 6);
  for (let t = 1; t <= 6; t++) {
    expect(path[t - 1]! - path[t]!).toBeCloseTo(step(t, mu, squares), 14);
  }
});

test('the momentum crawls in PyTorch and is there at once in Keras', () => {
  // One gradient of 1, then nothing: with β₂ = 0 the first step is η (1 + μ₂(1 − β₁)/(1 − μ₁μ₂)).
  const first = (psi: number) =>
    -line(
      build(nadam, { momentumDecay: psi, beta2: 0, eps: 0 }),
      { start: [0], gradient: () => [1], lr: 1 },
      1,
    )[1]!;
  const mu = (t: number, psi: number) => 0.9 * (1 - 0.5 * 0.96 ** (t * psi));
  for (const psi of [0.004, 1]) {
    expect(first(psi)).toBeCloseTo(1 + (0.1 * mu(2, psi)) / (1 - mu(1, psi) * mu(2, psi)), 13);
  }
  expect([1, 1000, 5000, 20_000].map((t) => mu(t, 0.004).toFixed(4))).toEqual([
    '0.4501',
    '0.5178',
    '0.7011',
    '0.8828',
  ]);
});

test('after the warm-up it is Adam that looks ahead with constant momentum', () => {
  const far = line(build(nadam, { ...values, momentumDecay: 1e4 }), descent, 6);
  line(build(nadam, { ...values, dialect: 'optax' }), descent, 6).forEach((x, s) =>
    expect(far[s]).toBeCloseTo(x, 14),
  );
});

test('weight decay counts as gradient; only Keras shrinks the parameters', () => {
  const still = { start: [5], gradient: () => [0], lr: 0.1 };
  const end = (dialect: 'pytorch' | 'keras' | 'optax' | 'paper') =>
    line(build(nadam, { beta1: 0, eps: 1, weightDecay: 0.6, dialect }), still, 1)[1];
  // β₁ = 0 leaves g / (|g| + ε), g = 3
  expect(end('pytorch')).toBeCloseTo(5 - 0.075, 13);
  expect(end('optax')).toBeCloseTo(5 - 0.075, 13);
  expect(end('paper')).toBeCloseTo(5 - 0.3 / (3 * Math.sqrt(0.999) + 1), 13);
  expect(end('keras')).toBeCloseTo(4.7, 13);
});

test('a cycled β₁ enters the mean and μ', () => {
  const cycled = line(
    build(nadam, { beta1: 0.9, beta2: 0, eps: 0, dialect: 'optax' }),
    { start: [0], gradient: () => [1], lr: 1, momentum: (step) => [0.8, 0.5][step]! },
    2,
  );
  // t = 1: 0.8 · 0.2/(1 − 0.64) + 0.2/0.2;  t = 2: m = 0.6, M = 0.4, 0.5 · 0.6/(1 − 0.2) + 0.5/0.6
  expect(cycled[0]! - cycled[1]!).toBeCloseTo(0.16 / 0.36 + 1, 13);
  expect(cycled[1]! - cycled[2]!).toBeCloseTo(0.3 / 0.8 + 0.5 / 0.6, 13);
});

describe('what it was invented for', () => {
  const swing = (path: readonly number[]) => [
    Math.min(...path).toFixed(3),
    path.findLastIndex((x) => Math.abs(x) >= 1e-3) + 1,
  ];
  const on = (lr: number) => ({ start: [1], gradient: (x: Float64Array) => [x[0]!], lr });
  const looking = build(nadam, { momentumDecay: 1 });

  test('looking ahead it overshoots half as far and settles sooner', () => {
    expect(swing(line(build(adam), on(0.05), 2000))).toEqual(['-0.130', 125]);
    expect(swing(line(looking, on(0.05), 2000))).toEqual(['-0.076', 115]);
    expect(swing(line(build(adam), on(0.1), 2000))).toEqual(['-0.273', 123]);
    expect(swing(line(looking, on(0.1), 2000))).toEqual(['-0.135', 89]);
  });

  test('its price: at η = 0.2 it still rings after thousands of updates', () => {
    const path = line(looking, on(0.2), 5000);
    const settled = path.findLastIndex((x) => Math.abs(x) >= 1e-3) + 1;
    expect(Math.abs(settled / 3830 - 1)).toBeLessThan(0.02);
  });
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(nadam)).toEqual({
    pytorch: { momentumDecay: 0.004, eps: 1e-8 },
    keras: { momentumDecay: 1, eps: 1e-7 },
    optax: { momentumDecay: 0.004, eps: 1e-8 },
    paper: { momentumDecay: 0.004, eps: 1e-8 },
  });
});
