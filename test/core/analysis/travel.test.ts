import { expect, test } from 'vitest';
import {
  diesOut,
  isFrozen,
  rateNeeded,
  reach,
  travel,
  travelNeeded,
} from '../../../core/analysis/travel.ts';
import { scheduled } from '../../support/chains.ts';

const literal = scheduled('literal-recurrence', { decay: 0.1 }, 0.1, 1000);
const rate = (step: number): number => literal.lr(step);

test('the literal recurrence travels 0.43327 in all: on |x| it can come no farther than that', () => {
  const sum = travel(rate, 0, 1000);
  expect(sum).toBeCloseTo(0.43327, 5);
  let x = 10;
  for (let s = 0; s < 1000; s++) x -= rate(s) * Math.sign(x);
  expect(10 - x).toBeCloseTo(reach(sum, 1), 12);
});

test('it is frozen after five updates: the parabola keeps 90 % of the error it has then', () => {
  const left = (from: number): number => travel(rate, from, 1000);
  const frozenFrom = Array.from({ length: 20 }, (_, s) => s).find((s) =>
    isFrozen(travel(rate, 0, s), left(s), 1),
  );
  expect(frozenFrom).toBe(5);
  let share = 1;
  for (let s = 5; s < 1000; s++) share *= 1 - rate(s);
  expect(share).toBeGreaterThan(0.9);
});

test('the rate needed to bring an error down to a share of itself brings it down to about that share', () => {
  const steps = 5000;
  const shape = (s: number): number => 1 / (1 + 0.01 * s);
  const first = rateNeeded(travelNeeded(0.2, 1e-3), travel(shape, 0, steps));
  let error = 1;
  for (let s = 0; s < steps; s++) error *= 1 - 0.2 * first * shape(s);
  expect(Math.log(error) / Math.log(1e-3)).toBeCloseTo(1, 2);
});

test('a run that has arrived is not frozen, and one that could go on is not either', () => {
  const cosine = scheduled('cosine', {}, 0.1, 1000);
  const at = (t: number): number => cosine.lr(t);
  const ahead = 1000 * at(999);
  // λ Σ η = 50: the error of that direction is gone, and with it the reason to move.
  expect(isFrozen(travel(at, 0, 1000), ahead, 1)).toBe(false);
  // λ Σ η = 2.5 of the 4.6 that a hundredth takes, and the rate is 0 from here on.
  expect(isFrozen(travel(at, 0, 1000), ahead, 0.05)).toBe(true);
  expect(isFrozen(50, 1000 * 0.1, 0.05)).toBe(false);
});

test('rates have died out at less than a tenth of the largest; one that stays, and no rates, have not', () => {
  const rates = (...values: readonly number[]): Float64Array => Float64Array.of(...values);
  expect([rates(1, 0.1), rates(1, 0.0999), rates(0.05, 1, 0.0999)].map(diesOut)).toEqual([
    false,
    true,
    true,
  ]);
  expect([rates(), rates(1e-9), rates(1e-9, 1e-9), rates(0, 0)].map(diesOut)).toEqual(
    Array(4).fill(false),
  );
});
