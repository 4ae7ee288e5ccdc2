import { expect, test } from 'vitest';
import { ackley } from '../../../core/objectives/ackley.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';

const f = ackley.create({});

test('at the cusp the value and the gradient are 0 and the curvature is infinite', () => {
  expect(at(f, [0, 0])).toEqual({ f: 0, grad: [0, 0], hessian: [Infinity, 0, 0, Infinity] });
});

test('beside the cusp the slope is √8, in every direction, and no digit of the value is lost', () => {
  for (const angle of [0, 1, 2, 3]) {
    const [x, y] = [1e-9 * Math.cos(angle), 1e-9 * Math.sin(angle)];
    const { f: value, grad } = at(f, [x, y]);
    expect(Math.hypot(...grad)).toBeCloseTo(Math.sqrt(8), 6);
    expect(value / 1e-9).toBeCloseTo(Math.sqrt(8), 6);
  }
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(
    f,
    '-20exp(-0.2sqrt(0.5(x^2 + y^2))) - exp(0.5(cos(2pi x) + cos(2pi y))) + e + 20',
  );
});
