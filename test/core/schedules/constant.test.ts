import { expect, test } from 'vitest';
import { buildSchedule } from '../../../core/schedules/build.ts';

test('the rate never changes', () => {
  const { lr } = buildSchedule({ id: 'constant', params: {} }, 0.1, 100);
  expect([lr(0), lr(1), lr(1e9)]).toEqual([0.1, 0.1, 0.1]);
});
