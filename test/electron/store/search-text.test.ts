import { expect, it } from 'vitest';
import { indexedText, queriesOf } from '../../../electron/store/search-text.ts';

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
  expect(queriesOf('学习率')).toEqual(['"学习 习率"']);
  expect(queriesOf('率')).toEqual(['"率" *']);
  expect(queriesOf('  adam 衰减 ')).toEqual(['"adam" *', '"衰减"']);
  expect(queriesOf('Adam衰减')).toEqual(['"Adam" *', '"衰减"']);
});

it('nothing that is typed is a command', () => {
  expect(queriesOf('a"b OR c* NOT (d) name:e ^f')).toEqual([
    '"a""b" *',
    '"OR" *',
    '"c*" *',
    '"NOT" *',
    '"(d)" *',
    '"name:e" *',
    '"^f" *',
  ]);
});

it('without a letter or a digit there is nothing to look for', () => {
  expect([queriesOf(''), queriesOf(' \n'), queriesOf('"=*" ()')]).toEqual([[], [], []]);
});

it('forms of one character are one', () => {
  expect(queriesOf('ＡＤＡＭ η₀')).toEqual(['"ADAM" *', '"η0" *']);
  expect(queriesOf('a\u0000b')).toEqual(['"a" *', '"b" *']);
});
