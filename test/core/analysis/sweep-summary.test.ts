import { expect, test } from 'vitest';
import { summariseSweep } from '../../../core/analysis/sweep-summary.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

test('mean, standard error and band over the seeds', () => {
  const [point] = summariseSweep([[4, 1, 3, 2, 5]]);
  expect(point).toMatchObject({ low: 1.4, high: 4.6, diverged: 0, fromBest: 0, worse: false });
  expect(point!.loss.mean).toBe(3);
  expect(point!.loss.standardError).toBeCloseTo(Math.sqrt(2.5 / 5), 14);
});

test('the best is told from what is worse, and not from what the seeds cannot tell', () => {
  const rng = mulberry32(1);
  const noise = Array.from({ length: 40 }, () => rng.normal());
  const other = Array.from({ length: 40 }, () => rng.normal());
  const near = noise.map((value, i) => value + 0.05 * other[i]! + 0.001);
  const far = noise.map((value, i) => value + 0.05 * other[i]! + 0.2);
  const points = summariseSweep([far, noise, near]);
  expect(points.map(({ worse }) => worse)).toEqual([true, false, false]);
  expect(points[1]!.fromBest).toBe(0);
  expect(points[0]!.fromBest).toBeGreaterThan(10);
});

test('one seed alone tells nothing', () => {
  expect(summariseSweep([[1], [2]])[1]).toMatchObject({ worse: false });
});

test('a point with a diverged seed is worse than any without, whatever its other seeds say', () => {
  const points = summariseSweep([
    [0.1, NaN, 0.1],
    [1, 1, 2],
    [Infinity, Infinity, NaN],
  ]);
  expect(points.map(({ diverged }) => diverged)).toEqual([1, 0, 3]);
  expect(points.map(({ worse }) => worse)).toEqual([true, false, true]);
  expect(points[0]!.high).toBe(Infinity);
});

test('where every point diverged none is better', () => {
  expect(summariseSweep([[NaN], [Infinity]]).map(({ fromBest }) => fromBest)).toEqual([0, 0]);
});
