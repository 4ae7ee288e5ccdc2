/** Laws that every term of the glossary keeps. */
import { readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { aliasFor, findTerms, termsInOrder } from '../../renderer/src/glossary/find-terms.ts';
import { glossary, termIds, termOf } from '../../renderer/src/glossary/index.ts';
import { contents } from '../../renderer/src/lessons/contents.ts';
import { notePieces } from '../../renderer/src/lib/note-pieces.ts';

const folded = (word: string): string => word.toLowerCase();
const namesOf = (id: (typeof termIds)[number]): readonly string[] => {
  const { name, aliases } = termOf(id);
  return [...new Set([name.zh, name.en].map(folded)), ...aliases.map(folded)];
};

test('no name stands for two terms, nor twice for one', () => {
  const all = termIds.flatMap(namesOf);
  const twice = all.filter((name, i) => all.indexOf(name) !== i);
  expect(twice).toEqual([]);
});

test.each(['en', 'zh-CN'] as const)(
  'in %s all terms stand in the order of their names',
  (locale) => {
    const order = termsInOrder(locale);
    expect(order.toSorted()).toEqual(termIds.toSorted());
    const [first, last] = locale === 'en' ? ['adadelta', 'weightDecay'] : ['saddle', 'softmax'];
    expect([order[0], order.at(-1)]).toEqual([first, last]);
  },
);

test.each([
  ['梯度削减学习率', 'decay'],
  ['学习速率', 'learningRate'],
  ['xxl', 'learningRate'],
  ['zsdb', 'noiseFloor'],
  ['noise fl', 'noiseFloor'],
  ['decay_rate', 'decayConstant'],
  ['LR finder', 'rangeTest'],
])('“%s” leads to %s', (typed, id) => {
  expect(findTerms(typed, 'zh-CN')[0]).toBe(id);
  expect(findTerms(typed, 'en')).toContain(id);
});

test('a term found by another name says by which', () => {
  expect(aliasFor('decay', '梯度削减')).toBe('梯度削减学习率');
  expect(aliasFor('decay', '衰减')).toBeNull();
  expect(aliasFor('decay', '')).toBeNull();
});

test('what nobody calls anything finds nothing', () => {
  expect(findTerms('qqqq', 'en')).toEqual([]);
});

describe.each(Object.entries(glossary))('%s', (id, term) => {
  const { name, means, lesson } = term;

  test('has names and a meaning in both languages, in the voice of the app', () => {
    expect(means.zh).toMatch(/\p{sc=Han}.*。$/u);
    expect(means.en).toMatch(/^[A-Z].*\.$/);
    expect(`${means.zh}${means.en}`).not.toMatch(/[!！]|please|请/i);
    const words = notePieces(means.zh).flatMap(({ kind, text }) => (kind === 'text' ? [text] : []));
    expect(words.join(' ')).not.toMatch(/\p{sc=Han}[,;:?.]|[,;:?]\p{sc=Han}/u);
    for (const one of [name.zh, name.en]) expect(one.trim()).not.toBe('');
  });

  test('is found first by each of its names', () => {
    for (const typed of namesOf(id as (typeof termIds)[number])) {
      expect(findTerms(typed, 'zh-CN').slice(0, 1), typed).toEqual([id]);
      expect(findTerms(typed, 'en').slice(0, 1), typed).toEqual([id]);
    }
  });

  test('its formulas can be set', () => {
    const inline = [means.zh, means.en].flatMap((words) =>
      notePieces(words).flatMap(({ kind, text }) => (kind === 'text' ? [] : [text])),
    );
    for (const tex of 'symbol' in term ? [term.symbol, ...inline] : inline) {
      katex.renderToString(tex, { throwOnError: true, strict: 'error' });
    }
  });

  test('names a lesson of the sixteen, or none', () => {
    const numbers = contents.map(({ number }) => number);
    if (lesson !== null) expect(numbers).toContain(lesson);
  });
});

test('docs/glossary.md calls what it shares with the app by the same names', () => {
  const lines = readFileSync('docs/glossary.md', 'utf8').split('\n');
  const rows = lines.flatMap((line) => {
    const [, en, zh] = /^\| ([^|]+) \| ([^|]+) \|/.exec(line) ?? [];
    return en && zh ? [{ en: en.split(', ')[0]!.trim(), zh: zh.split('、')[0]!.trim() }] : [];
  });
  const shared = termIds.flatMap((id) => {
    const { name } = termOf(id);
    return rows.filter(({ en, zh }) => en === name.en || zh === name.zh).map((row) => [row, name]);
  });
  expect(shared.length).toBeGreaterThan(15);
  for (const [row, name] of shared) expect(row).toEqual(name);
});
