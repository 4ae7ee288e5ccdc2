import { expect, test } from 'vitest';
import { quadraticForm } from '../../../core/analysis/quadratic-form.ts';
import { quadratic } from '../../../core/objectives/quadratic.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';
import { after, below, descend } from '../../support/descent.ts';

const logSpaced = Array.from({ length: 10 }, (_, i) => 10 ** ((2 * i) / 9));
const long = quadratic.create({ eigenvalues: logSpaced, angle: 0, seed: 0 });
const start = long.start;

test('an angle turns the first two directions, and the Hessian with them', () => {
  const turned = quadratic.create({ eigenvalues: [2, 18], angle: 45, seed: 0 });
  const { f, grad, hessian } = at(turned, [1, 3]);
  [10, -8, -8, 10].forEach((value, i) => expect(hessian[i]).toBeCloseTo(value, 12));
  expect(f).toBeCloseTo(26, 12);
  [-14, 22].forEach((value, i) => expect(grad[i]).toBeCloseTo(value, 12));
});

test('without rotation it is the plain sum, to the bit', () => {
  expect(at(quadratic.create({ eigenvalues: [1, 20], angle: 0, seed: 0 }), [3, -1.5])).toEqual({
    f: 27,
    grad: [3, -30],
    hessian: [1, 0, 0, 20],
  });
});

test('a seeded rotation keeps the curvatures', () => {
  const turned = quadratic.create({ eigenvalues: [1, 5, 25, -3], angle: 20, seed: 9 });
  const { curvatures, centre } = quadraticForm(turned)!;
  [25, 5, 1, -3].forEach((value, i) => expect(curvatures[i]).toBeCloseTo(value, 12));
  expect(Math.hypot(...centre)).toBeLessThan(1e-12);
  expect(at(turned, [1, 1, 1, 1]).hessian.filter((entry) => entry === 0)).toEqual([]);
  expect(turned.minima).toEqual([]);
});

test('ten log-spaced curvatures 1 … 100 need 444 steps at the best constant rate', () => {
  expect(at(long, start).f).toBeCloseTo(124.09, 2);
  expect(descend(long, start, 2 / 101, below(1e-6)).step).toBe(444);
  const pair = descend(long, start, (t) => (t % 2 === 0 ? 0.0117 : 0.064), below(1e-6));
  expect(pair.step).toBe(177);
});

test('64 Chebyshev rates end at 2.9·10⁻⁹, through 2.8·10⁴', () => {
  let order = [1];
  for (let m = 1; m < 64; m *= 2) order = order.flatMap((i) => [i, 2 * m + 1 - i]);
  const rate = (t: number): number =>
    1 / (50.5 + 49.5 * Math.cos(((2 * order[t]! - 1) * Math.PI) / 128));
  const end = descend(long, start, rate, after(64));
  expect(end.f).toBeCloseTo(2.9e-9, 10);
  expect(end.highest / 1e4).toBeCloseTo(2.8, 1);
});

test('127 silver steps end at 2.2·10⁻⁴, constant 1/L at 5.2·10⁻²', () => {
  const twos = (n: number): number => (n % 2 === 0 ? 1 + twos(n / 2) : 0);
  const silver = (t: number): number => (1 + (1 + Math.SQRT2) ** (twos(t + 1) - 1)) / 100;
  expect(descend(long, start, silver, after(127)).f).toBeCloseTo(2.2e-4, 5);
  expect(descend(long, start, 0.01, after(127)).f).toBeCloseTo(5.2e-2, 3);
});

test('its derivatives are those of its formula, turned and in three dimensions', () => {
  const turned = quadratic.create({ eigenvalues: [2, 50], angle: 30, seed: 0 });
  expectDerivatives(turned, '(sqrt(3)/2 x + y/2)^2 + 25(sqrt(3)/2 y - x/2)^2');
  const long = quadratic.create({ eigenvalues: [3, 20, -7], angle: 15, seed: 5 });
  const { curvatures, axes } = quadraticForm(long)!;
  const squares = curvatures.map((curvature, i) => {
    const [a, b, c] = axes.slice(3 * i, 3 * i + 3);
    return `${curvature / 2} * (${a} x1 + ${b} x2 + ${c} x3)^2`;
  });
  expectDerivatives(long, squares.join(' + '), ['x1', 'x2', 'x3']);
});
