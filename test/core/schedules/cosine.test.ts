import { expect, test } from 'vitest';
import { cosine } from '../../../core/schedules/cosine.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('cosine', 'cosineDecay');

test('half a wave: half way in the middle, .8536 after a quarter', () => {
  const { lr } = scheduleOf('cosine', { length: 8 });
  expect([0, 4, 8].map(lr)).toEqual([1, expect.closeTo(0.5, 15), 0]);
  expect(lr(2)).toBeCloseTo(0.5 + Math.SQRT1_2 / 2, 15);
});

test('past its end PyTorch’s rises again, Keras’ stays at the floor', () => {
  const params = { length: 8, floor: 0.2 };
  const pytorch = scheduleOf('cosine', params);
  const keras = scheduleOf('cosine', { ...params, dialect: 'keras' });
  expect([8, 12, 16].map(pytorch.lr)).toEqual([0.2, expect.closeTo(0.6, 15), 1]);
  expect([8, 12, 16].map(keras.lr)).toEqual([0.2, 0.2, 0.2]);
});

test('by default it ends with the run', () => {
  expect(scheduleOf('cosine', {}, 37).lr(37)).toBe(0);
});

test('half-lives: the middle, or later above a floor', () => {
  const halfLife = (floor: number): number | null =>
    cosine.closed!.halfLife!({ dialect: 'pytorch', length: 90, floor }, 1);
  expect(halfLife(0)).toBeCloseTo(45, 12);
  expect(halfLife(1 / 3)).toBeCloseTo(60, 12);
  expect(halfLife(0.5)).toBe(90);
  expect(halfLife(0.6)).toBe(Infinity);
});

test('budgets: (T + 1)/2 and (3T + 4)/8 where it stays at zero, else without bound', () => {
  const { budget, noiseBudget, sum, sumOfSquares } = cosine.closed!;
  const keras = { dialect: 'keras', length: 0, floor: 0 } as const;
  expect(budget!(keras, 9)).toBeCloseTo(5, 14);
  expect(noiseBudget!(keras, 9)).toBeCloseTo(31 / 8, 14);
  expect(sum!({ ...keras, floor: 0.5 }, 9, 20)).toBeCloseTo(4.5 + 2.5 + 5.5, 13);
  for (const other of [{ ...keras, floor: 0.1 }, { ...keras, dialect: 'pytorch' } as const]) {
    expect([budget!(other, 9), noiseBudget!(other, 9)]).toEqual([Infinity, Infinity]);
  }
  const saw = { dialect: 'pytorch', length: 1, floor: 0.5 } as const;
  expect(sum!(saw, 9, 5)).toBeCloseTo(4, 14);
  expect(sumOfSquares!(saw, 9, 5)).toBeCloseTo(3.5, 14);
});

test('its arithmetic leaves out a floor of zero, and in Keras the wave once it is over', () => {
  const formula = (dialect: 'pytorch' | 'keras', floor: number, t: number) =>
    cosine.arithmetic({ dialect, floor, length: 4 }, 1, t).formula;
  const wave = '(1/2)*(1 + cos(pi*t/length))';
  expect(formula('pytorch', 0, 4)).toBe(`eta0*${wave}`);
  expect(formula('pytorch', 0.1, 4)).toBe(`eta0*(floor + (1 - floor)*${wave})`);
  expect(formula('keras', 0, 3)).toBe(`eta0*${wave}`);
  expect(formula('keras', 0, 4)).toBe('floor*eta0');
});
