import { expect, test } from 'vitest';
import { quadraticForm } from '../../../core/analysis/quadratic-form.ts';
import { buildObjective } from '../../../core/objectives/build.ts';
import { at } from '../../support/at.ts';

const booth = { id: 'booth', params: {} } as const;

test('a scale multiplies value, gradient and Hessian, and moves neither start nor minima', () => {
  const plain = buildObjective({ objective: booth, scale: 1 });
  const large = buildObjective({ objective: booth, scale: 1000 });
  expect(at(plain, [0, 0])).toEqual({ f: 74, grad: [-34, -38], hessian: [10, 8, 8, 10] });
  expect(at(large, [0, 0])).toEqual({
    f: 74_000,
    grad: [-34_000, -38_000],
    hessian: [10_000, 8000, 8000, 10_000],
  });
  expect([large.dim, large.start, large.minima]).toEqual([2, plain.start, plain.minima]);
});

test('the curvatures of a quadratic are scaled with it', () => {
  const { curvatures } = quadraticForm(buildObjective({ objective: booth, scale: 0.5 }))!;
  [9, 1].forEach((value, i) => expect(curvatures[i]).toBeCloseTo(value, 12));
});
