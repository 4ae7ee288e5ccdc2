import { expect, test } from 'vitest';
import { largestStep, nextMoving } from '../../../core/training/moving-coordinates.ts';

const delta = (...changes: number[]): Float64Array => Float64Array.from(changes);

test('the largest step is the largest in size, of equal ones the first', () => {
  expect(largestStep(delta(0, 0.1, -0.2, 0.2))).toBe(2);
  expect(largestStep(delta(0, 0))).toBe(0);
});

test('a step that is no number is larger than any', () => {
  expect(largestStep(delta(1e300, NaN, -1))).toBe(1);
  expect(largestStep(delta(1, -Infinity, NaN))).toBe(1);
});

test('the next that moves is found past those that stay, and past the last', () => {
  const some = delta(0, 1, 0, 0, -1e-300, 0);
  expect([0, 1, 3, 4, 5].map((index) => nextMoving(some, index))).toEqual([1, 4, 4, 1, 1]);
});

test('where no other one moves there is no next', () => {
  expect(nextMoving(delta(0, 1, 0), 1)).toBeNull();
  expect(nextMoving(delta(1), 0)).toBeNull();
  expect(nextMoving(delta(-0, 0), 1)).toBeNull();
});
