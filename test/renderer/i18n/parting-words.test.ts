import { expect, test } from 'vitest';
import { nothingCompared, type Agreement } from '../../../core/analysis/parting.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { partingWords } from '../../../renderer/src/i18n/parting-words.ts';

const words = (found: Partial<Agreement>, seeds = false, over = true): string =>
  partingWords({ ...nothingCompared, ...found }, { seeds, over });

test('it is said where recorded losses part, plainly too where they do at once or never', () => {
  setLocale('en');
  expect(words({ count: 1000, first: 0, last: 999, partsAt: 1000 })).toBe(
    'Their recorded losses are the same to the last bit up to step 999 and first differ at step 1\u202f000.',
  );
  expect(words({ count: 1, first: 500, last: 500, partsAt: 501 })).toBe(
    'All are recorded from step 500 on; their recorded losses first differ at step 501.',
  );
  expect(words({ partsAt: 0 })).toBe(
    'Their recorded losses differ already at step 0, the first that all have.',
  );
  expect(words({ count: 51, first: 0, last: 50 }, true)).toBe(
    'Their recorded losses of the first seeds never differ: the same to the last bit at all 51 steps that all have, up to step 50.',
  );
  expect(words({})).toBe('There is no step at which all of them have a recorded loss.');
});

test('while values are read nothing is claimed that they may belie', () => {
  setLocale('en');
  expect(words({}, false, false)).toBe('');
  expect(words({ count: 10, first: 0, last: 9 }, false, false)).toBe(
    'Looking for where they part: the same up to step 9 …',
  );
});
