import { expect, test } from 'vitest';
import { constant } from '../../../core/schedules/constant.ts';

test('the rate never changes', () => {
  const { lr } = constant.create({}, { lr: 0.1, total: 100 });
  expect([lr(0), lr(1), lr(1e9)]).toEqual([0.1, 0.1, 0.1]);
});
