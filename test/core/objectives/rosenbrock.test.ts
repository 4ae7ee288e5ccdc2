import { expect, test } from 'vitest';
import { rosenbrock } from '../../../core/objectives/rosenbrock.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';

test('value, gradient and Hessian at the classic start', () => {
  const { f, grad, hessian } = at(rosenbrock.create({ a: 1, b: 100 }), [-1.2, 1]);
  expect(f).toBeCloseTo(24.2, 12);
  [-215.6, -88].forEach((value, i) => expect(grad[i]).toBeCloseTo(value, 12));
  [1330, 480, 480, 200].forEach((value, i) => expect(hessian[i]).toBeCloseTo(value, 10));
});

test.each([-3, 0, 2.5])('a = %d: the minimum (a, a²) lies in the picture', (a) => {
  const f = rosenbrock.create({ a, b: 10 });
  expect(at(f, f.minima[0]!)).toMatchObject({ f: 0, grad: [expect.closeTo(0), 0] });
  f.domain.forEach(([lo, hi], i) => {
    expect(f.minima[0]![i]! > lo && f.minima[0]![i]! < hi).toBe(true);
  });
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(rosenbrock.create({ a: 1.5, b: 40 }), '(1.5 - x)^2 + 40(y - x^2)^2');
});
