import { expect, test } from 'vitest';
import { inverseSqrt } from '../../../core/schedules/inverse-sqrt.ts';
import { scheduleOf } from '../../support/schedules.ts';

test('half at 3/d, a quarter at 15/d: slower than inverse time', () => {
  const { lr } = scheduleOf('inverse-sqrt', { decay: 0.1 }, 100, 0.1);
  expect([lr(0), lr(30), lr(150)]).toEqual([0.1, 0.05, 0.025]);
  expect(inverseSqrt.closed!.halfLife!({ decay: 0.1 }, 1)).toBeCloseTo(30, 12);
});

test('sums: of 1/√n up to 4, of 1/n up to 4; plain counting without decay; no bound', () => {
  const { sum, sumOfSquares, budget, noiseBudget } = inverseSqrt.closed!;
  expect(sum!({ decay: 1 }, 1, 4)).toBeCloseTo(1.5 + Math.SQRT1_2 + 1 / Math.sqrt(3), 14);
  expect(sumOfSquares!({ decay: 1 }, 1, 4)).toBeCloseTo(25 / 12, 14);
  expect(sum!({ decay: 0 }, 1, 100)).toBe(100);
  expect([budget!({ decay: 1 }, 1), noiseBudget!({ decay: 1 }, 1)]).toEqual([Infinity, Infinity]);
  expect(sumOfSquares!({ decay: 1e-310 }, 1, 100)).toBe(100);
});
