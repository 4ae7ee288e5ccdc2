import { MOST_RUNS_PER_PLAN } from '../../../electron/ipc/experiment.ts';
import { expect, test } from 'vitest';
import { presets } from '../../../core/experiment/presets.ts';
import { configOf, fromPreset } from '../../../renderer/src/state/draft-values.ts';
import * as edit from '../../../renderer/src/state/edit-runs.ts';

const pair = fromPreset(presets.pair);
const full = Array.from({ length: MOST_RUNS_PER_PLAN }).reduce<typeof pair>(
  (draft) => edit.addRun(draft, 0, false),
  pair,
);

test('there is room for as many runs as there are colours', () => {
  expect(full.runs).toHaveLength(MOST_RUNS_PER_PLAN);
  expect(edit.addRun(full, 0, false)).toBe(full);
  expect(edit.forkRun(full, 0, 5)).toBe(full);
});

test('the last run is not taken away', () => {
  const one = edit.removeRun(pair, 1);
  expect(one.runs).toEqual([pair.runs[0]]);
  expect(edit.removeRun(one, 0)).toBe(one);
});

test('an edit concerns the run it is given', () => {
  const next = edit.setScheduleParams(edit.chooseSchedule(pair, 0, 'inverse-time'), 0, {
    decay: 0.5,
  });
  expect(next.runs[0]!.schedule).toMatchObject({ id: 'inverse-time', params: { decay: 0.5 } });
  expect(next.runs[1]).toBe(pair.runs[1]);
});

test('a schedule takes over the constants it shares with another run', () => {
  const decay = pair.runs[1]!.schedule.params['decay'];
  expect(decay).toBeDefined();
  expect(edit.chooseSchedule(pair, 0, 'inverse-time').runs[0]!.schedule.params['decay']).toBe(
    decay,
  );
});

test('a fork of a fork, before that has left its run, leaves the run itself', () => {
  const once = edit.forkRun(pair, 0, 40);
  const again = edit.forkRun(once, 2, 10);
  expect(again.runs[3]!.fork).toEqual({ step: 10, from: pair.runs[0], anew: false });
  for (const run of again.runs) expect(() => configOf(again.base, run)).not.toThrow();
});

test('only a fork has a schedule that begins with it', () => {
  expect(edit.setForkAnew(pair, 0, true)).toBe(pair);
  const forked = edit.forkRun(pair, 0, 40);
  expect(edit.setForkAnew(forked, 2, true).runs[2]!.fork?.anew).toBe(true);
});

test('rates are given in the order of the runs; one that is not given stays', () => {
  expect(edit.setRates(pair, [0.25]).runs.map(({ lr }) => lr)).toEqual([0.25, pair.runs[1]!.lr]);
});

test('a run with another seed has the settings of the first, and seeds that no other run uses', () => {
  const one = edit.repeatRun(pair, 1);
  const two = edit.repeatRun(one, 1);
  const { seed, replicates } = pair.base;
  const { slot: _slot, ...settings } = pair.runs[1]!;
  expect(one.runs[2]).toEqual({ ...settings, slot: 2, seed: seed + replicates });
  expect(two.runs[3]!.seed).toBe(seed + 2 * replicates);
  expect(edit.repeatRun(full, 0)).toBe(full);
});

test('the seed that runs share changes for all of them; one of its own for that run alone', () => {
  const shared = edit.setSeed(pair, 0, 7);
  expect(shared.runs.map((run) => configOf(shared.base, run).seed)).toEqual([7, 7]);
  const own = edit.setSeed(edit.setOwnSeed(shared, 1, true), 1, 9);
  expect(own.runs.map((run) => configOf(own.base, run).seed)).toEqual([7, 9]);
  expect(edit.setOwnSeed(own, 1, false).runs).toEqual(shared.runs);
});

test('a fork that is given another seed leaves a run with that seed', () => {
  const forked = edit.forkRun(pair, 0, 40);
  const again = edit.repeatRun(forked, 2);
  const config = configOf(again.base, again.runs[3]!);
  expect(config.fork?.from.seed).toBe(config.seed);
  expect(config.seed).not.toBe(pair.base.seed);
});

test('a seed of its own derives every stream: those that were given belong to the seed of all', () => {
  const given = { ...pair, base: { ...pair.base, streams: { noise: 3 } } };
  const own = edit.setOwnSeed(given, 0, true);
  const [first, second] = own.runs.map((run) => configOf(own.base, run));
  expect(first!.streams).toBeUndefined();
  expect(second!.streams).toEqual({ noise: 3 });
});
