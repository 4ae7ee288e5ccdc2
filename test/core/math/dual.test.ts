import { expect, test } from 'vitest';
import {
  addMultiple,
  chain,
  chainTwo,
  dualSize,
  multiply,
  negate,
  readHessian,
  times,
} from '../../../core/math/dual.ts';

/** Value, three first derivatives, then the triangle 11, 21, 22, 31, 32, 33. */
const dual = (...entries: number[]): Float64Array => Float64Array.from(entries);
const empty = (): Float64Array => new Float64Array(dualSize(2, 2));

// At (x, y) = (3, 5).
const x = dual(3, 1, 0, 0, 0, 0);
const y = dual(5, 0, 1, 0, 0, 0);

test('its size is value, gradient and triangle', () => {
  expect([dualSize(3, 1), dualSize(3, 2), dualSize(1, 2)]).toEqual([4, 10, 3]);
});

test('products: x² y has gradient (2xy, x²) and Hessian (2y 2x; 2x 0)', () => {
  const square = empty();
  multiply(square, x, x, 2);
  const product = empty();
  multiply(product, square, y, 2);
  expect([...product]).toEqual([45, 30, 9, 10, 6, 0]);
  const hessian = new Float64Array(4);
  readHessian(product, 2, hessian);
  expect([...hessian]).toEqual([10, 6, 6, 0]);
});

test('sums, differences and signs are taken entry by entry', () => {
  const out = empty();
  addMultiple(out, x, y, -1);
  expect([...out]).toEqual([-2, 1, -1, 0, 0, 0]);
  negate(out, x);
  expect(out[0]).toBe(-3);
  expect(out[1]).toBe(-1);
});

test('the chain rule: e^(xy)', () => {
  const inner = empty();
  multiply(inner, x, y, 2);
  const out = empty();
  const e = Math.exp(15);
  chain(out, inner, 2, e, e, e);
  expect([...out]).toEqual([e, 5 * e, 3 * e, 25 * e, e + 15 * e, 9 * e]);
});

test('the chain rule of two arguments: x / y', () => {
  const out = empty();
  chainTwo(out, x, y, 2, { f: 0.6, fa: 0.2, fb: -0.12, faa: 0, fab: -0.04, fbb: 0.048 });
  expect([...out]).toEqual([0.6, 0.2, -0.12, 0, -0.04, 0.048]);
});

test('first order leaves the second derivatives out', () => {
  const out = new Float64Array(dualSize(2, 1));
  multiply(out, x.subarray(0, 3), y.subarray(0, 3), 2);
  expect([...out]).toEqual([15, 5, 3]);
});

test('0 wins over ∞: what does not depend on a variable has no derivative by it', () => {
  expect([times(0, Infinity), times(NaN, 0), times(2, 3)]).toEqual([0, 0, 6]);
  const out = empty();
  chain(out, dual(0, 0, 0, 0, 0, 0), 2, 0, Infinity, -Infinity);
  expect([...out]).toEqual([0, 0, 0, 0, 0, 0]);
});
