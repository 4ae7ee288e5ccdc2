import { describe, expect, test } from 'vitest';
import { literalRecurrence } from '../../../core/schedules/literal-recurrence.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('timeDecayRecurrence');

const create = (decay: number): ((t: number) => number) =>
  scheduleOf('literal-recurrence', { decay }, 100, 0.1).lr;

test('it is what the code lr = lr / (1 + d * t) yields, to the last bit', () => {
  const lr = create(0.1);
  let running = 0.1;
  for (let t = 0; t <= 60; t++) {
    running = running / (1 + 0.1 * t);
    expect(lr(t)).toBe(running);
  }
});

test('the values of the table: .0278, 1.49e-3, 1.37e-7, 4.4e-27', () => {
  const lr = create(0.1);
  expect(lr(5)).toBeCloseTo(0.0278, 4);
  expect(lr(10)).toBeCloseTo(1.49e-3, 5);
  expect(lr(20) / 1.37e-7).toBeCloseTo(1, 2);
  expect(lr(50).toExponential(1)).toBe('4.4e-27');
});

test('the sum is finite: the run freezes after 0.433', () => {
  const lr = create(0.1);
  let sum = 0;
  for (let t = 0; t < 1000; t++) sum += lr(t);
  expect(sum).toBeCloseTo(0.433, 3);
});

test('asked out of order, far out, or without decay, it answers the same', () => {
  const forward = create(0.1);
  const late = create(0.1)(30);
  for (let t = 0; t <= 30; t++) forward(t);
  expect(late).toBe(forward(30));
  expect(forward(3)).toBe(create(0.1)(3));
  expect(create(0.1)(1e9)).toBe(0);
  expect(create(0)(1e9)).toBe(0.1);
});

describe('its sums', () => {
  const { sum, sumOfSquares, budget, noiseBudget, halfLife } = literalRecurrence.closed!;

  /** k, R(k) = the budget in units of η₀, and the first epoch below η₀/2, as printed. */
  test.each([
    [0.001, '39.970', 37],
    [0.01, '12.877', 12],
    [0.05, '5.9632', 6],
    [0.1, '4.3327', 4],
    [0.2, '3.1887', 3],
    [0.5, '2.1945', 2],
    [0.9, '1.7785', 2],
    // η₁ is exactly half here, and the printed 2 is the first epoch below it.
    [1, '1.7183', 1],
  ])('d = %d: budget %s, half-life %d', (decay, printed, halved) => {
    expect(budget!({ decay }, 1)!.toPrecision(5)).toBe(printed);
    expect(halfLife!({ decay }, 1)).toBe(halved);
    const ofTerms = sum!({ decay }, 1, 1e9)!;
    expect(Math.abs(ofTerms / budget!({ decay }, 1)! - 1)).toBeLessThan(1e-13);
    expect(noiseBudget!({ decay }, 1)).toBe(sumOfSquares!({ decay }, 1, 1e9));
  });

  test('d = 1: squares of 1/(t + 1)!', () => {
    expect(sumOfSquares!({ decay: 1 }, 1, 3)).toBeCloseTo(1 + 1 / 4 + 1 / 36, 15);
  });

  test('without decay nothing is ever used up; hardly any decay is not gone through term by term', () => {
    expect(sum!({ decay: 0 }, 1, 12_345)).toBe(12_345);
    expect([budget!({ decay: 0 }, 1), noiseBudget!({ decay: 0 }, 1)]).toEqual([Infinity, Infinity]);
    expect(noiseBudget!({ decay: 1e-12 }, 1)! / Math.sqrt(Math.PI * 0.25e12)).toBeCloseTo(1, 5);
    expect([noiseBudget!({ decay: 1e-13 }, 1), halfLife!({ decay: 1e-13 }, 1)]).toEqual([
      null,
      null,
    ]);
    expect(halfLife!({ decay: 1e-12 }, 1)).toBeCloseTo(Math.sqrt(2e12 * Math.LN2), -2);
  });
});
