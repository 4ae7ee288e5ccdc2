import { expect, test } from 'vitest';
import { setLocale } from '../../../../renderer/src/i18n/i18n.svelte.ts';
import { experimentTitles } from '../../../../renderer/src/lib/runs-table/experiment-titles.ts';
import { choicesOf, passing } from '../../../../renderer/src/lib/runs-table/filter.ts';
import { groupRows } from '../../../../renderer/src/lib/runs-table/group.ts';
import { row } from './rows.ts';

setLocale('en');

const now = new Date(2026, 10, 27, 12).getTime();
const at = (day: number, hour = 9, second = 0): number =>
  new Date(2026, 10, day, hour, 0, second).getTime();
const begun = (id: string, experimentName: string, createdAt: number): ReturnType<typeof row> =>
  row(id, { experiment: id, run: { experimentName, createdAt } });

test('experiments of one name are told apart by when they were begun, as far as that is needed', () => {
  const rows = [
    begun('a', 'twice', at(3)),
    begun('b', 'twice', at(5)),
    begun('c', 'once', at(5)),
    begun('d', 'same day', at(6, 9, 1)),
    begun('e', 'same day', at(6, 9, 2)),
    begun('f', 'same moment', at(7)),
    begun('g', 'same moment', at(7)),
  ];
  const titles = [...experimentTitles(rows, now).values()];
  expect(new Set(titles).size).toBe(rows.length);
  expect(titles.slice(0, 3)).toEqual(['twice, Nov 3', 'twice, Nov 5', 'once']);
  expect(titles.slice(3, 6)).toEqual([
    'same day, Nov 6, 09:00:01',
    'same day, Nov 6, 09:00:02',
    'same moment, Nov 7, 09:00:00',
  ]);
  expect(titles[6]).toBe(`${titles[5]} (2)`);
  const hours = [begun('h', 'often', at(8, 9)), begun('i', 'often', at(8, 14))];
  expect([...experimentTitles(hours, now).values()]).toEqual([
    'often, Nov 8, 09:00',
    'often, Nov 8, 14:00',
  ]);
});

test('list, groups and filter agree; a view that kept a name shows all of that name', () => {
  const rows = [begun('a', 'twice', at(3)), begun('b', 'twice', at(5))];
  const titles = experimentTitles(rows);
  const choices = choicesOf(rows, 'experiment', titles);
  expect(choices.map(({ label }) => label)).toEqual([...titles.values()]);
  expect(groupRows(rows, 'experiment', titles).map(({ title }) => title)).toEqual([
    ...titles.values(),
  ]);
  const through = (experiment: string): number =>
    passing(rows, { experiment: [experiment] }).length;
  expect(choices.map(({ value }) => through(value))).toEqual([1, 1]);
  expect(through('twice')).toBe(2);
  expect(through('other')).toBe(0);
});
