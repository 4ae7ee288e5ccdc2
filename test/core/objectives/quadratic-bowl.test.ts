import { expect, test } from 'vitest';
import { quadraticBowl } from '../../../core/objectives/quadratic-bowl.ts';

test('value, gradient, Hessian and minimum', () => {
  const bowl = quadraticBowl.create({ lambda1: 1, lambda2: 0.05 });
  const grad = new Float64Array(2);
  expect(bowl.valueAndGrad(Float64Array.of(1, 1), grad)).toBe(0.525);
  expect([...grad]).toEqual([1, 0.05]);
  const hessian = new Float64Array(4);
  bowl.hessian(Float64Array.of(3, 4), hessian);
  expect([...hessian]).toEqual([1, 0, 0, 0.05]);
  expect(bowl.valueAndGrad(Float64Array.from(bowl.minima[0]!), grad)).toBe(0);
});
