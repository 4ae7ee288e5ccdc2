import { describe, expect, test } from 'vitest';
import {
  levelSegments,
  logLevels,
  rangeOf,
  sampleGrid,
  type Grid,
} from '../../../core/analysis/contours.ts';
import { quadraticBowl } from '../../../core/objectives/quadratic-bowl.ts';

const bowl = quadraticBowl.create({ lambda1: 1, lambda2: 0.25 });
const window = { x: [-2, 2], y: [-4, 4] } as const;

test('a grid holds the objective at its points, from the lower left', () => {
  const grid = sampleGrid(bowl, window, 5, 3);
  expect(grid.values[0]).toBe(0.5 * (4 + 0.25 * 16));
  expect(grid.values[4 + 5]).toBe(0.5 * 4);
  expect(rangeOf(grid)).toEqual([0, 4]);
});

test('the level lines of a bowl are its ellipses, and they are closed', () => {
  const grid = sampleGrid(bowl, window, 201, 201);
  const segments = levelSegments(grid, 0.487);
  expect(segments.length).toBeGreaterThan(400);
  const ends = new Map<string, number>();
  for (let i = 0; i < segments.length; i += 2) {
    const x = segments[i]!;
    const y = segments[i + 1]!;
    expect(0.5 * (x * x + 0.25 * y * y)).toBeCloseTo(0.487, 3);
    const key = `${x.toFixed(9)} ${y.toFixed(9)}`;
    ends.set(key, (ends.get(key) ?? 0) + 1);
  }
  expect([...ends.values()].every((count) => count === 2)).toBe(true);
});

const cell = (a: number, b: number, d: number, c: number): Grid => ({
  window: { x: [0, 1], y: [0, 1] },
  columns: 2,
  rows: 2,
  values: Float64Array.of(a, b, d, c),
});

describe('a single cell', () => {
  test.each([
    ['one corner', cell(2, 0, 0, 0), [0, 0.5, 0.5, 0]],
    ['three corners', cell(0, 2, 2, 2), [0, 0.5, 0.5, 0]],
    ['a lower half', cell(2, 2, 0, 0), [0, 0.5, 1, 0.5]],
    ['nothing', cell(0, 0, 0, 0), []],
    ['a corner without a value', cell(NaN, 2, 0, 0), []],
  ])('%s', (_name, grid, segments) => {
    expect([...levelSegments(grid, 1)]).toEqual(segments);
  });

  test('a saddle joins the corners that its middle is on the side of', () => {
    const ridge = levelSegments(cell(4, 0, 0, 4), 1);
    const valley = levelSegments(cell(1.5, 0, 0, 1.5), 1);
    // Over the ridge the low corners are cut off, lower right first; over the valley the high ones.
    expect([...ridge.subarray(0, 4)]).toEqual([0.75, 0, 1, 0.25]);
    expect([...valley.subarray(0, 2)]).toEqual([0, expect.closeTo(1 / 3, 12)]);
  });
});

test('levels are log-spaced above the lowest point; powers of ten are main levels', () => {
  const levels = logLevels(-3, 97);
  expect(levels).toHaveLength(20);
  expect(levels.filter(({ main }) => main).map(({ value }) => value)).toEqual([
    97,
    7,
    -2,
    expect.closeTo(-2.9, 12),
  ]);
  expect(logLevels(1, 1)).toEqual([]);
});
