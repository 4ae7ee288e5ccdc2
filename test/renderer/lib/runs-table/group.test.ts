import { beforeEach, expect, test } from 'vitest';
import { setLocale } from '../../../../renderer/src/i18n/i18n.svelte.ts';
import { groupings, groupRows } from '../../../../renderer/src/lib/runs-table/group.ts';
import { ids, row } from './rows.ts';

setLocale('en');
beforeEach(() => setLocale('en'));

const adam = { optimizer: { id: 'adam', params: {} } };
const rows = [
  row('a', { config: { ...adam, lr: 0.1 }, loss: 3, experiment: 'x' }),
  row('b', { config: { lr: 0.2 }, loss: 2, experiment: 'y' }),
  row('c', { config: { ...adam, lr: 0.2 }, loss: 1, experiment: 'x' }),
  row('d', { config: { ...adam, lr: 0.2 }, loss: NaN, experiment: 'x' }),
];

test('groups come in the order of their first rows, and rows keep theirs', () => {
  const groups = groupRows(rows, 'optimizer');
  expect(groups.map(({ title }) => title)).toEqual(['Adam', 'Gradient descent (SGD)']);
  expect(groups.map((group) => ids(group.rows))).toEqual([['a', 'c', 'd'], ['b']]);
});

test('the best is the lowest tail loss; what is not a number is never the best', () => {
  expect(groupRows(rows, 'optimizer').map(({ best }) => best?.run.id)).toEqual(['c', 'b']);
});

test('losses of different problems have no best', () => {
  const other = row('e', {
    config: {
      problem: {
        kind: 'objective',
        objective: { id: 'rosenbrock', params: {} },
        start: [0, 0],
        noise: 0,
        scale: 1,
      },
    },
    loss: 0,
  });
  expect(groupRows([...rows, other], 'none')[0]!.best).toBeNull();
});

test('a number is titled with what it is the value of', () => {
  expect(groupRows(rows, 'lr').map(({ title }) => title)).toEqual(['η₀ = 0.1', 'η₀ = 0.2']);
});

test('runs that have no such setting are a group of their own', () => {
  const groups = groupRows(rows, 'optimizer.beta1');
  expect(groups.map((group) => ids(group.rows))).toEqual([['a', 'c', 'd'], ['b']]);
  expect(groups[1]!.title).toBe('without this setting');
});

test('without grouping there is one group, and none of nothing', () => {
  expect(groupRows(rows, 'none')).toHaveLength(1);
  expect(groupRows([], 'none')).toEqual([]);
});

test('only what differs is offered to group by', () => {
  const keys = groupings(rows).map(({ key }) => key);
  expect(keys).toContain('optimizer');
  expect(keys).toContain('lr');
  expect(keys).toContain('optimizer.beta1');
  expect(keys).not.toContain('problem');
  expect(groupings([])).toEqual([]);
});

test('values that read alike are groups of their own', () => {
  const alike = [2 / 101, 0.0198].map((lr, i) => row(`${i}`, { config: { lr } }));
  expect(groupRows(alike, 'lr')).toHaveLength(2);
  expect(groupings(alike).map(({ key }) => key)).toContain('lr');
});
