import { expect, test } from 'vitest';
import { gradient } from '../../../renderer/src/prerequisites/gradient/gradient.ts';

const read = (theta1: number, theta2: number) => gradient.read([theta1, theta2]).numbers;

/** Curvatures 0.5 along (2, 1) and 5 across, as a matrix: ½ (2, 1)(2, 1)ᵀ/5 + 5 (−1, 2)(−1, 2)ᵀ/5. */
const HESSIAN = [1.4, -1.8, 4.1] as const;

test('height and gradient are those of the valley', () => {
  const [a, b, c] = HESSIAN;
  const { value, g1, g2, steepest } = read(0.8, -0.3);
  expect(value).toBeCloseTo(0.5 * (a * 0.64 + 2 * b * 0.8 * -0.3 + c * 0.09), 12);
  expect(g1).toBeCloseTo(a * 0.8 + b * -0.3, 12);
  expect(g2).toBeCloseTo(b * 0.8 + c * -0.3, 12);
  expect(steepest).toBeCloseTo(Math.hypot(g1, g2), 12);
});

test('no way leads down faster than straight downhill', () => {
  for (const [x, y] of [
    [1.2, 0],
    [-0.4, 1.1],
    [0.7, -0.9],
  ] as const) {
    const { towards, downhill, g1, g2 } = read(x, y);
    expect(towards).toBeLessThan(0);
    expect(downhill).toBeLessThanOrEqual(towards);
    // The way to the minimum rises by the gradient's share in it.
    expect(towards).toBeCloseTo(-(g1 * x + g2 * y) / Math.hypot(x, y), 12);
  }
});

test.each([
  ['along the valley', 1, 0.5],
  ['across it', -0.5, 1],
])('%s straight downhill leads to the minimum', (_, x, y) => {
  const { angle } = read(x, y);
  expect(angle).toBeLessThan(1e-5);
  expect(gradient.read([x, y]).met).toBe(true);
});

test('off the axes of the valley it leads past the minimum', () => {
  expect(read(1, 0).angle).toBeCloseTo((Math.atan2(1.8, 1.4) * 180) / Math.PI, 9);
  expect(gradient.read([1, 0]).met).toBe(false);
});

test('at the minimum itself there is nothing to be reached', () => {
  expect(gradient.read([0, 0])).toMatchObject({ met: false, numbers: { angle: 0, towards: 0 } });
  expect(gradient.read([0.1, 0.05]).met).toBe(false);
});
