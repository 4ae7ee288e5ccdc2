import { expect, test } from 'vitest';
import { TrainingTime } from '../../../core/analysis/training-time.ts';

const time = new TrainingTime([
  { step: 0, seconds: 0 },
  { step: 10, seconds: 1 },
  { step: 20, seconds: 1 },
  { step: 40, seconds: 5 },
]);

test('between two samples it grows evenly, beyond the ends it stays', () => {
  expect([-1, 0, 5, 10, 15, 20, 30, 40, 99].map((step) => time.at(step))).toEqual([
    0, 0, 0.5, 1, 1, 1, 3, 5, 5,
  ]);
  expect(time.lastStep).toBe(40);
});

test('the step at a time is the nearest; where none passes, the last', () => {
  expect([-1, 0, 0.26, 1, 3, 9].map((seconds) => time.nearestStep(seconds))).toEqual([
    0, 0, 3, 20, 30, 40,
  ]);
});

test('the slowest update between two steps', () => {
  expect(time.largestRate(0, 40)).toBe(0.2);
  expect(time.largestRate(0, 10)).toBe(0.1);
  expect(time.largestRate(12, 18)).toBe(0);
  expect(time.largestRate(15, 21)).toBe(0.2);
  expect(time.largestRate(40, 60)).toBe(0);
});

test('of a fork it begins where that begins', () => {
  const fork = new TrainingTime([{ step: 25, seconds: 0 }]);
  expect([fork.at(0), fork.at(25), fork.nearestStep(3)]).toEqual([0, 0, 25]);
});
