import { expect, test } from 'vitest';
import { threeHumpCamel } from '../../../core/objectives/three-hump-camel.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';
import { after, descend } from '../../support/descent.ts';

const f = threeHumpCamel.create({});

test('value, gradient and Hessian', () => {
  const { f: value, grad, hessian } = at(f, [1, 2]);
  expect(value).toBeCloseTo(2 - 1.05 + 1 / 6 + 2 + 4, 12);
  [2.8, 5].forEach((entry, i) => expect(grad[i]).toBeCloseTo(entry, 12));
  [-3.6, 1, 1, 2].forEach((entry, i) => expect(hessian[i]).toBeCloseTo(entry, 12));
});

test('a start at the side ends at the side, at f = 0.2986', () => {
  const end = descend(f, [-2, 1.5], 0.1, after(5000));
  expect(end.x[0]).toBeCloseTo(-1.7476, 4);
  expect(end.f).toBeCloseTo(0.2986, 4);
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(f, '2x^2 - 1.05x^4 + x^6/6 + xy + y^2');
});
