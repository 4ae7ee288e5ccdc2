import { expect, test } from 'vitest';
import { isAdaptive } from '../../../core/schedules/index.ts';

test('tells the schedules that look at a metric from those that look at the clock', () => {
  expect(isAdaptive('reduce-on-plateau')).toBe(true);
  for (const id of ['cosine', 'constant', '', undefined]) expect(isAdaptive(id)).toBe(false);
});
