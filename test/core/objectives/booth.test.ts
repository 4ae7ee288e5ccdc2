import { expect, test } from 'vitest';
import { quadraticForm } from '../../../core/analysis/quadratic-form.ts';
import { booth } from '../../../core/objectives/booth.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';

const f = booth.create({});

test('value, gradient and Hessian', () => {
  expect(at(f, [0, 0])).toEqual({ f: 74, grad: [-34, -38], hessian: [10, 8, 8, 10] });
});

test('its curvatures are 18 along (1, 1) and 2 across, around (1, 3)', () => {
  const form = quadraticForm(f)!;
  [18, 2].forEach((value, i) => expect(form.curvatures[i]).toBeCloseTo(value, 12));
  [1, 3].forEach((value, i) => expect(form.centre[i]).toBeCloseTo(value, 12));
  expect(form.axes[0]! / form.axes[1]!).toBeCloseTo(1, 12);
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(f, '(x + 2y - 7)^2 + (2x + y - 5)^2');
});
