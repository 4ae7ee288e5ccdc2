import { expect, test } from 'vitest';
import {
  AT,
  curve,
  linearModel,
  quadraticModel,
  taylor,
} from '../../../renderer/src/prerequisites/taylor/taylor.ts';

/** f′ = x³ − x + 0.1 and f″ = 3x² − 1. */
const SLOPE = AT ** 3 - AT + 0.1;
const BEND = 3 * AT * AT - 1;
const read = (step: number) => taylor.read([step]).numbers;

test('both models are made from slope and curvature at the start', () => {
  const { linear, quadratic, curved, actual, rate } = read(-0.5);
  expect(linear).toBeCloseTo(-0.5 * SLOPE, 12);
  expect(curved).toBeCloseTo(0.125 * BEND, 12);
  expect(quadratic).toBeCloseTo(linear + curved, 12);
  expect(actual).toBeCloseTo(curve(AT - 0.5) - curve(AT), 12);
  expect(rate).toBeCloseTo(0.5 / SLOPE, 12);
  expect(linearModel(AT)).toBe(curve(AT));
  expect(quadraticModel(AT - 0.5)).toBeCloseTo(curve(AT) + quadratic, 12);
});

test('halving a step leaves a quarter of the error of the line, an eighth of that of the parabola', () => {
  const [long, short] = [read(-0.02), read(-0.01)];
  expect((long.actual - long.linear) / (short.actual - short.linear)).toBeCloseTo(4, 1);
  expect((long.actual - long.quadratic) / (short.actual - short.quadratic)).toBeCloseTo(8, 1);
});

test('the parabola is back at its height with the rate 2/f″, and lowest with half of it', () => {
  const full = (-2 * SLOPE) / BEND;
  expect(read(full).quadratic).toBeCloseTo(0, 12);
  expect(read(full).rate).toBeCloseTo(2 / BEND, 12);
  expect(read(full / 2).quadratic).toBeLessThan(read(full / 2 + 0.05).quadratic);
  expect(read(full / 2).quadratic).toBeLessThan(read(full / 2 - 0.05).quadratic);
  expect(taylor.read([Math.round(full * 100) / 100]).met).toBe(true);
  expect(taylor.read([full / 2]).met).toBe(false);
});

test('the curve lies below the parabola wherever it bends less on the way', () => {
  for (let step = -1.8; step < 0; step += 0.05) {
    // |x| ≤ 1.6 all along, so f″ is at most that of the start.
    expect(curve(AT + step)).toBeLessThanOrEqual(quadraticModel(AT + step));
  }
});
