import { expect, test } from 'vitest';
import { sgd } from '../../../core/optimizers/sgd.ts';
import { build, line, updatesUntil, walk } from '../../support/optimizer-walk.ts';

test('the update is minus rate times gradient', () => {
  const path = walk(build(sgd), { start: [1, 1], gradient: () => [2, -4], lr: 0.1 }, 1);
  expect(path[1]).toEqual([0.8, 1.4]);
});

test('it remembers nothing: its state is an empty object, which a checkpoint can keep', () => {
  expect(build(sgd).init(3)).toEqual({});
});

test('weight decay adds λθ to the gradient', () => {
  const descent = { start: [2], gradient: () => [1], lr: 0.1 };
  // θ₁ = 2 − 0.1 (1 + 0.5 · 2) = 1.8,  θ₂ = 1.8 − 0.1 (1 + 0.5 · 1.8) = 1.61
  const [, first, second] = line(build(sgd, { weightDecay: 0.5 }), descent, 2);
  expect(first).toBeCloseTo(1.8, 14);
  expect(second).toBeCloseTo(1.61, 14);
});

test.each([
  [10, 45],
  [100, 461],
  [1000, 5032],
  [10_000, 55_857],
])('in a ravine of condition %i the best constant rate needs %i updates', (kappa, updates) => {
  const descent = { start: [10, 1], gradient: ravine(kappa), lr: 2 / (1 + kappa) };
  expect(updatesUntil(build(sgd), descent, below(kappa, 1e-6), 60_000)).toBe(updates);
});

test('at twice the inverse curvature it jumps for ever; on x⁴/4 the limit depends on where it starts', () => {
  const parabola = { start: [10], gradient: (x: Float64Array) => [x[0]!], lr: 2 };
  expect(line(build(sgd), parabola, 101).slice(-2)).toEqual([10, -10]);
  const quartic = { start: [10], gradient: (x: Float64Array) => [x[0]! ** 3] };
  const near = (x: Float64Array) => Math.abs(x[0]!) < 0.1;
  expect(updatesUntil(build(sgd), { ...quartic, lr: 0.019 }, near, 3000)).toBe(2626);
  expect(updatesUntil(build(sgd), { ...quartic, lr: 0.0201 }, near, 3000)).toBeNull();
});

const ravine =
  (kappa: number) =>
  (x: Float64Array): number[] => [x[0]!, kappa * x[1]!];

const below =
  (kappa: number, target: number) =>
  (x: Float64Array): boolean =>
    (x[0]! ** 2 + kappa * x[1]! ** 2) / 2 < target;
