/** Whether a finished run, given more steps, is the longer run: as far as its rates say. */
import { describe, expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { optimizerIds, optimizers } from '../../../core/optimizers/index.ts';
import { defaultParams } from '../../../core/params.ts';
import { adaptiveSchedules, scheduleIds } from '../../../core/schedules/index.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import { extended, firstOtherRate, type OtherRate } from '../../../core/training/extension.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { assets } from '../../support/assets.ts';
import { chosenSchedule } from '../../support/chains.ts';
import {
  bitsOf,
  bowl,
  columnsOf,
  expectedColumns,
  shortDigits,
} from '../../support/experiments.ts';

function otherRate(config: ExperimentConfig, totalSteps: number): OtherRate | null {
  const search = firstOtherRate(config, extended(config, totalSteps), assets);
  for (let found = search.next(); ; found = search.next()) if (found.done) return found.value;
}

const scheduled = (
  ...[id, params]: Parameters<typeof chosenSchedule>
): Partial<ExperimentConfig> => ({ schedule: chosenSchedule(id, params) });

describe('rates of the steps already made', () => {
  test.each<[string, Partial<ExperimentConfig>]>([
    ['constant', scheduled('constant')],
    ['inverse time', scheduled('inverse-time', { decay: 0.02 })],
    ['cosine of a length of its own', scheduled('cosine', { length: 80, dialect: 'keras' })],
    ['a plateau rule', scheduled('reduce-on-plateau')],
    [
      'epochs',
      { ...scheduled('inverse-time', { decay: 0.5 }), scheduleUnit: 'epoch', stepsPerEpoch: 7 },
    ],
  ])('stay with %s', (_name, change) => {
    expect(otherRate(bowl({ totalSteps: 100, ...change }), 150)).toBeNull();
  });

  test.each<[string, Partial<ExperimentConfig>, number]>([
    ['cosine to the end', scheduled('cosine'), 1],
    ['linear to the end', scheduled('linear'), 1],
    ['1-cycle', scheduled('one-cycle'), 1],
    // Fifths of the run: the second one begins later.
    ['a list shared out over the run', scheduled('list'), 20],
  ])('are others with %s', (_name, change, step) => {
    const config = bowl({ totalSteps: 100, ...change });
    const other = otherRate(config, 150);
    expect(other).toMatchObject({ step, of: 'lr' });
    const rate = (total: number): number => buildSchedule(config.schedule, config.lr, total).lr(99);
    expect(other?.at).toBe(99);
    expect(other).toMatchObject({ was: rate(100), would: rate(150) });
  });

  test('are those after its fork', () => {
    const from = bowl({ totalSteps: 100, ...scheduled('cosine') });
    const forked = bowl({ totalSteps: 100, fork: { step: 60, from }, ...scheduled('constant') });
    expect(otherRate(forked, 150)).toBeNull();
    const other = bowl({ totalSteps: 100, fork: { step: 60, from }, ...scheduled('cosine') });
    expect(otherRate(other, 150)).toMatchObject({ step: 60 });
  });

  test('are all looked at, and the caller is asked now and then', () => {
    // Two values shared out over the run: the first half is the same.
    const list = scheduled('list', { values: [1, 0.5] });
    const config = bowl({ totalSteps: 100_000, ...list });
    const search = firstOtherRate(config, extended(config, 100_002), assets);
    const asked: number[] = [];
    for (let found = search.next(); ; found = search.next()) {
      if (found.done) {
        // At its last step both use the second value.
        expect(found.value).toMatchObject({ step: 50_000, at: 50_000, was: 0.05, would: 0.1 });
        break;
      }
      asked.push(found.value);
    }
    expect(asked).toEqual([16_384, 32_768, 49_152]);
  });

  test('of a schedule that looks at a metric do not depend on the length: it never asks for it', () => {
    for (const spec of Object.values(adaptiveSchedules)) {
      const context = {
        lr: 0.1,
        get total(): number {
          throw new Error(`${spec.id} looks at the length`);
        },
        create: buildSchedule,
      };
      expect(() => spec.create(defaultParams(spec.params), context)).not.toThrow();
    }
  });

  test('are compared for every schedule: where none differs, the longer run begins with the same bits', () => {
    const kept = scheduleIds.filter((id) => {
      const config = bowl({ totalSteps: 60, ...scheduled(id) });
      if (otherRate(config, 90) !== null) return false;
      const long = bitsOf(expectedColumns(extended(config, 90)))['optim/lr']!;
      expect(bitsOf(expectedColumns(config))['optim/lr']).toEqual(long.slice(0, 60));
      return true;
    });
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.length).toBeLessThan(scheduleIds.length);
  });
});

describe('a run that goes on from a checkpoint before its end', () => {
  const optimizerCases = optimizerIds.map((id): [string, ExperimentConfig] => [
    id,
    bowl({
      totalSteps: 40,
      replicates: 2,
      optimizer: { id, params: defaultParams(optimizers[id].params) },
    }),
  ]);
  test.each<[string, ExperimentConfig]>([
    ...optimizerCases,
    ['digits, off the grid of evaluations', { ...shortDigits, totalSteps: 40, evaluateEvery: 27 }],
    ['a plateau rule', { ...shortDigits, totalSteps: 60, ...scheduled('reduce-on-plateau') }],
  ])('has the bits of the longer run: %s', (_name, config) => {
    const longer = extended(config, config.totalSteps + 30);
    const short = createTrainer(config, assets);
    short.advance(config.totalSteps - 9, null);
    const goesOn = createTrainer(longer, assets, structuredClone(short.checkpoint()));
    const recorder = createRecorder();
    goesOn.advance(Infinity, recorder);
    const whole = createTrainer(longer, assets);
    const all = createRecorder();
    whole.advance(Infinity, all);
    const from = config.totalSteps - 9;
    const expected = Object.fromEntries(
      Object.entries(bitsOf(columnsOf(all.flush()))).map(([metric, points]) => [
        metric,
        points.filter(([step]) => step >= from),
      ]),
    );
    expect(bitsOf(columnsOf(recorder.flush()))).toEqual(expected);
    expect(goesOn.result()).toEqual(whole.result());
    expect(goesOn.checkpoint()).toEqual(whole.checkpoint());
  });

  test('control: from the checkpoint of its end it would not', () => {
    const config = { ...shortDigits, totalSteps: 40, evaluateEvery: 27 };
    const longer = extended(config, 70);
    const short = createTrainer(config, assets);
    short.advance(40, null);
    const goesOn = createTrainer(longer, assets, structuredClone(short.checkpoint()));
    goesOn.advance(Infinity, null);
    const whole = createTrainer(longer, assets);
    whole.advance(Infinity, null);
    expect(goesOn.checkpoint()).not.toEqual(whole.checkpoint());
  });
});

test('as many steps, or fewer, are refused with what is allowed', () => {
  expect(() => extended(bowl({ totalSteps: 100 }), 100)).toThrow(/totalSteps.*> 100/);
});
