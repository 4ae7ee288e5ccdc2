import { expect, test } from 'vitest';
import { compileLesson } from '../../build/lessons/compile-lesson.ts';
import { sectionNames, type SectionName } from '../../renderer/src/lessons/sections.ts';

/** A lesson that says “Words.” where nothing else is given. */
function lesson(given: Partial<Record<SectionName, string>>): string {
  const sections = sectionNames.map((name) => `## ${name}\n\n${given[name] ?? 'Words.'}\n`);
  return `---\ntitle: A title\n---\n\n${sections.join('\n')}`;
}

const compile = (given: Partial<Record<SectionName, string>>, claims = ['rate']) =>
  compileLesson(lesson(given), 'en.md', claims);

test('paragraphs, lists and displayed formulas are told apart, and lines joined as the language does', () => {
  const { says } = compile({
    question:
      'One line\nand another.\n\n- first\n  item\n- second\n\n$$x = 1$$\n\n一行，\n又一行。',
  }).sections.question;
  expect(says).toEqual([
    { kind: 'paragraph', inlines: [{ kind: 'text', text: 'One line and another.' }] },
    {
      kind: 'list',
      items: [[{ kind: 'text', text: 'first item' }], [{ kind: 'text', text: 'second' }]],
    },
    { kind: 'display', tex: 'x = 1' },
    { kind: 'paragraph', inlines: [{ kind: 'text', text: '一行，又一行。' }] },
  ]);
});

test('marks become kinds, and a strong passage may hold others', () => {
  const { says } = compile({
    run: 'At $t=2$ `lr = 1` is {{rate}}: **see [the rate](part:rate)** at [its start](step:3), *always*, [alone](card:1).',
  }).sections.run;
  expect(says).toEqual([
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: 'At ' },
        { kind: 'formula', tex: 't=2' },
        { kind: 'text', text: ' ' },
        { kind: 'code', code: 'lr = 1' },
        { kind: 'text', text: ' is ' },
        { kind: 'claim', name: 'rate' },
        { kind: 'text', text: ': ' },
        {
          kind: 'strong',
          inlines: [
            { kind: 'text', text: 'see ' },
            {
              kind: 'passage',
              to: { kind: 'part', part: 'rate' },
              inlines: [{ kind: 'text', text: 'the rate' }],
            },
          ],
        },
        { kind: 'text', text: ' at ' },
        {
          kind: 'passage',
          to: { kind: 'step', step: 3 },
          inlines: [{ kind: 'text', text: 'its start' }],
        },
        { kind: 'text', text: ', ' },
        { kind: 'emphasis', inlines: [{ kind: 'text', text: 'always' }] },
        { kind: 'text', text: ', ' },
        {
          kind: 'passage',
          to: { kind: 'card', card: 1 },
          inlines: [{ kind: 'text', text: 'alone' }],
        },
        { kind: 'text', text: '.' },
      ],
    },
  ]);
});

test('an answer that is wrapped keeps its second line', () => {
  const { offers, then } = compile({
    check: 'Which?\n\n- [a] the first\n  of two\n- [b] the second\n\nBecause.',
  }).sections.check;
  expect(offers).toEqual([
    { id: 'a', inlines: [{ kind: 'text', text: 'the first of two' }] },
    { id: 'b', inlines: [{ kind: 'text', text: 'the second' }] },
  ]);
  expect(then).toEqual([{ kind: 'paragraph', inlines: [{ kind: 'text', text: 'Because.' }] }]);
});

test.each([
  ['a number that nobody computes', 'It is 12.', 'en.md:7: “12” is a number'],
  ['an unknown claim', 'It is {{speed}}.', 'en.md:7: no claim is called “speed”'],
  ['an unknown claim to go to', '[there](step:speed)', 'en.md:7: no claim is called “speed”'],
  ['a mark that is not closed', 'It is `lr.', 'en.md:7: “`” begins or ends nothing'],
  [
    'a term that is not in the glossary',
    'x\n\n[there](term:moon)',
    'en.md:9: the glossary has no term “moon”',
  ],
  [
    'a term in the heading',
    '[rate](term:learningRate)',
    'en.md:7: no term and no passage can be pressed',
  ],
  [
    'code that the lens does not have',
    '[there](lens:moon)',
    'en.md:7: a passage leads to “lens:moon”',
  ],
  ['a passage that leads nowhere', '[there](part:moon)', 'en.md:7: a passage leads to “part:moon”'],
])('refuses %s, with file and line', (_what, question, message) => {
  expect(() => compile({ question })).toThrow(message);
});

test('a term keeps its words, and may stand in strong ones', () => {
  const { says } = compile({ run: 'A **[small rate](term:learningRate)**' }).sections.run;
  const inlines = [{ kind: 'text', text: 'small rate' }];
  expect(says).toEqual([
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: 'A ' },
        { kind: 'strong', inlines: [{ kind: 'term', id: 'learningRate', inlines }] },
      ],
    },
  ]);
});

test.each([
  [
    'an answer with something to press in it',
    '- [a] see [it](part:rate)',
    'no term and no passage can be pressed',
  ],
  ['an answer whose id cannot be kept', '- [a_b] this', 'no answer can be kept under “a_b”'],
  ['an answer without an id', '- [] this', 'no answer can be kept under “”'],
  ['an id that begins with a hyphen', '- [-a] this', 'no answer can be kept under “-a”'],
])('refuses %s', (_what, offer, message) => {
  const check = `Which?\n\n${offer}\n- [b] that\n\nBecause.`;
  expect(() => compile({ check })).toThrow(message);
});
