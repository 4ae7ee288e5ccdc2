import { expect, test } from 'vitest';
import { judge, lossOf } from '../../support/models.ts';

test('quadratic up to δ, linear beyond it, joined without a jump', () => {
  const loss = lossOf('huber', { delta: 2, reduction: 'sum' });
  const { terms, grad } = judge(loss, [1, 2, -2, 5, -7], [0, 0, 0, 0, 0]);
  expect(terms).toEqual([0.5, 2, 2, 8, 12]);
  expect(grad).toEqual([1, 2, -2, 2, -2]);
});

test('with a δ that nothing exceeds it is half the squared error', () => {
  const [p, y] = [
    [0.3, -2, 1.7],
    [1, 0, 2],
  ];
  const wide = judge(lossOf('huber', { delta: 1e6 }), p!, y!);
  expect(wide).toEqual(judge(lossOf('mse', { half: true }), p!, y!));
});
