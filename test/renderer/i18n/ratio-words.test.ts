import { expect, test } from 'vitest';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { changeOf, ratioWords } from '../../../renderer/src/i18n/ratio-words.ts';

test.each([
  { low: 88, high: 100, en: '12\u202f%', zh: '12%' },
  { low: 1, high: 1.004, en: '0.40\u202f%', zh: '0.40%' },
  { low: 1, high: 1.7, en: '1.7', zh: '59%' },
  { low: 1, high: 2.04, en: '2', zh: '一半' },
  { low: 1, high: 2.4, en: '2.4', zh: '42%' },
  { low: 0.0063, high: 0.057, en: '9', zh: '九分之一' },
  { low: 1, high: 10.2, en: '10', zh: '十分之一' },
  { low: 1, high: 24.3, en: '24', zh: '1/24' },
  { low: 1, high: 463, en: '460', zh: '1/460' },
  { low: 4.9e-11, high: 1.18e-3, en: 'about 10⁷', zh: '10⁻⁷ 倍' },
  { low: 1, high: 1000, en: 'about 10³', zh: '10⁻³ 倍' },
])('$low against $high', ({ low, high, en, zh }) => {
  setLocale('en');
  expect(ratioWords(low, high)?.words).toBe(en);
  setLocale('zh-CN');
  expect(ratioWords(low, high)?.words).toBe(zh);
});

test.each([
  [0.36, '−64\u202f%'],
  [1.12, '+12\u202f%'],
  [1, '0\u202f%'],
  [1 + 1e-9, '0\u202f%'],
  [0.9996, '0\u202f%'],
  [1.0006, '+0.060\u202f%'],
  [3.14, '× 3.1'],
  [1.2e-7, '× 1.2×10⁻⁷'],
  [Infinity, '× ∞'],
])('what became of a loss that is %s times another', (ratio, words) => {
  setLocale('en');
  expect(changeOf(ratio)).toBe(words);
});

test('there is no ratio to zero, to a negative loss, to an infinite one, or of equals', () => {
  for (const [low, high] of [
    [0, 1],
    [-2, -1],
    [-1, 1],
    [1, Infinity],
    [1, 1],
  ] as const) {
    expect(ratioWords(low, high)).toBeNull();
  }
});
