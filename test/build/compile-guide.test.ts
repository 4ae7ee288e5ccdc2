import { expect, test } from 'vitest';
import { compileGuide } from '../../build/lessons/compile-guide.ts';
import { sourcesIn } from '../../renderer/src/training/guide-text.ts';

const compile = (source: string) => compileGuide(source, 'en.md', ['x']);
const text = (words: string) => ({ kind: 'text', text: words });

test('a guide is a title, what stands before the sections, and sections with or without a name', () => {
  const guide = compile(
    '# Title\n\nlead\n\n## One\n\n@show run\n\n## [two] The $d$\n\n> said\n> so [@he]\n',
  );
  expect(guide.title).toBe('Title');
  expect(guide.lead).toEqual([{ kind: 'paragraph', inlines: [text('lead')] }]);
  expect(guide.sections.map(({ id }) => id)).toEqual([null, 'two']);
  expect(guide.sections[0]!.blocks).toEqual([{ kind: 'show', experiment: 'run' }]);
  expect(guide.sections[1]!.title).toEqual([text('The '), { kind: 'formula', tex: 'd' }]);
  expect(guide.sections[1]!.blocks).toEqual([
    { kind: 'aside', inlines: [text('said so '), { kind: 'source', id: 'he' }] },
  ]);
  expect(sourcesIn(guide)).toEqual(['he']);
});

test('tables, lists and formulas are told apart', () => {
  const source =
    '# T\n\n| | a |\n|---|---|\n| {{x}} | b |\n\n- one\n  more\n- **two**\n\n$$ x = 1 $$';
  const [table, list, formula] = compile(source).lead;
  expect(table).toEqual({
    kind: 'table',
    head: [[], [text('a')]],
    rows: [[[{ kind: 'claim', name: 'x' }], [text('b')]]],
  });
  expect(list).toEqual({
    kind: 'list',
    items: [[text('one more')], [{ kind: 'strong', inlines: [text('two')] }]],
  });
  expect(formula).toEqual({ kind: 'display', tex: 'x = 1' });
});

test('between Chinese characters a line goes on without a space, beside a word with one', () => {
  expect(compile('# 题\n\n第一行，\n第二行 Adam\nRMSprop 和\nNadam').lead).toEqual([
    { kind: 'paragraph', inlines: [text('第一行，第二行 Adam RMSprop 和 Nadam')] },
  ]);
});

test.each([
  ['no title', 'words', 'en.md:1: begins with a line “# title”'],
  ['a number that nobody computes', '# T\n\nIt is 12.', 'en.md:3: “12” is a number'],
  ['an unknown claim, in a formula too', '# T\n\n$d = {{y}}$', 'en.md:3: no claim is called “y”'],
  ['an unknown publication', '# T\n\nsaid [@nobody]', 'en.md:3: no publication is called'],
  [
    'an unknown term',
    '# T\n\n| a |\n|---|\n| [b](term:moon) |',
    'en.md:5: the glossary has no term',
  ],
  ['a passage', '# T\n\n[there](part:rate)', 'en.md:3: a guide has no stage'],
  ['a term in a heading', '# T\n\n## [a](term:batch)', 'en.md:3: no term and no passage can be'],
])('refuses %s, with file and line', (_what, source, message) => {
  expect(() => compile(source)).toThrow(message);
});
