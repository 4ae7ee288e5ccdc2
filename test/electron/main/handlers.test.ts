import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { bowl, divergingBowl } from '../../support/experiments.ts';
import { Lab } from '../../support/lab.ts';
import { viewSettings } from '../../support/view-settings.ts';
import { RunPages } from '../../../renderer/src/state/run-pages.ts';

const plan = {
  name: ' same seed ',
  runs: [
    { name: 'constant', config: bowl() },
    { name: 'diverging', config: divergingBowl },
  ],
  pace: null,
};

describe('requests of the page', () => {
  it('start an experiment, follow it, read it, rename, trash and restore it', async () => {
    const lab = new Lab();
    const { experimentId, runIds } = await lab.ask('experiment:start', { ...plan, race: 'one' });
    const [first, second] = runIds as [RunId, RunId];
    await lab.world.untilState(first, 'finished');
    await lab.world.untilState(second, 'diverged');
    const listed = await lab.ask('run:list', { limit: 10, trashed: false });
    expect(listed.map(({ id }) => id)).toEqual([second, first]);
    expect(listed[0]).toMatchObject({ experimentId, experimentName: 'same seed', race: 'one' });
    const after = { first: second, newest: second, last: second };
    expect(await lab.ask('run:list', { limit: 10, after, trashed: false })).toHaveLength(1);

    const { run, series } = await lab.ask('run:read', first);
    expect(run.config).toEqual(plan.runs[0]!.config);
    const loss = series.find(({ metric }) => metric === 'train/loss')!;
    const view = await lab.ask('series:read', {
      runId: first,
      metric: 'train/loss',
      from: loss.firstStep,
      to: loss.lastStep,
      columns: 100,
    });
    expect(view.first[0]).toBe(0);
    expect(view.last.at(-1)).toBe(2000);
    const query = { metric: 'train/loss', from: 0, most: 65_536 } as const;
    const whole = await lab.ask('series:values', { runId: second, ...query });
    expect(whole.at(-1)!.values.at(-1)).toBe(Infinity);

    await lab.ask('run:change', { ids: [first], change: { name: '  新名字 ' } });
    expect((await lab.ask('run:read', first)).run.name).toBe('新名字');
    await lab.ask('run:change', { ids: [first], change: { pinned: true } });
    const pinned = await lab.ask('run:list', { limit: 10, trashed: false, pinned: true });
    expect(pinned.map(({ id }) => id)).toEqual([first]);
    await lab.ask('run:change', { ids: [first], change: { trashed: true } });
    expect(await lab.ask('run:list', { limit: 10, trashed: false })).toHaveLength(1);
    expect(await lab.ask('run:list', { limit: 10, trashed: true })).toHaveLength(1);
    await lab.ask('run:change', { ids: [first], change: { trashed: false } });
    expect(await lab.ask('run:list', { limit: 10, trashed: true })).toEqual([]);
  });

  it('start a run beside those of an experiment, which stay as they are', async () => {
    const lab = new Lab();
    const started = await lab.ask('experiment:start', { ...plan, runs: plan.runs.slice(0, 1) });
    const [first] = started.runIds as [RunId];
    await lab.world.untilState(first, 'finished');
    const other = await lab.ask('experiment:start', { ...plan, name: 'another' });
    for (const [i, state] of (['finished', 'diverged'] as const).entries()) {
      await lab.world.untilState(other.runIds[i]!, state);
    }
    const before = await lab.ask('run:read', first);
    const fork = parseExperimentConfig({
      ...bowl({ lr: 0.05 }),
      fork: { from: bowl(), step: 300 },
    });
    const added = { beside: first, runs: [{ name: 'fork', config: fork }], pace: null };
    const { experimentId, runIds } = await lab.ask('experiment:add', added);
    expect(experimentId).toBe(started.experimentId);
    await lab.world.untilState(runIds[0]!, 'finished');
    expect(await lab.ask('run:read', first)).toEqual(before);
    expect((await lab.ask('run:read', runIds[0]!)).run).toMatchObject({ forkedFrom: first });
    // Neighbours, before the experiment that came between them; page by page as well.
    const listed = await lab.ask('run:list', { limit: 10, trashed: false });
    const order = [runIds[0]!, first, ...other.runIds.toReversed()];
    expect(listed.map(({ id }) => id)).toEqual(order);
    const pages = new RunPages({ request: lab.ask.bind(lab) } as never, { trashed: false });
    for (const id of order) expect(await pages.next(1)).toMatchObject([{ id }]);
    expect(await pages.next(1)).toEqual([]);
  });

  it('name runs that start together so that they can be told apart, and each on one line', async () => {
    const lab = new Lab();
    const config = bowl({ totalSteps: 20 });
    const runs = ['a', ' a\n', 'a\u0000b', 'a (2)'].map((name) => ({ name, config }));
    const { runIds } = await lab.ask('experiment:start', { name: 'two\nlines', runs, pace: null });
    for (const id of runIds) await lab.world.untilState(id, 'finished');
    const listed = await lab.ask('run:list', { limit: 10, trashed: false });
    expect(listed.map(({ name }) => name)).toEqual(['a (3)', 'a b', 'a (2)', 'a']);
    expect(listed[0]!.experimentName).toBe('two lines');
    // Runs of several experiments that are repeated together are in one.
    const other = await lab.ask('experiment:start', { name: 'e', runs: [runs[0]!], pace: null });
    const again = await lab.ask('run:again', [runIds[0]!, other.runIds[0]!], null);
    const named = await lab.ask('run:summaries', again.runIds);
    expect(named.map(({ name }) => name)).toEqual(['a (2)', 'a']);
    for (const id of [...other.runIds, ...again.runIds]) await lab.world.untilState(id, 'finished');
  });

  it('name a run that is added so that it can be told from those of its experiment, and take it back', async () => {
    const lab = new Lab();
    const started = await lab.ask('experiment:start', { ...plan, runs: plan.runs.slice(0, 1) });
    const [first] = started.runIds as [RunId];
    await lab.world.untilState(first, 'finished');
    const { name } = (await lab.ask('run:read', first)).run;
    const add = async (...names: string[]) => {
      const runs = names.map((of) => ({ name: of, config: bowl({ totalSteps: 20 }) }));
      const { runIds } = await lab.ask('experiment:add', { beside: first, runs, pace: null });
      for (const id of runIds) await lab.world.untilState(id, 'finished');
      return runIds;
    };
    const namesOf = async (ids: readonly RunId[]) =>
      Promise.all(ids.map(async (id) => (await lab.ask('run:read', id)).run.name));
    const two = await add(name, name);
    expect(await namesOf(two)).toEqual([`${name} (2)`, `${name} (3)`]);
    expect(await lab.ask('history:state')).toMatchObject({ undo: { kind: 'add', count: 2 } });
    expect(lab.world.told.filter(({ event }) => event === 'history:changed')).toHaveLength(1);
    await lab.ask('history:undo');
    const list = async (trashed: boolean) =>
      (await lab.ask('run:list', { limit: 10, trashed })).map(({ id }) => id);
    expect([await list(false), await list(true)]).toEqual([[first], two.toReversed()]);
    // They may come back.
    expect(await namesOf(await add(`${name} (2)`))).toEqual([`${name} (4)`]);
    expect(await lab.ask('history:redo')).toBeNull();
  });

  it('take nothing back that is still computed', async () => {
    const lab = new Lab();
    const { runIds } = await lab.ask('experiment:start', { ...plan, runs: plan.runs.slice(0, 1) });
    const [beside] = runIds as [RunId];
    await lab.world.untilState(beside, 'finished');
    const slow = [{ name: 'slow', config: bowl({ totalSteps: 1_000_000 }) }];
    const added = await lab.ask('experiment:add', { beside, runs: slow, pace: 100 });
    await expect(lab.ask('history:undo')).rejects.toThrow(/wrong-state/);
    await lab.ask('run:stop', added.runIds[0]!);
    await lab.world.untilState(added.runIds[0]!, 'stopped');
    expect(await lab.ask('history:undo')).toEqual({ kind: 'add', count: 1 });
  });

  it('refuse runs that do not belong beside another', async () => {
    const lab = new Lab();
    const { runIds } = await lab.ask('experiment:start', plan);
    const beside = runIds[0]!;
    const one = { name: 'more', config: bowl() };
    const elsewhere = bowl({ problem: { ...bowl().problem, noise: 0 } as never });
    const add = (runs: readonly { name: string; config: ExperimentConfig }[]) =>
      lab.ask('experiment:add', { beside, runs, pace: null });
    await expect(add([{ name: 'elsewhere', config: elsewhere }])).rejects.toThrow(/one problem/);
    await expect(add(Array(7).fill(one))).rejects.toThrow(/9 runs, at most 8/);
    expect(await lab.ask('run:list', { limit: 10, trashed: false })).toHaveLength(2);
    for (const id of runIds)
      await lab.world.untilState(id, id === beside ? 'finished' : 'diverged');
    await lab.ask('run:change', { ids: runIds, change: { trashed: true } });
    await expect(add([one])).rejects.toThrow(/in-trash/);
  });

  it('note, find, view, undo, redo, and delete for good after a question', async () => {
    const lab = new Lab();
    const { runIds } = await lab.ask('experiment:start', plan);
    const [first, second] = runIds as [RunId, RunId];
    await lab.world.untilState(first, 'finished');
    await lab.world.untilState(second, 'diverged');
    expect(lab.world.of('library:changed')).toEqual([{ ids: runIds }]);

    const note = { ids: [second], change: { note: '学习率太大' } };
    const labels = { undo: { kind: 'note', count: 1 }, redo: null };
    expect(await lab.ask('run:change', note)).toEqual(labels);
    expect(await lab.ask('run:search', '率太')).toEqual([second]);
    expect((await lab.ask('run:read', second)).note).toBe('学习率太大');
    expect(await lab.ask('history:undo')).toEqual({ kind: 'note', count: 1 });
    expect(await lab.ask('run:search', '率太')).toEqual([]);
    await lab.ask('history:redo');
    expect(await lab.ask('history:state')).toEqual(labels);
    const listed = await lab.ask('run:summaries', [second, first]);
    expect(listed.map(({ noteLine }) => noteLine)).toEqual(['学习率太大', '']);

    const view = { name: ' 发散 ', settings: viewSettings({ filter: { state: ['diverged'] } }) };
    await lab.ask('view:save', view);
    expect(await lab.ask('view:list')).toEqual([{ ...view, name: '发散' }]);
    await lab.ask('view:remove', '发散');
    expect(lab.world.of('views:changed').at(-1)).toEqual([]);

    await lab.ask('run:change', { ids: [second], change: { trashed: true } });
    lab.agrees = false;
    expect(await lab.ask('trash:empty')).toBe(0);
    lab.agrees = true;
    expect(await lab.ask('trash:empty')).toBe(1);
    expect(lab.platformCalls).toEqual(['confirm 1', 'confirm 1']);
    expect(lab.world.of('library:changed').at(-1)).toEqual({ ids: [second] });
    expect(await lab.ask('run:search', '')).toEqual([first]);
  });

  it('run again, which is told like any new runs', async () => {
    const lab = new Lab();
    const { runIds } = await lab.ask('experiment:start', plan);
    for (const id of runIds) await lab.world.untilState(id, 'finished', 'diverged');
    const again = await lab.ask('run:again', runIds, null);
    expect(lab.world.of('library:changed').at(-1)).toEqual({ ids: again.runIds });
    for (const id of again.runIds) await lab.world.untilState(id, 'finished', 'diverged');
  });

  it('pause, resume, pace and stop a run', async () => {
    const lab = new Lab();
    const config = bowl({ totalSteps: 100_000 });
    const { runIds } = await lab.ask('experiment:start', {
      name: 'slow',
      runs: [{ name: 'slow', config }],
      pace: 100,
    });
    const [id] = runIds as [RunId];
    await lab.ask('run:pause', id);
    await lab.world.untilState(id, 'paused');
    const toTrash = { ids: [id], change: { trashed: true } };
    expect(await lab.send('run:change', [toTrash])).toMatchObject({
      ok: false,
      error: { code: 'wrong-state', details: { state: 'paused' } },
    });
    await lab.ask('run:resume', id);
    await lab.ask('run:pace', id, 5000);
    await lab.world.until('run:saved', ({ step }) => step > 500);
    await lab.ask('run:pace', id, null);
    await lab.ask('run:stop', id);
    await lab.world.untilState(id, 'stopped', 'finished');
    await lab.ask('run:change', toTrash);
  });

  it('change preferences, export, and ask the platform', async () => {
    const lab = new Lab();
    expect(await lab.ask('preferences:read')).toEqual({ locale: 'en', theme: 'system' });
    const changed = { locale: 'zh-CN', theme: 'system' };
    expect(await lab.ask('preferences:write', { locale: 'zh-CN' })).toEqual(changed);
    expect(await lab.ask('preferences:read')).toEqual(changed);
    const { runIds } = await lab.ask('experiment:start', plan);
    await lab.world.untilState(runIds[0]!, 'finished');
    lab.savePath = join(lab.world.folder, 'out.csv');
    expect(await lab.ask('run:export', runIds[0]!, 'csv')).toBe(lab.savePath);
    expect(readFileSync(lab.savePath, 'utf8')).toMatch(/^step,train\/loss,/);
    await lab.ask('app:info');
    await lab.ask('app:licences');
    await lab.ask('app:open-folder', 'logs');
    expect(lab.platformCalls).toEqual(['ask-save-path', 'info', 'licences', 'open-folder logs']);
  });

  it('says when a file cannot be written', async () => {
    const lab = new Lab();
    const { runIds } = await lab.ask('experiment:start', plan);
    await lab.world.untilState(runIds[0]!, 'finished');
    lab.savePath = join(lab.world.folder, 'no', 'such', 'folder.csv');
    const reply = await lab.send('run:export', [runIds[0], 'csv']);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'file', details: { cause: 'ENOENT' } },
    });
  });

  it('name a run that does not exist', async () => {
    const lab = new Lab();
    const id = '00000000-0000-4000-8000-000000000000';
    for (const [channel, ...more] of [
      ['run:read'],
      ['run:stop'],
      ['run:export', 'json'],
    ] as const) {
      expect(await lab.send(channel, [id, ...more])).toMatchObject({
        ok: false,
        error: { code: 'unknown-run', details: { id } },
      });
    }
    const change = { ids: [id], change: { pinned: true } };
    expect(await lab.send('run:change', [change])).toMatchObject({
      ok: false,
      error: { code: 'unknown-run', details: { id } },
    });
  });
});
