import { describe, expect, test } from 'vitest';
import { geometricSum, kummerR, powerSum } from '../../../core/math/special.ts';

const relative = (computed: number, wanted: number): number => Math.abs(computed / wanted - 1);

/** Values computed with 25 decimal digits from hypergeometric, zeta and digamma functions. */
describe('against values of 17 digits', () => {
  test.each([
    [0.01, 1.0099504128151635],
    [0.5, 1.410686134642448],
    [1, 1.7182818284590453],
    [7.5, 3.807898755528649],
    [20, 5.963199645279339],
    [99.5, 12.845874931141347],
    [100, 12.877219321353223],
    [150.25, 15.704740263384023],
    [1000, 39.96993884645658],
    [1e6, 1253.6475751213122],
  ])('₁F₁(1; 1 + a; a) at a = %d', (a, wanted) => {
    expect(relative(kummerR(a), wanted)).toBeLessThan(2e-15);
  });

  test.each([
    [1, 10, -1, 2.9289682539682538],
    [0.25, 1000, -1, 11.134958822790693],
    [1000.5, 3, -2, 2.9910261737203077e-6],
    [10, 1e9, -1, 18.47151325737969],
    [3.7, Infinity, -2, 0.3100378576700383],
    [1, 100, 0.5, 671.4629471031477],
    [5, 7, 2.5, 1415.2838460534515],
    [1e8, 5, -0.5, 0.0004999999950000001],
    [2.5, 1e6, -0.5, 1997.1663912122983],
  ])('Σ (%d + j)^s over %d terms, s = %d', (x, n, s, wanted) => {
    expect(relative(powerSum(x, n, s), wanted)).toBeLessThan(2e-15);
  });
});

test('power sums of whole powers are those of school, in whole numbers', () => {
  const n = 1000n;
  const cubes = (n * (n + 1n)) ** 2n / 4n;
  expect(relative(powerSum(1, 1000, 3), Number(cubes))).toBeLessThan(1e-15);
  expect(powerSum(1, 1000, 0)).toBeCloseTo(1000, 10);
  expect(powerSum(7, 0, -1)).toBe(0);
  expect(powerSum(1, 4, 2)).toBe(30);
});

test('very high powers neither overflow nor lose the largest term', () => {
  let sum = 0;
  for (let j = 1; j <= 1e5; j++) sum += (j / 1e5) ** 100;
  expect(relative(powerSum(1, 1e5, 100, 1e5), sum)).toBeLessThan(1e-13);
  expect(relative(powerSum(1, 1e9, 100, 1e9), 1e9 / 101 + 0.5)).toBeLessThan(1e-8);
});

test('endless sums: finite below s = −1, without bound from there on', () => {
  expect(relative(powerSum(1, Infinity, -2), Math.PI ** 2 / 6)).toBeLessThan(1e-15);
  expect(relative(powerSum(1, Infinity, -4), Math.PI ** 4 / 90)).toBeLessThan(1e-15);
  expect(powerSum(1, Infinity, -1)).toBe(Infinity);
  expect(powerSum(1, Infinity, 0.5)).toBe(Infinity);
});

test('geometric sums, also near ratio 1, with ratio 0 and without end', () => {
  expect(geometricSum(0, 17)).toBe(17);
  expect(geometricSum(Math.log(0.5), 3)).toBeCloseTo(1.75, 15);
  expect(geometricSum(-Infinity, 5)).toBe(1);
  expect(geometricSum(-Infinity, 0)).toBe(0);
  expect(relative(geometricSum(Math.log(0.9), Infinity), 10)).toBeLessThan(1e-15);
  expect(relative(geometricSum(-1e-12, 1000), 1000 - 4.995e-7)).toBeLessThan(1e-15);
});
