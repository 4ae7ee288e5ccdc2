import { describe, expect, test } from 'vitest';
import { compareRates } from '../../../core/lens/compare-rates.ts';
import { LensError } from '../../../core/lens/errors.ts';
import { readCode } from '../../../core/lens/read-code.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { findingWords, refusalWords, remarkWords } from '../../../renderer/src/i18n/lens-words.ts';
import { lensSnippets, type LensSnippetId } from '../../../renderer/src/lib/lens-snippets.ts';

const settings = { lr: 0.1, decay: 0.1, epochs: 10, stepsPerEpoch: 5 };

function words(code: string): string {
  setLocale('en');
  const reading = readCode(code, settings);
  if (reading.kind !== 'clock') return reading.metric;
  const comparison = compareRates(reading, { id: 'inverse-time', unit: 'epoch' }, settings);
  const remarks = remarkWords(reading, comparison, settings.stepsPerEpoch);
  return [...findingWords(reading, comparison), ...remarks].join(' ');
}

describe('what the examples turn out to be', () => {
  test.each<[LensSnippetId, string]>([
    ['seed', 'the formula 0.083333. Their first 2 values agree.'],
    ['seed', 'all the travel it has left is 0.00276.'],
    ['closed', 'Code and formula agree throughout this run'],
    ['from-one', 't counts from 1: η₀ itself is never used.'],
    ['behind', 'what it sets is used one epoch later'],
    ['per-step', 'It changes at every step, 5 times within an epoch.'],
    ['lambda', 'Code and formula agree throughout this run'],
    ['multiplicative', 'This is not inverse time'],
    ['keras', 'divides it by 1 + 0.02 t. From step 1 on'],
    ['keras-staircase', 'it falls once in 5 steps, each time from η₀. Code and formula agree'],
    ['old-keras', 'Their first value agrees.'],
    ['plateau', 'val_loss'],
    ['velocity', 'The rate stands inside the velocity'],
  ])('%s', (id, expected) => {
    expect(words(lensSnippets[id])).toContain(expected);
  });

  test('numbers of the code are named, and rates that stay are no promise', () => {
    expect(words('lr = 0.3 / (1 + 0.2 * epoch)')).toContain('sets η₀ = 0.3, k = 0.2 itself');
    const floor = words('lr = max(0.1, lr0 / (1 + epoch))');
    expect(floor).toContain('In this run the rate never changes.');
    expect(floor).not.toContain('left');
  });

  test('stairs do not change at every step', () => {
    expect(words(lensSnippets['keras-staircase'])).not.toContain('at every step');
  });
});

test('a refusal names the line, in both languages', () => {
  const code = 'lr = 0.1\nlr = lr $ 2';
  const refusal = new LensError('unknown-character', code.indexOf('$'), '$');
  setLocale('en');
  expect(refusalWords(refusal, code)).toBe('Line 2: “$” has no meaning in such code.');
  setLocale('zh-CN');
  expect(refusalWords(refusal, code)).toBe('第 2 行：字符“$”不会出现在这样的代码里。');
});
