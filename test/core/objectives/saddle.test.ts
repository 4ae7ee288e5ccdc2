import { expect, test } from 'vitest';
import { saddle } from '../../../core/objectives/saddle.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';

test('value, gradient and Hessian: down one way, up the other', () => {
  expect(at(saddle.create({}), [-1, 0.25])).toEqual({
    f: 0.9375,
    grad: [-2, -0.5],
    hessian: [2, 0, 0, -2],
  });
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(saddle.create({}), 'x^2 - y^2');
});
