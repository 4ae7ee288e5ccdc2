import { expect, test } from 'vitest';
import { quadraticBowl } from '../../../core/objectives/quadratic-bowl.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { after, below, descend } from '../../support/descent.ts';

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

const ravine = (kappa: number) => quadraticBowl.create({ lambda1: 1, lambda2: kappa });

test.each([
  [1, 1],
  [3, 13],
  [10, 45],
  [100, 461],
  [1000, 5032],
])('κ = %i needs %i steps at the best constant rate 2/(μ + L)', (kappa, steps) => {
  expect(descend(ravine(kappa), [10, 1], 2 / (1 + kappa), below(1e-6)).step).toBe(steps);
});

test.each([
  [0.001, 8860],
  [0.005, 1769],
  [0.01, 882],
  [0.015, 587],
  [0.0195, 451],
  [0.0199, 882],
  [0.01999, 8860],
])('time to target is a U with a cliff: rate %d needs %i steps at κ = 100', (rate, steps) => {
  expect(descend(ravine(100), [10, 1], rate, below(1e-6)).step).toBe(steps);
});

test('at 2/L = 0.02 it never arrives, at 0.021 the loss passes 10¹² at step 125', () => {
  expect(descend(ravine(100), [10, 1], 0.02, after(20_000)).f).toBeCloseTo(50, 10);
  expect(descend(ravine(100), [10, 1], 0.021, ({ f }) => f > 1e12).step).toBe(125);
});

test('two rates, one per curvature, finish exactly; in the wrong order through 490 050', () => {
  const losses = (rates: readonly number[]): number[] =>
    [0, 1, 2].map((step) => descend(ravine(100), [10, 1], (t) => rates[t]!, after(step)).f);
  [100, 49.005, 0].forEach((f, step) => expect(losses([0.01, 1])[step]).toBeCloseTo(f, 3));
  [100, 490_050, 0].forEach((f, step) => expect(losses([1, 0.01])[step]).toBeCloseTo(f, 3));
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(quadraticBowl.create({ lambda1: 3, lambda2: 0.05 }), '0.5(3x^2 + 0.05y^2)');
});
