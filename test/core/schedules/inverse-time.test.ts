import { expect, test } from 'vitest';
import { buildSchedule } from '../../../core/schedules/build.ts';

const { lr } = buildSchedule({ id: 'inverse-time', params: { decay: 0.1 } }, 0.1, 100);

test('the first update uses η₀; half at 1/d, a quarter at 3/d, an eighth at 7/d', () => {
  expect([lr(0), lr(10), lr(30), lr(70)]).toEqual([0.1, 0.05, 0.025, 0.0125]);
  expect(lr(1)).toBeCloseTo(0.0909, 4);
  expect(lr(5)).toBeCloseTo(0.0667, 4);
  expect(lr(50)).toBeCloseTo(0.0167, 4);
});

test('the sum over a thousand steps is 4.67 and keeps growing', () => {
  let sum = 0;
  for (let t = 0; t < 1000; t++) sum += lr(t);
  expect(sum).toBeCloseTo(4.67, 2);
});
