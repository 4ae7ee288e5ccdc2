import { describe, expect, test } from 'vitest';
import { rmsprop } from '../../../core/optimizers/rmsprop.ts';
import {
  build,
  dialectDefaults,
  line,
  stream,
  updatesUntil,
  written,
} from '../../support/optimizer-walk.ts';

const gradients = [0.3, -1.2, 2.5, 0.7, -0.1, 1.9];
/** Running mean of `values` with memory ρ, from zero, as a weighted sum. */
const mean = (values: readonly number[], rho: number): number =>
  values.reduce((sum, x, i) => sum + (1 - rho) * rho ** (values.length - 1 - i) * x, 0);
const squares = (n: number) => gradients.slice(0, n).map((g) => g * g);
const descent = { start: [0], gradient: stream(gradients), lr: 0.1 };
const steps = (path: readonly number[]) => path.slice(1).map((x, s) => x - path[s]!);

test('each gradient is divided by the root of a running mean of squares', () => {
  const path = line(build(rmsprop, { rho: 0.8, eps: 0.25 }), descent, 6);
  steps(path).forEach((step, s) => {
    const root = Math.sqrt(mean(squares(s + 1), 0.8));
    expect(step).toBeCloseTo((-0.1 * gradients[s]!) / (root + 0.25), 14);
  });
});

test('centered: by the root of the variance', () => {
  const path = line(build(rmsprop, { rho: 0.8, eps: 0.25, centered: true }), descent, 6);
  steps(path).forEach((step, s) => {
    const average = mean(gradients.slice(0, s + 1), 0.8);
    const root = Math.sqrt(mean(squares(s + 1), 0.8) - average ** 2);
    expect(step).toBeCloseTo((-0.1 * gradients[s]!) / (root + 0.25), 13);
  });
});

test('centered: a variance that rounding makes negative counts as none', () => {
  const constant = { start: [0], gradient: () => [0.1], lr: 1e-9 };
  const path = line(build(rmsprop, { rho: 0.5, centered: true }), constant, 5000);
  expect(path.every(Number.isFinite)).toBe(true);
  expect(path[4999]! - path[5000]!).toBeCloseTo(0.01, 10);
});

test('momentum adds up what has been divided', () => {
  const path = line(build(rmsprop, { rho: 0.8, eps: 0.25, momentum: 0.6 }), descent, 6);
  const divided = gradients.map((g, s) => g / (Math.sqrt(mean(squares(s + 1), 0.8)) + 0.25));
  const velocity = divided.reduce((sum, d, s) => sum + d * 0.6 ** (5 - s), 0);
  expect(steps(path)[5]).toBeCloseTo(-0.1 * velocity, 14);
});

test('a cycled momentum takes the place of the parameter', () => {
  const values = { rho: 0, eps: 1 };
  const cycled = line(
    build(rmsprop, values),
    { start: [0], gradient: () => [1], lr: 1, momentum: (step) => [0.9, 0.5, 0][step]! },
    3,
  );
  // g / (√g² + 1) = ½ each time: b = ½, ¾, ½
  expect(cycled).toEqual([0, -0.5, -1.25, -1.75]);
});

test('weight decay counts as gradient', () => {
  const still = { start: [4], gradient: () => [0], lr: 0.1 };
  // g = 2, s = ½ · 4 = 2
  const path = line(build(rmsprop, { rho: 0.5, eps: 1, weightDecay: 0.5 }), still, 1);
  expect(path[1]).toBeCloseTo(4 - 0.2 / (Math.SQRT2 + 1), 14);
});

describe('Keras, Optax and Graves', () => {
  const others = ['keras', 'optax', 'paper'] as const;

  test.each(others)('%s has ε inside the root', (dialect) => {
    const path = line(build(rmsprop, { rho: 0.8, eps: 0.25, dialect }), descent, 6);
    steps(path).forEach((step, s) => {
      const root = Math.sqrt(mean(squares(s + 1), 0.8) + 0.25);
      expect(step).toBeCloseTo((-0.1 * gradients[s]!) / root, 14);
    });
  });

  test.each(others)('%s centered: ε added to the variance', (dialect) => {
    const values = { rho: 0.8, eps: 0.25, centered: true, dialect };
    const path = line(build(rmsprop, values), descent, 2);
    const variance = 0.2 * 0.8 * 0.09 + 0.2 * 1.44 - (0.2 * 0.8 * 0.3 - 0.2 * 1.2) ** 2;
    expect(path[2]! - path[1]!).toBeCloseTo((0.1 * 1.2) / Math.sqrt(variance + 0.25), 14);
  });

  test.each(others)(
    '%s has the rate inside the velocity: it parts when the rate changes',
    (dialect) => {
      const values = { rho: 0, eps: 0, momentum: 0.5 };
      const dropped = { start: [0], gradient: () => [3], lr: (s: number) => (s < 2 ? 1 : 0.1) };
      // Each gradient counts 1: velocities 1, 1.5, 1.75; or with the rate inside 1, 1.5, 0.85.
      expect(line(build(rmsprop, values), dropped, 2)).toEqual([0, -1, -2.5]);
      expect(line(build(rmsprop, { ...values, dialect }), dropped, 2)).toEqual([0, -1, -2.5]);
      expect(line(build(rmsprop, values), dropped, 3)[3]).toBeCloseTo(-2.5 - 0.175, 14);
      expect(line(build(rmsprop, { ...values, dialect }), dropped, 3)[3]).toBeCloseTo(-3.35, 14);
    },
  );

  test('only Keras shrinks the parameters', () => {
    const still = { start: [4], gradient: () => [0], lr: 0.1 };
    const end = (dialect: (typeof others)[number]) =>
      line(build(rmsprop, { rho: 0.5, eps: 1, weightDecay: 0.5, dialect }), still, 1)[1];
    expect(end('keras')).toBeCloseTo(3.8, 14);
    expect(end('optax')).toBeCloseTo(4 - 0.2 / Math.sqrt(3), 14);
    expect(end('paper')).toBeCloseTo(4 - 0.2 / Math.sqrt(3), 14);
  });
});

describe('what it was invented for', () => {
  const quartic = { start: [10], gradient: (x: Float64Array) => [x[0]! ** 3] };
  const near = (x: Float64Array) => Math.abs(x[0]!) < 0.1;

  test.each([
    [0.1, 0.9, 238],
    [0.2, 0.9, 188],
    [0.5, 0.9, 150],
    [0.5, 0.99, 787],
  ])('a large first gradient is forgotten: η = %f, ρ = %f, %i updates', (lr, rho, updates) => {
    expect(updatesUntil(build(rmsprop, { rho }), { ...quartic, lr }, near, 1000)).toBe(updates);
  });

  test.each([1e-3, 1, 1e3])('the unit of the loss does not matter: times %f', (unit) => {
    const gradient = (x: Float64Array) => [unit * x[0]!, unit * 100 * x[1]!];
    const done = (x: Float64Array) => (x[0]! ** 2 + 100 * x[1]! ** 2) / 2 < 1e-4;
    const descent = { start: [10, 1], gradient, lr: 0.01 };
    expect(updatesUntil(build(rmsprop), descent, done, 2000)).toBe(1298);
  });

  test('its price: without correction the first step is η/√(1 − ρ)', () => {
    const first = (rho: number) =>
      -line(build(rmsprop, { rho }), { start: [0], gradient: () => [1], lr: 0.01 }, 1)[1]!;
    expect(first(0.99).toFixed(3)).toBe('0.100');
    expect(first(0.999).toFixed(3)).toBe('0.316');
  });
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(rmsprop)).toEqual({
    pytorch: { rho: 0.99, eps: 1e-8, momentum: 0, centered: false },
    keras: { rho: 0.9, eps: 1e-7, momentum: 0, centered: false },
    optax: { rho: 0.9, eps: 1e-8, momentum: 0, centered: false },
    paper: { rho: 0.95, momentum: 0.9, centered: true, eps: 1e-4 },
  });
});

test('its arithmetic keeps nothing of the velocity where momentum is zero', () => {
  const velocity = (momentum: number) => written(rmsprop, { momentum }, { momentum })['velocity'];
  expect(velocity(0)).toBe('(g/(sqrt(squares) + eps))');
  expect(velocity(0.5)).toBe('momentum*velocity + (g/(sqrt(squares) + eps))');
});
