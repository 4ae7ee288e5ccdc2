import { beforeEach, expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { ExperimentId, RunSummary } from '../../../electron/ipc/run.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { RunLibrary } from '../../../renderer/src/state/run-library.svelte.ts';
import { RunsTable } from '../../../renderer/src/state/runs-table.svelte.ts';
import { bowl } from '../../support/experiments.ts';
import { idlePage } from '../../support/idle-page.ts';
import { FakeLab, runId, settled, summary } from '../../support/fake-lab.ts';

let lab: FakeLab;
let library: RunLibrary;
let table: RunsTable;

const of = (experiment: string, id: string, seed = 1): RunSummary =>
  summary(id, {
    experimentId: experiment as ExperimentId,
    experimentName: experiment,
    config: bowl({ totalSteps: 100, seed }),
  });
const shown = (): readonly string[] => table.shown.map(({ run }) => run.id);

beforeEach(async () => {
  setLocale('en');
  lab = new FakeLab();
  const stored = [of('e2', 'd', 2), of('e2', 'c'), of('e1', 'b'), of('e1', 'a')];
  lab.answers['run:list'] = () => stored;
  library = new RunLibrary(lab, { trashed: false });
  table = new RunsTable(lab, library);
  await library.readAll();
});

test('newest experiment first, its runs in their order, each with its own slot', () => {
  expect(shown()).toEqual(['c', 'd', 'a', 'b']);
  expect(table.rows.map(({ slot }) => slot)).toEqual([0, 1, 0, 1]);
  expect(table.groups.map(({ title }) => title)).toEqual(['e2', 'e1']);
});

test('search and filter narrow, and can be widened again', async () => {
  lab.answers['run:search'] = () => [];
  await table.look({ search: 'e1' });
  expect(shown()).toEqual(['a', 'b']);
  expect(table.narrowed).toBe(true);
  await table.filterBy('seed', '2');
  expect(shown()).toEqual([]);
  await table.widen();
  expect(shown()).toHaveLength(4);
  expect(table.narrowed).toBe(false);
});

test('archived runs are not among those that are looked through, unless they are asked for', async () => {
  const stored = [of('e1', 'b'), { ...of('e1', 'a'), archived: true }];
  lab.answers['run:list'] = () => stored;
  library = new RunLibrary(lab, { trashed: false });
  table = new RunsTable(lab, library);
  await library.readAll();
  expect([table.inUse, table.lookedAt]).toEqual([1, 1]);
  await table.filterBy('mark', 'archived');
  expect([shown(), table.lookedAt]).toEqual([['a'], 2]);
});

test('what only a note says is found, and the answer to an older search is not taken', async () => {
  lab.answers['run:search'] = (text) => [runId(text === 'overnight' ? 'd' : 'a')];
  const older = table.look({ search: 'over' });
  await table.look({ search: 'overnight' });
  await older;
  expect(shown()).toEqual(['d']);
});

test('a second press on a column turns the order round', async () => {
  await table.sortBy('name');
  expect(shown()).toEqual(['a', 'b', 'c', 'd']);
  await table.sortBy('name');
  expect(shown()).toEqual(['d', 'c', 'b', 'a']);
  await table.sortBy('made');
  expect(table.view.sort).toEqual({ column: 'made', descending: true });
});

test('what is filtered out is not selected, so that nothing unseen is moved to the trash', async () => {
  lab.answers['run:search'] = () => [];
  table.selectAll();
  expect(table.selectedRuns).toHaveLength(4);
  await table.look({ search: 'e1' });
  expect(table.selectedRuns.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a folded group is passed over by ranges and by "select all"', () => {
  table.fold('e2');
  expect(table.order).toEqual(['a', 'b']);
  table.selectAll();
  expect(table.selectedRuns.map(({ id }) => id)).toEqual(['a', 'b']);
  table.fold('e2');
  table.reach(runId('d'), 'alone');
  table.reach(runId('b'), 'range');
  expect(table.selectedRuns.map(({ id }) => id)).toEqual(['d', 'a', 'b']);
});

test('rows change with their runs', () => {
  lab.emit('run:saved', { id: runId('a'), step: 7 });
  expect(table.rows.find(({ run }) => run.id === 'a')!.run.step).toBe(7);
  setLocale('zh-CN');
  expect(table.rows[0]!.state).toBe('已完成');
});

test('a run that froze is found by that, once it has been looked for', async () => {
  idlePage();
  const config = parseExperimentConfig({
    ...bowl({ totalSteps: 1000 }),
    schedule: { id: 'literal-recurrence', params: { decay: 0.1 } },
  });
  const ended = { config, state: 'finished', reason: 'max-steps', step: 1000 } as const;
  lab.answers['run:summaries'] = () => [{ ...of('e1', 'a'), ...ended }];
  lab.emit('library:changed', { ids: [runId('a')] });
  await settled();
  await table.filterBy('state', 'frozen');
  expect(shown()).toEqual([]);
  await table.findFrozen();
  expect(shown()).toEqual(['a']);
});
