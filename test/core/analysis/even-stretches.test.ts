import { expect, test } from 'vitest';
import { evenStretches } from '../../../core/analysis/even-stretches.ts';

test.each([
  [[], []],
  [[7], [[0, 1, 7, 1]]],
  [[0, 1, 2, 3], [[0, 4, 0, 1]]],
  // Each takes what it can from its first on: 40 ends a stretch of 10, so 41 begins one of its own.
  [
    [10, 20, 30, 40, 41, 42, 50],
    [
      [0, 4, 10, 10],
      [4, 6, 41, 1],
      [6, 7, 50, 1],
    ],
  ],
  [
    [0, 5, 6, 7],
    [
      [0, 2, 0, 5],
      [2, 4, 6, 1],
    ],
  ],
])('%j', (steps, stretches) => {
  const found = [...evenStretches(Float64Array.from(steps))];
  expect(found.map(({ from, end, first, stride }) => [from, end, first, stride])).toEqual(
    stretches,
  );
});
