import { wordsOf } from '../../../../electron/ipc/found-words.ts';
import { beforeEach, expect, test } from 'vitest';
import { setLocale } from '../../../../renderer/src/i18n/i18n.svelte.ts';
import {
  asksForFrozen,
  choicesInSight,
  choicesOf,
  hitOf,
  passing,
  speaksOf,
  withValue,
} from '../../../../renderer/src/lib/runs-table/filter.ts';
import { runId } from '../../../support/fake-lab.ts';
import { ids, row } from './rows.ts';

setLocale('en');
beforeEach(() => setLocale('en'));

const cosine = { schedule: { id: 'cosine', params: {} } };
const adam = { optimizer: { id: 'adam', params: {} } };
const rows = [
  row('first', { config: { ...cosine, seed: 1 } }),
  row('second', { config: { ...adam, seed: 2 }, experiment: '衰减研究' }),
  row('third', { config: { ...cosine, ...adam, seed: 10 }, run: { state: 'diverged' } }),
];
const through = (filter: Parameters<typeof passing>[1]): readonly string[] =>
  ids(passing(rows, filter));

test('of one field any of the values, of several fields all of them', () => {
  expect(through({})).toEqual(['first', 'second', 'third']);
  expect(through({ seed: ['1', '2'] })).toEqual(['first', 'second']);
  expect(through({ schedule: ['cosine'], optimizer: ['adam'] })).toEqual(['third']);
  expect(through({ state: ['diverged'] })).toEqual(['third']);
  expect(through({ experiment: ['衰减研究'] })).toEqual(['second']);
  expect(through({ problem: ['rosenbrock'] })).toEqual([]);
});

test('choices have words of the language, values that do not depend on it, and counts', () => {
  expect(choicesOf(rows, 'schedule')).toEqual([
    { value: 'constant', label: 'constant', count: 1 },
    { value: 'cosine', label: 'cosine', count: 2 },
  ]);
  setLocale('zh-CN');
  const chinese = [row('x', { config: cosine })];
  expect(choicesOf(chinese, 'schedule')[0]).toMatchObject({ value: 'cosine', label: '余弦' });
  expect(choicesOf(rows, 'seed').map(({ value }) => value)).toEqual(['1', '2', '10']);
});

test('a value is added and taken away again; an empty field is none', () => {
  const one = withValue({}, 'seed', '1');
  expect(withValue(one, 'seed', '2')).toEqual({ seed: ['1', '2'] });
  expect(withValue(one, 'seed', '1')).toEqual({});
});

const frozen = {
  loss: 1,
  config: { schedule: { id: 'literal-recurrence', params: { decay: 0.1 } } },
  run: { state: 'finished', step: 100 },
} as const;

test('a run that froze is found among the finished, by a filter of its own, and by how one would say it', () => {
  const one = row('froze', frozen);
  const other = row('went on', { loss: 1, run: { state: 'finished', step: 100 } });
  expect([one.frozen !== null, other.frozen]).toEqual([true, null]);
  expect(passing([one], { state: ['finished'] })).toEqual([one]);
  expect(passing([one], { state: ['frozen'] })).toEqual([one]);
  expect(passing([other], { state: ['frozen'] })).toEqual([]);
  expect(choicesOf([one, other], 'state')).toEqual([
    { value: 'finished', label: 'finished', count: 2 },
    { value: 'frozen', label: 'frozen', count: 1 },
  ]);
  const finds = (typed: string): readonly string[] =>
    ids([one, other, rows[2]!].filter((any) => speaksOf(any, wordsOf(typed), null)));
  expect(finds('Frozen')).toEqual(['froze']);
  for (const typed of ['decay too fast', 'too quick', 'decayed too quickly', 'rate too small'])
    expect(finds(typed), typed).toEqual(['froze']);
  // What every run has says nothing of it.
  for (const typed of ['rate', 'too']) expect(finds(typed), typed).toEqual([]);
  expect(finds('diverged')).toEqual(['third']);
  setLocale('zh-CN');
  for (const typed of ['冻住', '冻结', '太快', '衰减太快', '降得太快', '学习率下降太快', '太小'])
    expect(finds(typed), typed).toEqual(['froze']);
  expect(finds('学习率')).toEqual([]);
  expect(finds('发散')).toEqual(['third']);
});

test('who types its name or how one would say it looks for what froze; who types what it shares does not', () => {
  const asks = (typed: string): boolean => asksForFrozen(wordsOf(typed));
  expect(['frozen', 'decayed too fast', 'Frozen bowl'].map(asks)).toEqual([true, true, true]);
  expect(['', 'decay', 'decay 0.1', 'inverse time'].map(asks)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  setLocale('zh-CN');
  expect(['冻住', '衰减太快', '逆时间'].map(asks)).toEqual([true, true, false]);
});

test('every word has to stand somewhere, in any case and either language of a name', () => {
  const finds = (typed: string): readonly string[] =>
    ids(rows.filter((one) => speaksOf(one, wordsOf(typed), null)));
  expect(finds('')).toHaveLength(3);
  expect(finds('COSINE adam')).toEqual(['third']);
  expect(finds('衰减')).toEqual(['second']);
  expect(finds('cosine nothing')).toEqual([]);
});

test('what the library found by a note stays in sight', () => {
  const found = new Set([runId('second')]);
  expect(ids(rows.filter((one) => speaksOf(one, wordsOf('overnight'), found)))).toEqual(['second']);
});

test('archived runs are out of sight until they are asked for', () => {
  const both = [row('kept', { run: { pinned: true } }), row('old', { run: { archived: true } })];
  const seen = (filter: Parameters<typeof passing>[1]): readonly string[] =>
    ids(passing(both, filter));
  expect(seen({})).toEqual(['kept']);
  expect(seen({ mark: ['archived'] })).toEqual(['old']);
  expect(seen({ mark: ['pinned'] })).toEqual(['kept']);
});

test('what a field offers is counted among the runs in sight', () => {
  const some = [
    row('kept', { run: { state: 'finished', pinned: true } }),
    row('old', { run: { state: 'finished', archived: true, pinned: true } }),
  ];
  const counts = (field: 'state' | 'mark', filter: Parameters<typeof passing>[1]): unknown =>
    choicesInSight(some, field, filter).map(({ value, count }) => [value, count]);
  expect(counts('state', {})).toEqual([['finished', 1]]);
  expect(counts('state', { mark: ['archived', 'pinned'] })).toEqual([['finished', 2]]);
  expect(counts('mark', {})).toEqual([
    ['archived', 1],
    ['pinned', 1],
  ]);
});

test('tags are picked by themselves and searched with the rest', () => {
  const tagged = row('x', { run: { tags: ['衰减', 'to show'] } });
  expect(passing([tagged], { tag: ['to show', 'other'] })).toEqual([tagged]);
  expect(passing([tagged], { tag: ['other'] })).toEqual([]);
  expect(speaksOf(tagged, ['衰减'], null)).toBe(true);
  expect(choicesOf([tagged], 'tag')).toHaveLength(2);
});

test('a run is found by what its owner expected and found, and the row says where', () => {
  const run = { prediction: '我猜它会冻住', conclusion: 'It froze.' };
  const told = row('told', { run });
  expect(speaksOf(told, wordsOf('会冻'), null)).toBe(true);
  expect(speaksOf(told, wordsOf('it froze'), null)).toBe(true);
  expect(speaksOf(told, wordsOf('会热'), null)).toBe(false);
  expect(hitOf(run, wordsOf('会冻'), null)).toEqual({ of: 'prediction', text: run.prediction });
  expect(hitOf(run, wordsOf('it froze'), null)).toEqual({ of: 'conclusion', text: 'It froze.' });
  expect(hitOf(run, wordsOf('cosine'), null)).toBeNull();
  // What is known of the note comes first.
  expect(hitOf(run, wordsOf('froze'), 'it froze here')).toEqual({
    of: 'note',
    text: 'it froze here',
  });
});
