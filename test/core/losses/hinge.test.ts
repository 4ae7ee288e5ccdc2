import { expect, test } from 'vitest';
import { judge, lossOf } from '../../support/models.ts';

test('costs what is missing to a margin of 1, nothing beyond it, and pulls with force 1', () => {
  const loss = lossOf('hinge', { reduction: 'sum' });
  expect(judge(loss, [0.25, 2, -3, 1, -1], [1, 1, 1, 1, -1])).toEqual({
    value: 4.75,
    terms: [0.75, 0, 4, 0, 0],
    grad: [-1, 0, -1, 0, 0],
  });
});
