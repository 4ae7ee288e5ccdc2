import { expect, test } from 'vitest';
import { absoluteValue } from '../../../core/objectives/absolute-value.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';
import { after, descend } from '../../support/descent.ts';

const f = absoluteValue.create({});

test('slope ±1 on either side, subgradient 0 at the kink', () => {
  expect(at(f, [-2])).toEqual({ f: 2, grad: [-1], hessian: [0] });
  expect(at(f, [3])).toEqual({ f: 3, grad: [1], hessian: [0] });
  expect(at(f, [0])).toEqual({ f: 0, grad: [0], hessian: [0] });
});

test('a run travels exactly the sum of its rates: 0.43327 in all eternity under the literal recurrence', () => {
  let rate = 0.1;
  const literal = (t: number): number => (rate = t === 0 ? 0.1 : rate / (1 + 0.1 * t));
  expect(10 - descend(f, [10], literal, after(500)).x[0]!).toBeCloseTo(0.43327, 5);
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(f, 'abs(x)');
});
