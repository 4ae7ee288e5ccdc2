import { beforeEach, expect, test } from 'vitest';
import { setLocale } from '../../../../renderer/src/i18n/i18n.svelte.ts';
import { groupRows } from '../../../../renderer/src/lib/runs-table/group.ts';
import { linesOf, type TableLine } from '../../../../renderer/src/lib/runs-table/lines.ts';
import { row } from './rows.ts';

setLocale('en');
beforeEach(() => setLocale('en'));

const rows = [
  row('a', { experiment: 'x' }),
  row('b', { experiment: 'x' }),
  row('c', { experiment: 'y' }),
  row('d', { experiment: 'z' }),
];
const said = (lines: readonly TableLine[]): readonly string[] =>
  lines.map((line) => (line.kind === 'run' ? line.row.run.id : `${line.kind} ${line.group.key}`));
const open = (): boolean => false;

test('a run that is an experiment by itself has no heading, but stands apart from the group before', () => {
  expect(said(linesOf(groupRows(rows, 'experiment'), 'experiment', open))).toEqual([
    'group x',
    'a',
    'b',
    'gap y',
    'c',
    'd',
  ]);
});

test('of a folded group only the heading stands', () => {
  const lines = linesOf(groupRows(rows, 'experiment'), 'experiment', (key) => key === 'x');
  expect(said(lines)).toEqual(['group x', 'gap y', 'c', 'd']);
});

test('every group of a setting has a heading, even around one run; without groups there is none', () => {
  expect(said(linesOf(groupRows(rows.slice(2), 'seed'), 'seed', open))[0]).toBe('group 1');
  expect(said(linesOf(groupRows(rows, 'none'), 'none', open))).toEqual(['a', 'b', 'c', 'd']);
});
