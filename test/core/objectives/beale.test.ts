import { expect, test } from 'vitest';
import { beale } from '../../../core/objectives/beale.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';

test('value, gradient and Hessian at (1, 1), and the minimum', () => {
  const f = beale.create({});
  expect(at(f, [1, 1])).toEqual({
    f: 14.203125,
    grad: [0, 27.75],
    hessian: [0, 27.75, 27.75, 68.5],
  });
  expect(at(f, [3, 0.5])).toMatchObject({ f: 0, grad: [-0, 0] });
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(
    beale.create({}),
    '(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2',
  );
});
