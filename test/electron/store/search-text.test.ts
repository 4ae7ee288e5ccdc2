import { expect, it } from 'vitest';
import { indexedText, queryOf } from '../../../electron/store/search-text.ts';

it('a stretch without spaces goes in as its pairs of neighbours and its last character', () => {
  expect(indexedText('学习率').trim()).toBe('学习 习率 率');
  expect(indexedText('率').trim()).toBe('率');
  expect(indexedText('用Adam训练').split(/\s+/).filter(Boolean)).toEqual([
    '用',
    'Adam',
    '训练',
    '练',
  ]);
});

it('what is typed becomes phrases that all have to be there', () => {
  expect(queryOf('学习率')).toBe('"学习 习率"');
  expect(queryOf('率')).toBe('"率" *');
  expect(queryOf('  adam 衰减 ')).toBe('"adam" * AND "衰减"');
  expect(queryOf('Adam衰减')).toBe('"Adam" * AND "衰减"');
});

it('nothing that is typed is a command', () => {
  expect(queryOf('a"b OR c* NOT (d) name:e ^f')).toBe(
    '"a""b" * AND "OR" * AND "c*" * AND "NOT" * AND "(d)" * AND "name:e" * AND "^f" *',
  );
});

it('without a letter or a digit there is nothing to look for', () => {
  expect([queryOf(''), queryOf(' \n'), queryOf('"=*" ()')]).toEqual([null, null, null]);
});

it('forms of one character are one', () => {
  expect(queryOf('ＡＤＡＭ η₀')).toBe('"ADAM" * AND "η0" *');
  expect(queryOf('a\u0000b')).toBe('"a" * AND "b" *');
});
