import { expect, test } from 'vitest';
import type { Exploration } from '../../../electron/ipc/experiment.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import {
  ExplorerState,
  isExplorable,
  type Plan,
} from '../../../renderer/src/state/explorer.svelte.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';
import { explored } from '../../support/explored.ts';
import { FakeLab, settled } from '../../support/fake-lab.ts';

const plan = (lr: number): Plan => ({
  configs: [bowl({ lr, totalSteps: 20 })],
  names: ['run'],
  slots: [3],
});

/** Main that answers when it is told to. */
function slowMain(): { lab: FakeLab; answer: () => Promise<void>; asked: () => number } {
  const lab = new FakeLab();
  const waiting: (() => void)[] = [];
  lab.answers['experiment:explore'] = ((configs: Plan['configs']) =>
    new Promise<Exploration>((resolve) => {
      waiting.push(() => resolve({ runs: configs.map(explored) }));
    })) as never;
  const answer = async (): Promise<void> => {
    waiting.shift()!();
    await settled();
  };
  return { lab, answer, asked: () => lab.calls.length };
}

test('while one is computed only the newest of what came since is kept', async () => {
  const { lab, answer, asked } = slowMain();
  const explorer = new ExplorerState(lab);
  const all = [0.1, 0.2, 0.3].map((lr) => explorer.explore(plan(lr)));
  await settled();
  expect(asked()).toBe(1);
  await answer();
  expect(explorer.runs.map(({ config }) => config.lr)).toEqual([0.1]);
  expect(asked()).toBe(2);
  await answer();
  expect(explorer.runs.map(({ config, id }) => [config.lr, id])).toEqual([[0.3, 'ahead 3']]);
  await Promise.all(all);
});

test('what came meanwhile is asked for before the answer is shown', async () => {
  const { lab, answer } = slowMain();
  const explorer = new ExplorerState(lab);
  const shownWhenAsked: number[] = [];
  const request = lab.request.bind(lab);
  lab.request = (...args) => {
    shownWhenAsked.push(explorer.runs.length);
    return request(...args);
  };
  const all = [0.1, 0.2].map((lr) => explorer.explore(plan(lr)));
  await settled();
  await answer();
  await answer();
  await Promise.all(all);
  expect(shownWhenAsked).toEqual([0, 0]);
  expect(explorer.runs.map(({ config }) => config.lr)).toEqual([0.2]);
});

test('series that another start leaves as they are stay the same objects, those it changes do not', async () => {
  const lab = new FakeLab();
  lab.answers['experiment:explore'] = (configs) => ({ runs: configs.map(explored) });
  const explorer = new ExplorerState(lab);
  const from = (start: readonly number[]): Plan => {
    const config = bowl({ totalSteps: 20 });
    const problem = { ...config.problem, start } as typeof config.problem;
    return { configs: [{ ...config, problem }], names: ['run'], slots: [3] };
  };
  const views = async (start: readonly number[]): Promise<readonly unknown[]> => {
    await explorer.explore(from(start));
    const [run] = explorer.runs;
    return [run!.view('optim/lr', 0, 20, 100), run!.view('train/loss', 0, 20, 100)];
  };
  const before = await views([1, 1]);
  const after = await views([2, 1]);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toEqual(before[1]);
});

test('what was computed for settings that are gone is not shown', async () => {
  const { lab, answer } = slowMain();
  const explorer = new ExplorerState(lab);
  const done = explorer.explore(plan(0.1));
  await settled();
  explorer.clear();
  await answer();
  await done;
  expect(explorer.runs).toEqual([]);
});

test('a refusal leaves nothing on the stage, a superseded one leaves what was there', async () => {
  const lab = new FakeLab();
  const explorer = new ExplorerState(lab);
  lab.answers['experiment:explore'] = (configs) => ({ runs: configs.map(explored) });
  await explorer.explore(plan(0.1));
  lab.answers['experiment:explore'] = () => {
    throw new AppError('superseded', 'newer');
  };
  await explorer.explore(plan(0.2));
  expect(explorer.runs).toHaveLength(1);
  lab.answers['experiment:explore'] = () => {
    throw new AppError('too-large', 'long');
  };
  await explorer.explore(plan(0.2));
  expect(explorer.runs).toEqual([]);
});

test('long runs and models are only run', () => {
  expect(isExplorable([bowl(), bowl({ replicates: 24 })])).toBe(true);
  expect(isExplorable([bowl({ totalSteps: 300_000 })])).toBe(false);
  expect(isExplorable([bowl({ totalSteps: 300_000, recordEvery: 10 })])).toBe(true);
  expect(isExplorable([bowl({ totalSteps: 300_000, recordEvery: 10, replicates: 24 })])).toBe(
    false,
  );
  expect(isExplorable([shortDigits])).toBe(false);
});
