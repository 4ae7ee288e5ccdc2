import { expect, test } from 'vitest';
import {
  indexAt,
  MOST_STEPS,
  readWay,
  wayOf,
} from '../../../../renderer/src/charts/where/walk-of.ts';
import { ExploredRun } from '../../../../renderer/src/state/explored-run.ts';
import type { StageRun } from '../../../../renderer/src/state/stage-run.ts';
import { bowl, divergingBowl } from '../../../support/experiments.ts';
import { explored } from '../../../support/explored.ts';

const ahead = (config = bowl()): StageRun => new ExploredRun(0, 'run', config, explored(config));

test('a way is the recorded parameters, step by step', () => {
  const run = ahead();
  const way = wayOf(run, 2, 2000)!;
  expect(way.steps).toHaveLength(2001);
  expect([way.theta[0]![0], way.theta[1]![0]]).toEqual([1, 1]);
  for (const step of [1, 500, 2000]) {
    const i = indexAt(way, step);
    expect(way.steps[i]).toBe(step);
    expect(way.theta[1]![i]).toBe(run.heldPoint('param/1', step)?.value);
  }
});

test('of a long run it is the last stretch up to the cursor', () => {
  const way = wayOf(ahead(bowl({ totalSteps: 20_000 })), 2, 9000)!;
  expect([way.steps[0], way.steps.at(-1)]).toEqual([9000 - MOST_STEPS, 9000]);
});

test('it ends before what is not finite, and says that it diverged', () => {
  const way = wayOf(ahead(divergingBowl), 2, 2000)!;
  expect(way.diverged).toBe(true);
  expect(way.theta.flatMap((values) => [...values]).every(Number.isFinite)).toBe(true);
});

test('there is none where the page holds only extremes; what would be drawn is read', async () => {
  const read: unknown[] = [];
  const coarse = {
    config: bowl({ totalSteps: 20_000 }),
    step: 15_000,
    points: () => null,
    readPoints: (...args: unknown[]) => Promise.resolve(void read.push(args)),
  } as Partial<StageRun> as StageRun;
  expect(wayOf(coarse, 2, 9000)).toBeNull();
  await readWay(coarse, 2, 9000);
  await readWay(coarse, 1, 18_000);
  expect(read).toEqual([
    ['param/0', 9000 - MOST_STEPS, 9000],
    ['param/1', 9000 - MOST_STEPS, 9000],
    ['param/0', 15_000 - MOST_STEPS, 15_000],
  ]);
});
