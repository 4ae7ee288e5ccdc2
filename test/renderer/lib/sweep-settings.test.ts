import { describe, expect, it, test } from 'vitest';
import { ConfigError } from '../../../core/errors.ts';
import { sweep } from '../../../core/experiment/sweep.ts';
import { optimizerIds, optimizers } from '../../../core/optimizers/index.ts';
import { defaultParams } from '../../../core/params.ts';
import { runSchedules, type RunScheduleId } from '../../../core/schedules/index.ts';
import { gridValues, isGridOf, sweepSettings } from '../../../renderer/src/lib/sweep-settings.ts';
import { stabilityLimit } from '../../../renderer/src/lib/theory.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';

const runScheduleIds = Object.keys(runSchedules) as RunScheduleId[];

const paths = (config = bowl()): readonly string[] => sweepSettings(config).map(({ path }) => path);

describe('what can be swept', () => {
  it('is the rate, then the numbers of optimizer and schedule, then the noise where there is one', () => {
    const adam = { id: 'adam', params: defaultParams(optimizers.adam.params) };
    const decay = { id: 'inverse-time', params: { decay: 0.01 } };
    const all = paths(bowl({ optimizer: adam, schedule: decay }));
    expect(all[0]).toBe('lr');
    expect(all).toContain('optimizer.params.beta1');
    expect(all).toContain('schedule.params.decay');
    expect(all.at(-1)).toBe('problem.noise');
    expect(paths(shortDigits)).not.toContain('problem.noise');
  });

  it.each(optimizerIds)('every usual value of %s makes a run', (id) => {
    const config = bowl({ optimizer: { id, params: defaultParams(optimizers[id].params) } });
    for (const setting of sweepSettings(config)) {
      const { path, grid } = setting;
      expect(sweep(config, [{ path, values: gridValues(setting, grid) }]).length).toBeGreaterThan(
        1,
      );
    }
  });

  it.each(runScheduleIds)(
    'a usual value of %s makes a run, or is refused where the others of the run leave no room for it',
    (id) => {
      const schedule = { id, params: defaultParams(runSchedules[id].params) };
      const config = bowl({ schedule });
      for (const setting of sweepSettings(config)) {
        const { path, grid } = setting;
        const refusals = gridValues(setting, grid).flatMap((value) => {
          try {
            sweep(config, [{ path, values: [value] }]);
            return [];
          } catch (error) {
            return [error];
          }
        });
        expect(refusals.every((error) => error instanceof ConfigError)).toBe(true);
        expect(refusals.length).toBeLessThan(gridValues(setting, grid).length - 1);
      }
    },
  );

  it('rates reach from far below the stability limit to beyond it; without one, over five decades', () => {
    const [rate] = sweepSettings(bowl());
    const limit = stabilityLimit(bowl())!;
    expect(rate!.grid.from).toBeLessThan(limit / 100);
    expect(rate!.grid.to).toBeGreaterThan(2 * limit);
    expect(sweepSettings(shortDigits)[0]!.grid).toMatchObject({ from: 1e-4, to: 10 });
  });
});

describe('values', () => {
  const setting = sweepSettings(bowl())[0]!;

  it('grow by one factor on a log scale, rounded to three digits, ends included', () => {
    const values = gridValues(setting, { from: 0.01, to: 10, count: 31 });
    expect(values).toHaveLength(31);
    expect([values[0], values[30]]).toEqual([0.01, 10]);
    expect(values[10]).toBe(0.1);
    expect(values[1]).toBe(0.0126);
  });

  it('keep all their digits where three would make two of them one', () => {
    const values = gridValues(setting, { from: 1, to: 1.01, count: 25 });
    expect(new Set(values).size).toBe(25);
  });

  it('of whole numbers are whole and come once', () => {
    const whole = { ...setting, valid: { ...setting.valid, integer: true } };
    expect(gridValues(whole, { from: 1, to: 8, count: 25 })).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('a typed grid', () => {
  const [rate] = sweepSettings(bowl());
  const count = sweepSettings(bowl({ schedule: { id: 'step', params: {} } })).find(
    ({ valid }) => valid.integer,
  )!;

  it('has ends that the setting can take; a log axis has no zero', () => {
    expect(isGridOf(rate!, { from: 0.1, to: 2, count: 9 })).toBe(true);
    expect(isGridOf(rate!, { from: 0, to: 2, count: 9 })).toBe(false);
    expect(isGridOf(rate!, { from: 0.1, to: 1e7, count: 9 })).toBe(false);
    expect(isGridOf(count, { from: count.valid.min - 1, to: 10, count: 3 })).toBe(false);
  });
});

test('one value is a sweep of one', () => {
  const setting = sweepSettings(bowl())[0]!;
  expect(gridValues(setting, { from: 0.3, to: 0.9, count: 1 })).toEqual([0.3]);
});
