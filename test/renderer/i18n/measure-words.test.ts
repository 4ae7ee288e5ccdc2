import { expect, test } from 'vitest';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { measuredWords } from '../../../renderer/src/i18n/measure-words.ts';

test('one step is not several', () => {
  setLocale('en');
  expect([1, 2].map((steps) => measuredWords('steps', steps))).toEqual(['1 step', '2 steps']);
  setLocale('zh-CN');
  expect(measuredWords('steps', 1)).toBe('用了 1 步');
});
