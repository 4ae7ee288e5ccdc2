import { describe, expect, test } from 'vitest';
import {
  distanceNames,
  kNearestNeighbours,
  type DistanceId,
} from '../../../core/baselines/k-nearest-neighbours.ts';
import { digits } from '../../../core/datasets/digits.ts';
import { iris } from '../../../core/datasets/iris.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import { assets } from '../../support/assets.ts';
import { samplesOf } from '../../support/models.ts';

const at = (...rows: number[][]) => samplesOf(rows, Array(rows.length).fill(0));

test('each distance has its own nearest neighbour of (1, 1, 0)', () => {
  const train = samplesOf(
    [
      [2, 2, 0.4],
      [1, 1, 1.3],
      [9, 9, 0],
      [0.4, 0.4, 0.4],
    ],
    [0, 1, 2, 3],
  );
  const nearest = (distance: DistanceId) =>
    kNearestNeighbours(train, at([1, 1, 0]), 1, distance)[0];
  expect(nearest('euclidean')).toBe(3);
  expect(nearest('manhattan')).toBe(1);
  expect(nearest('cosine')).toBe(2);
  expect(nearest('hamming')).toBe(1);
});

describe('ties', () => {
  test('of equally distant samples the first one counts', () => {
    const train = samplesOf([[1], [-1], [1]], [2, 0, 1]);
    expect(kNearestNeighbours(train, at([0]), 1, 'euclidean')[0]).toBe(2);
  });

  test('of classes with equally many votes the one with the nearest member wins', () => {
    const train = samplesOf([[3], [1], [2], [4]], [0, 1, 0, 1]);
    expect(kNearestNeighbours(train, at([0]), 4, 'euclidean')[0]).toBe(1);
    expect(kNearestNeighbours(train, at([2.1]), 4, 'euclidean')[0]).toBe(0);
  });

  test('a query without direction is equally far from all in cosine distance', () => {
    const train = samplesOf([[1], [5], [-2]], [1, 0, 0]);
    expect(kNearestNeighbours(train, at([0]), 1, 'cosine')[0]).toBe(1);
  });
});

test('with as many neighbours as samples every query gets the most frequent class', () => {
  const train = samplesOf([[0], [1], [50]], [1, 1, 0]);
  expect([...kNearestNeighbours(train, at([49], [0]), 3, 'manhattan')]).toEqual([1, 1]);
});

test('agrees with sorting all distances, on real data', () => {
  const { train, test: held } = iris.load({}, {}, mulberry32(1));
  const slow = Array.from({ length: held.count }, (_, q) => {
    const sorted = Array.from({ length: train.count }, (_row, i) => ({
      i,
      d: Math.hypot(...[0, 1, 2, 3].map((j) => train.inputs[4 * i + j]! - held.inputs[4 * q + j]!)),
    })).sort((a, b) => a.d - b.d || a.i - b.i);
    const votes = [0, 0, 0];
    for (const { i } of sorted.slice(0, 5)) votes[train.targets[i]!]!++;
    return votes.indexOf(Math.max(...votes));
  });
  expect([...kNearestNeighbours(train, held, 5, 'euclidean')]).toEqual(slow);
});

test('is a hard baseline on the digits', () => {
  const { train, test: held } = digits.load(assets, {}, mulberry32(1));
  const right = (distance: DistanceId): number =>
    kNearestNeighbours(train, held, 3, distance).filter((c, i) => c === held.targets[i]).length /
    held.count;
  for (const distance of Object.keys(distanceNames) as DistanceId[]) {
    expect(right(distance)).toBeGreaterThan(distance === 'hamming' ? 0.8 : 0.96);
  }
});

test('refuses a number of neighbours that does not exist', () => {
  for (const k of [0, 1.5, 3, NaN]) {
    expect(() => kNearestNeighbours(at([0], [1]), at([0]), k, 'euclidean')).toThrow(/1 ≤ k ≤ 2/);
  }
});
