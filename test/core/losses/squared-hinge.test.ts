import { expect, test } from 'vitest';
import { judge, lossOf } from '../../support/models.ts';

test('is the square of the hinge, and its pull fades towards the margin', () => {
  const scores = [0.25, 2, -3, 1, -0.5];
  const targets = [1, 1, 1, 1, -1];
  const plain = judge(lossOf('hinge'), scores, targets);
  const { terms, grad } = judge(lossOf('squared-hinge', { reduction: 'sum' }), scores, targets);
  expect(terms).toEqual(plain.terms.map((missing) => missing ** 2));
  expect(grad.map(Math.abs)).toEqual(plain.terms.map((missing) => 2 * missing));
  expect(grad[0]).toBeLessThan(0);
  expect(grad[4]).toBeGreaterThan(0);
});
