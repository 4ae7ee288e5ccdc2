import { expect, test } from 'vitest';
import { judge, lossOf } from '../../support/models.ts';

const p = [0.3, -2, 1.7, 0.5, 4];
const y = [1, 0, 2, 0.5, 0];

test('is Huber divided by its corner', () => {
  const smooth = judge(lossOf('smooth-l1', { beta: 0.5 }), p, y);
  const huber = judge(lossOf('huber', { delta: 0.5 }), p, y);
  smooth.terms.forEach((value, i) => expect(value).toBeCloseTo(huber.terms[i]! / 0.5, 14));
  smooth.grad.forEach((value, i) => expect(value).toBeCloseTo(huber.grad[i]! / 0.5, 14));
});

test('with β = 0 it is absolute error, with gradient 0 at residual 0', () => {
  const sharp = judge(lossOf('smooth-l1', { beta: 0 }), p, y);
  expect(sharp).toEqual(judge(lossOf('mae'), p, y));
  expect(sharp.grad[3]).toBe(0);
});
