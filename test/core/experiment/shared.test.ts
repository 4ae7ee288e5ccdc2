import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../core/errors.ts';
import { presetIds, presets } from '../../../core/experiment/presets.ts';
import { checkShared } from '../../../core/experiment/shared.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';

describe('what the runs of an experiment share', () => {
  it('leaves rate, optimizer, schedule and seed to each run', () => {
    for (const id of presetIds) checkShared(presets[id].runs.map(({ config }) => config));
    checkShared([bowl(), bowl({ lr: 0.3, seed: 9 })]);
  });

  it.each([
    [[bowl(), bowl(), shortDigits], '2.problem'],
    [[bowl(), bowl({ totalSteps: 7 })], '1.totalSteps'],
    [[bowl(), bowl({ replicates: 3 })], '1.replicates'],
  ])('refuses runs that part in it, with the run and the field', (configs, path) => {
    let thrown: unknown;
    try {
      checkShared(configs);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ConfigError);
    expect(thrown).toMatchObject({ code: 'not-shared', path });
  });
});
