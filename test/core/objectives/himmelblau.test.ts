import { expect, test } from 'vitest';
import { himmelblau } from '../../../core/objectives/himmelblau.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';

test('value, gradient and Hessian, and four minima of value 0', () => {
  const f = himmelblau.create({});
  expect(at(f, [-1, -1])).toEqual({ f: 170, grad: [30, 6], hessian: [-34, -8, -8, -18] });
  expect(f.minima).toHaveLength(4);
  for (const minimum of f.minima) expect(at(f, minimum).f).toBeLessThan(1e-28);
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(himmelblau.create({}), '(x^2 + y - 11)^2 + (x + y^2 - 7)^2');
});
