import { expect, test } from 'vitest';
import { quartic } from '../../../core/objectives/quartic.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';
import { descend } from '../../support/descent.ts';

const f = quartic.create({});

test('value, slope x³ and curvature 3x²', () => {
  expect(at(f, [10])).toEqual({ f: 2500, grad: [1000], hessian: [300] });
  expect(at(f, [-2])).toEqual({ f: 4, grad: [-8], hessian: [12] });
});

test('gradient descent from 10 bears a rate below 2/x₀² = 0.02: 2626 steps to |x| < 0.1 at 0.019', () => {
  const near = descend(f, [10], 0.019, ({ x }) => Math.abs(x[0]!) < 0.1);
  expect(near.step).toBe(2626);
  expect(descend(f, [10], 0.021, ({ f }) => !Number.isFinite(f)).step).toBeLessThan(100);
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(f, 'x^4 / 4');
});
