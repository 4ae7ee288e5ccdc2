import { expect, test } from 'vitest';
import { nearestStep } from '../../../../renderer/src/charts/where/point-at-step.ts';

const along = (steps: readonly number[], xs: readonly number[], y: number) => ({
  steps,
  spotAt: (i: number) => ({ x: xs[i]!, y }),
});

test('the nearest point of any run decides, of equally near ones the earliest step', () => {
  const runs = [along([0, 5, 10], [10, 50, 50], 20), along([0, 5], [10, 90], 60)];
  expect(nearestStep(runs, { x: 52, y: 24 })).toBe(5);
  expect(nearestStep(runs, { x: 88, y: 59 })).toBe(5);
  expect(nearestStep(runs, { x: 12, y: 22 })).toBe(0);
});

test('far from everything nothing is pointed at', () => {
  expect(nearestStep([along([3], [10], 20)], { x: 30, y: 20 })).toBeNull();
  expect(nearestStep([], { x: 0, y: 0 })).toBeNull();
});
