import { beforeEach, expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { calledIn } from '../../../renderer/src/i18n/ended-run.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { namesApart } from '../../../renderer/src/i18n/names-apart.ts';
import { bowl } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

const run = (name: string, experimentName = 'one', config: ExperimentConfig | null = bowl()) => ({
  name,
  experimentName,
  config,
});

test('names that differ stay as they are', () => {
  expect(namesApart([run('a'), run('b', 'two')])).toEqual(['a', 'b']);
});

test('of one name they have their seeds behind it, or their experiments, or both', () => {
  expect(namesApart([run('a'), run('a', 'two'), run('b')])).toEqual(['a (one)', 'a (two)', 'b']);
  const seeds = [1, 2].map((seed) => run('a', 'one', bowl({ seed })));
  expect(namesApart(seeds)).toEqual(['a (seed 1)', 'a (seed 2)']);
  expect(namesApart([...seeds, run('a', 'two', bowl({ seed: 1 }))])).toEqual([
    'a (seed 1, one)',
    'a (seed 2, one)',
    'a (seed 1, two)',
  ]);
});

test('where that is not enough they are numbered, also beside a run that is called so', () => {
  expect(namesApart([run('a'), run('a')])).toEqual(['a', 'a (2)']);
  expect(namesApart([run('a'), run('a (2)'), run('a')])).toEqual(['a', 'a (2)', 'a (3)']);
  expect(namesApart([run('log', 'x', null), run('log', 'x', null)])).toEqual(['log', 'log (2)']);
});

test('a name that the app gave is one name in both languages', () => {
  expect(namesApart([run('常数'), run('constant', 'two')])).toEqual([
    'constant (one)',
    'constant (two)',
  ]);
});

test('in a sentence a long name is cut so that what tells it apart stays', () => {
  const name = 'a name that is very long and goes on';
  expect(calledIn({ name: `${name} (seed 1)` })).toBe('“a name that is very… (seed 1)”');
  expect(calledIn({ name: `${name} (an experiment of a long name)` })).toBe(
    '“a name that… (an experiment…)”',
  );
  expect(calledIn({ name })).toBe('“a name that is very long and…”');
});
