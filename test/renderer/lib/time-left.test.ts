import { expect, test } from 'vitest';
import { TimeLeft } from '../../../renderer/src/lib/time-left.ts';

test('is not known before a speed was measured', () => {
  const left = new TimeLeft();
  expect(left.at(0, 1000, 0)).toBeNull();
  expect(left.at(10, 1000, 100)).toBeNull();
});

test('a steady run has exactly the time left that its speed says', () => {
  const left = new TimeLeft();
  for (let second = 0; second < 5; second++) left.at(second * 100, 1000, second * 1000);
  expect(left.at(500, 1000, 5000)).toBeCloseTo(5);
});

test('a faster run shortens it step by step', () => {
  const left = new TimeLeft();
  left.at(0, 10_000, 0);
  const slow = left.at(100, 10_000, 1000)!;
  const faster = left.at(1100, 10_000, 2000)!;
  expect(faster).toBeLessThan(slow);
  expect(faster).toBeGreaterThan(8.9);
});

test('a pause is forgotten', () => {
  const left = new TimeLeft();
  left.at(0, 1000, 0);
  left.at(100, 1000, 1000);
  left.reset();
  expect(left.at(100, 1000, 60_000)).toBeNull();
});
