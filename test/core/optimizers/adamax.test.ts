import { describe, expect, test } from 'vitest';
import { adam } from '../../../core/optimizers/adam.ts';
import { adamax } from '../../../core/optimizers/adamax.ts';
import { build, dialectDefaults, line, stream } from '../../support/optimizer-walk.ts';

test('the running mean is divided by the largest gradient, which fades by β₂', () => {
  // β₂ = ½, ε = 1: u = max(0, 2 + 1) = 3, max(1.5, 0.5 + 1) = 1.5, max(0.75, 1 + 1) = 2
  // β₁ = ½: corrected means 2, (2 + 2 · −½)/3, (2 + 2 · −½ + 4 · 1)/7
  const path = line(
    build(adamax, { beta1: 0.5, beta2: 0.5, eps: 1 }),
    { start: [0], gradient: stream([2, -0.5, 1]), lr: 0.1 },
    3,
  );
  const steps = [2 / 3, 1 / 3 / 1.5, 5 / 7 / 2];
  steps.forEach((step, s) => expect(path[s]! - path[s + 1]!).toBeCloseTo(0.1 * step, 14));
});

test('weight decay counts as gradient; Keras shrinks the parameters instead', () => {
  const still = { start: [5], gradient: () => [0], lr: 0.1 };
  const values = { eps: 1, weightDecay: 0.6 };
  expect(line(build(adamax, values), still, 1)[1]).toBeCloseTo(5 - (0.1 * 3) / 4, 13);
  const keras = line(build(adamax, { ...values, dialect: 'keras' }), still, 2);
  [5, 4.7, 4.418].forEach((x, s) => expect(keras[s]).toBeCloseTo(x, 13));
});

test('a cycled β₁ enters both the mean and its correction by the t-th power', () => {
  const cycled = line(
    build(adamax, { beta1: 0.9, beta2: 0, eps: 0 }),
    { start: [0], gradient: () => [1], lr: 1, momentum: (step) => [0.8, 0.5][step]! },
    2,
  );
  expect(cycled[0]! - cycled[1]!).toBeCloseTo(1, 13);
  expect(cycled[1]! - cycled[2]!).toBeCloseTo(0.6 / 0.75, 13);
});

test('Keras adds ε after the maximum: it parts once the maximum fades, not before', () => {
  const descent = { start: [0], gradient: stream([2, 0.25]), lr: 0.1 };
  const path = (dialect: 'pytorch' | 'keras') =>
    line(build(adamax, { beta1: 0, beta2: 0.5, eps: 0.5, dialect }), descent, 2);
  const [torch, keras] = [path('pytorch'), path('keras')];
  expect(keras[1]).toBeCloseTo(torch[1]!, 15);
  // u = ½ · 2.5 = 1.25 against ½ · 2 + ½ = 1.5
  expect(torch[1]! - torch[2]!).toBeCloseTo(0.025 / 1.25, 14);
  expect(keras[1]! - keras[2]!).toBeCloseTo(0.025 / 1.5, 14);
});

describe('what it was invented for', () => {
  test('an outlier of 100 in a stream of ones does not make it leap, but holds it back', () => {
    const descent = {
      start: [0],
      gradient: (_x: unknown, t: number) => [t === 500 ? 100 : 1],
      lr: 0.01,
    };
    const [a, m] = [line(build(adam), descent, 1000), line(build(adamax), descent, 1000)];
    const step = (path: readonly number[], t: number) => path[t - 1]! - path[t]!;
    expect(step(a, 500).toFixed(4)).toBe('0.0212');
    expect(step(m, 500).toFixed(4)).toBe('0.0011');
    expect(step(a, 1000).toFixed(4)).toBe('0.0031');
    expect(step(m, 1000).toFixed(5)).toBe('0.00016');
  });

  test('one gradient after a thousand zeros: Adam travels far, AdaMax about η', () => {
    const descent = {
      start: [0],
      gradient: (_x: unknown, t: number) => [t === 1001 ? 1 : 0],
      lr: 0.01,
    };
    expect((-line(build(adam), descent, 3000)[3000]!).toFixed(3)).toBe('0.253');
    expect((-line(build(adamax), descent, 3000)[3000]!).toFixed(4)).toBe('0.0101');
  });
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(adamax)).toEqual({ pytorch: { eps: 1e-8 }, keras: { eps: 1e-7 } });
});
