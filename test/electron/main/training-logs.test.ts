/** Training logs as they come, with the real thread that reads, a real library, and what it then refuses. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunId } from '../../../electron/ipc/run.ts';
import { filesAmong } from '../../../electron/main/given-files.ts';
import { contentOf, everythingOf, exported } from '../../support/files/library-files.ts';
import { Lab } from '../../support/lab.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { importRuns } from '../../support/library/import-runs.ts';

const text =
  'step,loss,lr,val_acc,f1\n0,2,0.1,40,0.1\n50,0.5,0.05,80,0.2\n100,0.25,0.025,90,0.3\n200,NaN,0.01,,\n';

async function imported(lab: Lab): Promise<RunId> {
  const bytes = new TextEncoder().encode(text);
  const came = await lab.ask('experiments:import', { name: 'bert.csv', bytes });
  if (came === null || came === 'declined') throw new Error('nothing came');
  expect(came.logs).toMatchObject([{ unit: 'step', left: ['f1'] }]);
  expect(came.runIds).toHaveLength(1);
  return came.runIds[0]!;
}

it('becomes a run that is listed, found, marked, undone and done again', async () => {
  const lab = new Lab();
  const id = await imported(lab);
  const { run, series, imported: from } = await lab.ask('run:read', id);
  expect(run).toMatchObject({ name: 'bert', experimentName: 'bert', config: null, step: 200 });
  expect(run).toMatchObject({ state: 'diverged', engineVersion: '' });
  expect(run.result).toMatchObject({ bestLoss: 0.25, testAccuracy: 0.9 });
  expect(run.spark.first.length).toBeGreaterThan(0);
  expect(from).toMatchObject({ file: 'bert.csv' });
  expect(series.map(({ metric, points }) => [metric, points]).toSorted()).toEqual([
    ['eval/test_accuracy', 3],
    ['optim/lr', 4],
    ['train/loss', 4],
  ]);
  const change = { note: 'mine', addTags: ['real'], pinned: true, baseline: true, archived: true };
  await lab.ask('run:change', { ids: [id], change });
  expect(await lab.ask('run:search', 'bert')).toEqual([id]);
  expect(await lab.ask('run:read', id)).toMatchObject({
    run: { noteLine: 'mine', tags: ['real'], pinned: true, baseline: true, archived: true },
  });
  await lab.ask('history:undo');
  await lab.ask('history:undo');
  expect((await lab.ask('run:read', id)).run.trashedAt).not.toBeNull();
  await lab.ask('history:redo');
  expect((await lab.ask('run:list', { limit: 9, trashed: false })).map((one) => one.id)).toEqual([
    id,
  ]);
});

it('is asked about when it comes again', async () => {
  const lab = new Lab();
  await imported(lab);
  lab.agrees = false;
  const bytes = new TextEncoder().encode(text);
  expect(await lab.ask('experiments:import', { name: 'renamed.csv', bytes })).toBe('declined');
});

it('leaves as a Downhill file and comes back the same, to the bit', async () => {
  const lab = new Lab();
  const id = await imported(lab);
  const bytes = await exported(lab.world.store, [id]);
  expect(contentOf(bytes).experiments[0]!.runs[0]).toMatchObject({ config: null, step: 200 });
  const other = new Lab();
  const [copy] = importRuns(other.world.store, contentOf(bytes), 'bert.downhill');
  expect(everythingOf(other.world.store, copy!)).toEqual(everythingOf(lab.world.store, id));
  expect(await exported(other.world.store, [copy!])).toEqual(bytes);
});

it('comes back where its losses are no numbers at the end', async () => {
  const lab = new Lab();
  const bytes = new TextEncoder().encode('step,loss\n0,1\n1,0.5\n2,nan\n3,inf\n');
  const came = await lab.ask('experiments:import', { name: 'nan.csv', bytes });
  const [id] = (came as { readonly runIds: readonly RunId[] }).runIds;
  const file = await exported(lab.world.store, [id!]);
  const other = new Lab();
  const [copy] = importRuns(other.world.store, contentOf(file), 'nan.downhill');
  expect(everythingOf(other.world.store, copy!)).toEqual(everythingOf(lab.world.store, id!));
});

it('leaves as CSV', async () => {
  const lab = new Lab();
  const id = await imported(lab);
  lab.savePath = join(temporaryFolder(), 'out.csv');
  await lab.ask('run:export', id, 'csv');
  expect(readFileSync(lab.savePath, 'utf8').split('\n')[3]).toBe('100,0.25,0.025,0.9');
});

it('cannot be computed: each says why, and changes nothing', async () => {
  const lab = new Lab();
  const id = await imported(lab);
  const refused = { ok: false, error: { code: 'no-settings' } };
  for (const channel of ['run:again', 'run:continue'] as const) {
    expect(await lab.send(channel, [[id], null])).toMatchObject(refused);
  }
  expect(await lab.send('run:extend', [[id], 5, null])).toMatchObject(refused);
  const of = { kind: 'run', id } as const;
  const survey = { of, from: 0, to: 5, topics: ['gain'] };
  expect(await lab.send('run:survey', [survey])).toMatchObject(refused);
  expect((await lab.ask('run:read', id)).run.state).toBe('diverged');
});

it('a refusal names the file and the place, and nothing has changed', async () => {
  const lab = new Lab();
  const before = lab.world.store.changeMark();
  const bytes = new TextEncoder().encode('step,loss\n0,one\n');
  const reply = await lab.send('experiments:import', [{ name: 'mine.csv', bytes }]);
  expect(reply).toMatchObject({
    error: {
      code: 'bad-file',
      details: { file: 'mine.csv', fault: 'bad-number', line: '2', column: 'loss' },
    },
  });
  expect(lab.world.store.changeMark()).toBe(before);
});

it('a chart of several runs becomes one experiment, undone as one', async () => {
  const lab = new Lab();
  const columns = ['a', 'b'].map((run) => `${run} - loss,${run} - loss__MIN,${run} - loss__MAX`);
  const bytes = new TextEncoder().encode(`Step,${columns.join(',')}\n0,1,1,1,2,2,2\n`);
  const came = await lab.ask('experiments:import', { name: 'chart.csv', bytes });
  if (came === null || came === 'declined') throw new Error('nothing came');
  expect(came.logs).toHaveLength(2);
  const list = () => lab.ask('run:list', { limit: 9, trashed: false });
  expect((await list()).map(({ name, experimentName }) => [name, experimentName])).toEqual([
    ['b', 'chart'],
    ['a', 'chart'],
  ]);
  expect(new Set((await list()).map(({ experimentId }) => experimentId)).size).toBe(1);
  await lab.ask('history:undo');
  expect(await list()).toEqual([]);
  lab.agrees = false;
  await lab.ask('history:redo');
  expect(await lab.ask('experiments:import', { name: 'again.csv', bytes })).toBe('declined');
});

it('is among the files of a command line', () => {
  const folder = mkdtempSync(join(temporaryFolder(), 'x'));
  writeFileSync(join(folder, 'a.csv'), text);
  expect(filesAmong(['app', 'a.csv', 'b.TSV', 'c.exe', 'd.Jsonl', 'e.json'], folder)).toEqual([
    join(folder, 'a.csv'),
    join(folder, 'b.TSV'),
    join(folder, 'd.Jsonl'),
    join(folder, 'e.json'),
  ]);
});

it('comes as JSON through the same thread, and is refused there with record and key', async () => {
  const lab = new Lab();
  const send = (json: string) =>
    lab.send('experiments:import', [
      { name: 'trainer_state.json', bytes: new TextEncoder().encode(json) },
    ]);
  const good = '{"log_history":[{"step":5,"loss":0.1},{"step":5,"eval_loss":NaN}]}';
  expect(await send(good)).toMatchObject({ ok: true, value: { runIds: [expect.any(String)] } });
  const before = lab.world.store.changeMark();
  expect(await send(good.replace('0.1', '[]'))).toMatchObject({
    error: { code: 'bad-file', details: { fault: 'bad-number', record: '1', column: 'loss' } },
  });
  expect(lab.world.store.changeMark()).toBe(before);
});
