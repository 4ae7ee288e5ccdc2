import { expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { Replay } from '../../../electron/worker/replay.ts';
import { assets, bowl } from '../../support/experiments.ts';

/** A replay on a clock that every look at moves on, and how often it has let others work. */
function made(): {
  breaths: () => number;
  goTo: (config: ExperimentConfig, step: number) => Promise<Float64Array>;
} {
  let time = 0;
  let breaths = 0;
  const replay = new Replay({
    now: () => (time += 4),
    breathe: () => {
      breaths++;
      return Promise.resolve();
    },
  });
  return {
    breaths: () => breaths,
    goTo: async (config, step) => {
      const trainer = await replay.goTo({ config, assets, checkpoint: null, step }, () => true);
      return Float64Array.from(trainer!.judgedPoint());
    },
  };
}

test('going from one of several runs to another starts none of them over', async () => {
  const { breaths, goTo } = made();
  const runs = [0.1, 0.2, 0.05].map((lr) => bowl({ lr, totalSteps: 2000 }));
  const first: Float64Array[] = [];
  for (const config of runs) first.push(await goTo(config, 2000));
  const over = breaths();
  const second: Float64Array[] = [];
  for (const config of runs) second.push(await goTo(config, 2000));
  expect(second).toEqual(first);
  expect(breaths() - over).toBeLessThan(over / 4);
});

test('more runs than stand side by side push the oldest out, and it is computed again', async () => {
  const { breaths, goTo } = made();
  const runs = Array.from({ length: 9 }, (_, i) => bowl({ lr: 0.01 * (i + 1), totalSteps: 2000 }));
  const first = await goTo(runs[0]!, 2000);
  const alone = breaths();
  for (const config of runs.slice(1)) await goTo(config, 2000);
  const before = breaths();
  expect(await goTo(runs[0]!, 2000)).toEqual(first);
  expect(breaths() - before).toBe(alone);
});
