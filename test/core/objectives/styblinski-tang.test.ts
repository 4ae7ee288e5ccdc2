import { expect, test } from 'vitest';
import { styblinskiTang } from '../../../core/objectives/styblinski-tang.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';

test('value, gradient and the deepest of its four basins', () => {
  const f = styblinskiTang.create({});
  expect(at(f, [1, -1])).toEqual({ f: -15, grad: [-11.5, 16.5], hessian: [-10, 0, 0, -10] });
  expect(at(f, f.minima[0]!).f).toBeCloseTo(-78.33233140754282, 12);
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(styblinskiTang.create({}), '0.5(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)');
});
