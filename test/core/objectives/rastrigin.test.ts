import { expect, test } from 'vitest';
import { rastrigin } from '../../../core/objectives/rastrigin.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';

test('value at half-integers, and no loss of digits near the minimum', () => {
  const f = rastrigin.create({ amplitude: 10 });
  expect(at(f, [0.5, -0.5]).f).toBeCloseTo(40.5, 12);
  expect(at(f, [0, 0])).toMatchObject({ f: 0, grad: [0, 0] });
  expect(at(f, [1e-9, 0]).f / (1e-18 * (1 + 20 * Math.PI ** 2))).toBeCloseTo(1, 12);
});

test('without ripples it is a bowl', () => {
  expect(at(rastrigin.create({ amplitude: 0 }), [1, 2])).toEqual({
    f: 5,
    grad: [2, 4],
    hessian: [2, 0, 0, 2],
  });
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(
    rastrigin.create({ amplitude: 10 }),
    '20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)',
  );
});
