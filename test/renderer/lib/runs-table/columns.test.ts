import { beforeEach, describe, expect, test } from 'vitest';
import { setLocale } from '../../../../renderer/src/i18n/i18n.svelte.ts';
import {
  runColumns,
  sortColumns,
  type SortColumn,
  type ViewSettings,
} from '../../../../electron/ipc/library.ts';
import {
  pinnedFirst,
  shownColumns,
  sortRows,
  tableWidth,
} from '../../../../renderer/src/lib/runs-table/columns.ts';
import { ids, row } from './rows.ts';

setLocale('en');
beforeEach(() => setLocale('en'));

describe('sorting', () => {
  const rows = [
    row('none'),
    row('nan', { loss: NaN }),
    row('b', { loss: 2 }),
    row('infinite', { loss: Infinity }),
    row('a', { loss: -1 }),
    row('c', { loss: 2 }),
  ];

  test('numbers in order, then NaN, then runs without a value; equal ones as they came', () => {
    const up = sortRows(rows, { column: 'tail', descending: false });
    expect(ids(up)).toEqual(['a', 'b', 'c', 'infinite', 'nan', 'none']);
    const down = sortRows(rows, { column: 'tail', descending: true });
    expect(ids(down)).toEqual(['infinite', 'b', 'c', 'a', 'nan', 'none']);
  });

  test('pinned ones stand first, in the order they have', () => {
    const some = [row('a'), row('b', { run: { pinned: true } }), row('c')];
    const more = [...some, row('d', { run: { pinned: true } })];
    expect(ids(pinnedFirst(more))).toEqual(['b', 'd', 'a', 'c']);
    expect(pinnedFirst([some[0]!, some[2]!])).toEqual([some[0], some[2]]);
  });

  test('names by the alphabet of the language, numbers in them by their value', () => {
    const named = ['run 10', 'Run 9', '衰减太快', '步长太大'].map((name) =>
      row(name, { run: { name } }),
    );
    expect(ids(sortRows(named, { column: 'name', descending: false })).slice(0, 2)).toEqual([
      'Run 9',
      'run 10',
    ]);
    setLocale('zh-CN');
    const chinese = ids(sortRows(named, { column: 'name', descending: false }));
    expect(chinese).toEqual(['步长太大', '衰减太快', 'Run 9', 'run 10']);
  });

  test('newest first is the order in which the library gives them', () => {
    expect(sortRows(rows, { column: 'made', descending: true })).toEqual(rows);
    expect(ids(sortRows(rows, { column: 'made', descending: false }))).toEqual(
      ids(rows).toReversed(),
    );
  });

  test.each(sortColumns)('by %s neither loses a run nor depends on chance', (column) => {
    for (const descending of [false, true]) {
      const once = ids(sortRows(rows, { column, descending }));
      expect(once.toSorted()).toEqual(ids(rows).toSorted());
      expect(ids(sortRows(rows, { column, descending }))).toEqual(once);
    }
  });
});

describe('columns', () => {
  const by = (
    group: ViewSettings['group'],
    column: SortColumn = 'tail',
  ): Pick<ViewSettings, 'group' | 'sort'> => ({ group, sort: { column, descending: true } });

  test('a wide window shows the usual ones; a narrow one no more than fit', () => {
    const wide = shownColumns(null, 2000, by('experiment'));
    expect(wide).toContain('best');
    const narrow = shownColumns(null, 900, by('experiment'));
    expect(narrow).not.toContain('best');
    expect(narrow).toContain('tail');
    expect(tableWidth(narrow)).toBeLessThanOrEqual(900);
    expect(wide).toEqual(runColumns.filter((id) => wide.includes(id)));
  });

  test('what the headings say no column says again', () => {
    expect(shownColumns(null, 2000, by('experiment'))).not.toContain('experiment');
    expect(shownColumns(null, 2000, by('optimizer'))).toContain('experiment');
    expect(shownColumns(null, 2000, by('optimizer'))).not.toContain('optimizer');
  });

  test('what was chosen stands whatever the width, always in one order', () => {
    expect(shownColumns(['made', 'seed', 'spark'], 100, by('none'))).toEqual([
      'spark',
      'seed',
      'made',
    ]);
  });

  test('dates stand longer where they make the order', () => {
    const at = (width: number, column: SortColumn): readonly string[] =>
      shownColumns(null, width, by('experiment', column));
    expect(at(1068, 'made')).toContain('made');
    expect(at(1068, 'tail')).not.toContain('made');
    expect(at(800, 'made')).not.toContain('made');
  });
});
