import { describe, expect, test } from 'vitest';
import { radam } from '../../../core/optimizers/radam.ts';
import { build, dialectDefaults, line, stream } from '../../support/optimizer-walk.ts';

const gradients = [0.3, 2.5, -1.2, 0.1, -0.1, 0.2, 1.4, -0.6];
const descent = { start: [0], gradient: stream(gradients), lr: 0.1 };
const values = { beta1: 0.7, beta2: 0.95, eps: 0.25 };
const mean = (t: number) =>
  gradients.slice(0, t).reduce((s, g, i) => s + 0.3 * 0.7 ** (t - 1 - i) * g, 0) / (1 - 0.7 ** t);
const square = (t: number) =>
  gradients.slice(0, t).reduce((s, g, i) => s + 0.05 * 0.95 ** (t - 1 - i) * g * g, 0);
/** How many gradients v amounts to. */
const rho = (t: number) => 39 - (2 * t * 0.95 ** t) / (1 - 0.95 ** t);
const rectified = (t: number) => Math.sqrt(((rho(t) - 4) * (rho(t) - 2) * 39) / (35 * 37 * rho(t)));

/** First update that adapts, and how ε is added to the root. */
const dialects = {
  pytorch: [6, (t: number) => Math.sqrt(1 - 0.95 ** t) / (Math.sqrt(square(t)) + 0.25)],
  optax: [6, (t: number) => 1 / (Math.sqrt(square(t) / (1 - 0.95 ** t)) + 0.25)],
  paper: [5, (t: number) => Math.sqrt(1 - 0.95 ** t) / (Math.sqrt(square(t)) + 0.25)],
} as const;

test('the threshold lies where the paper’s count of gradients passes it', () => {
  expect([4, 5, 6].map((t) => Math.floor(rho(t)))).toEqual([3, 4, 5]);
});

test.each(Object.entries(dialects))(
  '%s: momentum first, then Adam, rectified',
  (name, [from, root]) => {
    const dialect = name as keyof typeof dialects;
    const path = line(build(radam, { ...values, dialect }), descent, 8);
    for (let t = 1; t <= 8; t++) {
      const step = 0.1 * mean(t) * (t < from ? 1 : rectified(t) * root(t));
      expect(path[t - 1]! - path[t]!).toBeCloseTo(step, 13);
    }
  },
);

test('with the usual constants the first five steps are plain momentum', () => {
  const path = line(build(radam), { start: [0], gradient: () => [100], lr: 0.01 }, 6);
  for (let t = 1; t <= 5; t++) expect(path[t - 1]! - path[t]!).toBeCloseTo(1, 12);
  expect(path[5]! - path[6]!).toBeLessThan(0.01);
});

test('with a short memory ρ never passes the threshold and it stays momentum', () => {
  const path = line(build(radam, { beta1: 0, beta2: 0.6 }), descent, 8);
  gradients.forEach((g, s) => expect(path[s]! - path[s + 1]!).toBeCloseTo(0.1 * g, 14));
});

test('Optax adapts also where ρ is exactly 5', () => {
  // The β₂ at which ρ₇ comes out as 5 to the last bit.
  const values = { beta1: 0, beta2: 0.7678067796924252, eps: 0 };
  const seventh = (dialect: 'pytorch' | 'optax') => {
    const descent = { start: [0], gradient: () => [2], lr: 1 };
    const path = line(build(radam, { ...values, dialect }), descent, 7);
    return path[6]! - path[7]!;
  };
  expect(seventh('pytorch')).toBe(2);
  expect(seventh('optax')).toBeLessThan(1);
});

test('weight decay counts as gradient', () => {
  const path = line(
    build(radam, { weightDecay: 0.6 }),
    { start: [5], gradient: () => [0], lr: 0.1 },
    1,
  );
  expect(path[1]).toBeCloseTo(5 - 0.3, 14);
});

test('a cycled β₁ enters both the mean and its correction by the t-th power', () => {
  const cycled = line(
    build(radam, { beta1: 0.9 }),
    { start: [0], gradient: () => [1], lr: 1, momentum: (step) => [0.8, 0.5][step]! },
    2,
  );
  expect(cycled[0]! - cycled[1]!).toBeCloseTo(1, 13);
  expect(cycled[1]! - cycled[2]!).toBeCloseTo(0.6 / 0.75, 13);
});

describe('what it was invented for', () => {
  test('a warm-up built in: after the switch the steps grow from a fraction of η to η', () => {
    const path = line(build(radam), { start: [0], gradient: () => [1], lr: 1 }, 10_000);
    const step = (t: number) => path[t - 1]! - path[t]!;
    expect(step(6)).toBeLessThan(0.05);
    expect(step(100)).toBeGreaterThan(step(6));
    expect(step(1000)).toBeGreaterThan(step(100));
    expect(step(10_000)).toBeCloseTo(1, 3);
  });

  test('its price: on a steep start the first steps, not normalised, fly off', () => {
    const gradient = (p: Float64Array) => {
      const [x, y] = p as unknown as [number, number];
      return [2 * (x - 1) - 400 * x * (y - x * x), 200 * (y - x * x)];
    };
    const path = line(build(radam), { start: [-1.2, 1], gradient, lr: 0.03 }, 6);
    expect(Math.abs(path[4]!)).toBeGreaterThan(1e28);
    expect(Math.abs(path[5]!)).toBeGreaterThan(1e86);
  });
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(radam)).toEqual({ pytorch: {}, optax: {}, paper: {} });
});
