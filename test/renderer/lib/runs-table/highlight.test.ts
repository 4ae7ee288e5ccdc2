import { expect, test } from 'vitest';
import { highlight } from '../../../../renderer/src/lib/runs-table/highlight.ts';

const marked = (text: string, ...words: string[]): string =>
  highlight(text, words)
    .map(({ text: piece, found }) => (found ? `[${piece}]` : piece))
    .join('');

test('every place of every word is marked, whatever its case', () => {
  expect(marked('Decay or no decay', 'decay')).toBe('[Decay] or no [decay]');
  expect(marked('同一条曲线，余弦衰减', '衰减')).toBe('同一条曲线，余弦[衰减]');
  expect(marked('abcd', 'bc', 'cd')).toBe('a[bcd]');
  expect(marked('abc')).toBe('abc');
});

test('nothing is lost, nor marked at the wrong place where small letters are longer', () => {
  expect(marked('İstanbul decay', 'decay')).toBe('İstanbul [decay]');
  expect(marked('ＬＲ of η₀, naïve', 'lr', 'η0', 'naive')).toBe('[ＬＲ] of [η₀], [naïve]');
  expect(marked('㎏ and ﬁt', 'k', 'fit')).toBe('[㎏] and [ﬁt]');
});
