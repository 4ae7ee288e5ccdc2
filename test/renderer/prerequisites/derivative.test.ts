import { expect, test } from 'vitest';
import {
  AT,
  curve,
  derivative,
  errors,
} from '../../../renderer/src/prerequisites/derivative/derivative.ts';
import {
  centralDifference,
  forwardDifference,
} from '../../../renderer/src/prerequisites/derivative/differences.ts';

const read = (exponent: number) => derivative.read([exponent]).numbers;

test('differences of a cube are off by what their expansions say', () => {
  const cube = (x: number): number => x ** 3;
  // Powers of two, in which nothing is rounded: (x + h)³ = x³ + 3x²h + 3xh² + h³.
  for (const h of [0.5, 0.25, 0.125]) {
    expect(forwardDifference(cube, 1, h)).toBe(3 + 3 * h + h * h);
    expect(centralDifference(cube, 1, h)).toBe(3 + h * h);
  }
});

test('the slope is that of the curve, x³ − x + 0.1', () => {
  expect(read(0).slope).toBeCloseTo(AT ** 3 - AT + 0.1, 14);
  expect(curve(AT)).toBeCloseTo((AT ** 2 - 1) ** 2 / 4 + 0.1 * AT, 14);
});

test('a tenth of the distance is a tenth of the forward error, and a hundredth of the central one', () => {
  const [wide, near] = [read(-2), read(-3)];
  expect(wide.forwardError / near.forwardError).toBeCloseTo(10, 0);
  expect(wide.centralError / near.centralError).toBeCloseTo(100, 2);
});

test('where h is too small, rounding makes both worse again', () => {
  expect(read(-8).forwardError).toBeLessThan(1e-7);
  expect(read(-14).forwardError).toBeGreaterThan(1e-4);
  expect(read(-14).centralError).toBeGreaterThan(1e-4);
  // Half a unit in the last place of 0.3 is more than 10⁻¹⁷: nothing is added.
  expect(read(-16).forwardError).toBeGreaterThan(0.01);
});

test('the goal is reached between truncation and rounding', () => {
  expect(derivative.read([-8]).met).toBe(true);
  expect(derivative.read([-4]).met).toBe(false);
  expect(derivative.read([-12]).met).toBe(false);
});

test('the errors that are drawn are those that are read', () => {
  expect(errors).toHaveLength(161);
  const { exponent, forward, central } = errors[120]!;
  expect(exponent).toBeCloseTo(-4, 9);
  expect(10 ** forward).toBeCloseTo(read(-4).forwardError, 9);
  expect(10 ** central).toBeCloseTo(read(-4).centralError, 12);
});
