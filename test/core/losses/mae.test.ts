import { expect, test } from 'vitest';
import { judge, lossOf } from '../../support/models.ts';

test('every residual pulls with the same force, a residual of 0 with none', () => {
  const loss = lossOf('mae', { reduction: 'sum' });
  expect(judge(loss, [3, -1, 2, 1e6], [2, 1, 2, 0])).toEqual({
    value: 1_000_003,
    terms: [1, 2, 0, 1e6],
    grad: [1, -1, 0, 1],
  });
});
