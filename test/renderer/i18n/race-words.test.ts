import { beforeEach, expect, test } from 'vitest';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { raceWords, raceWordsOf } from '../../../renderer/src/i18n/race-words.ts';
import { bowl } from '../../support/experiments.ts';
import { summary } from '../../support/fake-lab.ts';

beforeEach(() => setLocale('en'));

test('says which race it was, and at which rate', () => {
  expect(raceWords(null, [bowl()])).toBe('');
  expect(raceWords('own', [bowl()])).toBe('Race: each at its own best η₀ (from a sweep)');
  expect(raceWords('one', [bowl({ lr: 0.25 })])).toBe('Race: all at one η₀ = 0.25');
});

test('stored runs raced each other only if they are of one experiment', () => {
  const run = (id: string, experiment = 'e1') =>
    summary(id, { race: 'own', experimentId: experiment as never });
  expect(raceWordsOf([run('a'), run('b')])).toContain('each at its own best');
  expect(raceWordsOf([run('a')])).toBe('');
  expect(raceWordsOf([run('a'), run('b', 'e2')])).toBe('');
  expect(raceWordsOf([summary('a'), summary('b')])).toBe('');
});
