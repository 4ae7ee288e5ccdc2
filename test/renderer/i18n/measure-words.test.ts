import { expect, test } from 'vitest';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { measuredWords, measureValue } from '../../../renderer/src/i18n/measure-words.ts';

test('one step is not several', () => {
  setLocale('en');
  expect([1, 2].map((steps) => measuredWords('steps', steps))).toEqual(['1 step', '2 steps']);
  setLocale('zh-CN');
  expect(measuredWords('steps', 1)).toBe('用了 1 步');
});

test('how far below the limit a rate is gives the limit away only once it is near', () => {
  setLocale('en');
  const shares = [0.635, 0.51, 0.2001, 0.0101, 0.01, 0.0072];
  expect(shares.map((share) => measuredWords('below-limit', share))).toEqual([
    'more than 50\u202f% below the limit',
    'more than 50\u202f% below the limit',
    'more than 20\u202f% below the limit',
    'more than 1\u202f% below the limit',
    '1.00\u202f% below the limit',
    '0.72\u202f% below the limit',
  ]);
  expect(measureValue('below-limit', 0.635)).toBe('> 50\u202f%');
  setLocale('zh-CN');
  expect(measuredWords('below-limit', 0.635)).toBe('比极限低了不止 50%');
});
