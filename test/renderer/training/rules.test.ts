import { describe, expect, test } from 'vitest';
import { buildSchedule } from '../../../core/schedules/build.ts';
import { defaultParams } from '../../../core/params.ts';
import { schedules } from '../../../core/schedules/index.ts';
import { constantsFor, rules } from '../../../renderer/src/training/rules.ts';

describe('constants for a budget', () => {
  test('an incomplete last batch is an update, a batch larger than the data one an epoch', () => {
    expect(constantsFor({ samples: 1001, batch: 10, epochs: 3 })).toMatchObject({
      stepsPerEpoch: 101,
      steps: 303,
    });
    expect(constantsFor({ samples: 7, batch: 100, epochs: 2 }).steps).toBe(2);
  });

  test('are tied to the number of updates', () => {
    const found = constantsFor({ samples: 50_000, batch: 128, epochs: 30 });
    expect(found.steps).toBe(391 * 30);
    expect(found.inverse[0] * found.steps).toBeCloseTo(5, 12);
    expect(found.inverse[1] * found.steps).toBeCloseTo(20, 12);
    expect(found.literal * found.steps ** 2).toBeCloseTo(7, 12);
    expect(found.warmUp).toEqual([235, 1173]);
    expect(found.coolDown).toEqual([1173, 2346]);
  });

  test('patience is a share of the epochs, and never too short', () => {
    const patience = (epochs: number): number =>
      constantsFor({ samples: 100, batch: 10, epochs }).patience;
    expect([10, 100, 200, 1000].map(patience)).toEqual([rules.patience.least, 5, 10, 50]);
  });

  test.each([50, 1000, 20_000])('the literal recurrence falls alike in %i updates', (steps) => {
    const { literal } = constantsFor({ samples: steps, batch: 1, epochs: 1 });
    const params = { ...defaultParams(schedules['literal-recurrence'].params), decay: literal };
    const schedule = buildSchedule({ id: 'literal-recurrence', params }, 1, steps);
    // η ≈ exp(−d t²/2), in the middle of the run exp(−7/8).
    expect(schedule.lr(steps / 2)).toBeCloseTo(Math.exp(-7 / 8), 1);
    expect(schedule.lr(steps)).toBeLessThan(0.05);
  });
});
