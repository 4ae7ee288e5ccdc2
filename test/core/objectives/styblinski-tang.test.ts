import { expect, test } from 'vitest';
import { styblinskiTang } from '../../../core/objectives/styblinski-tang.ts';
import { at } from '../../support/at.ts';

test('value, gradient and the deepest of its four basins', () => {
  const f = styblinskiTang.create({});
  expect(at(f, [1, -1])).toEqual({ f: -15, grad: [-11.5, 16.5], hessian: [-10, 0, 0, -10] });
  expect(at(f, f.minima[0]!).f).toBeCloseTo(-78.33233140754282, 12);
});
