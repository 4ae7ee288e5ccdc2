import { describe, expect, test } from 'vitest';
import { bareDigits, bareDigitsFault } from '../../build/lessons/bare-digits.ts';
import { joinLines, readLessonText } from '../../build/lessons/lesson-text.ts';
import { sectionNames } from '../../renderer/src/lessons/sections.ts';

const whole = (sections: readonly string[] = sectionNames): string =>
  [
    '---',
    'title: A title',
    '---',
    ...sections.flatMap((name) => ['', `## ${name}`, '', 'Words.']),
  ].join('\n');

describe('the text of a lesson', () => {
  test('is a title and its sections, with the lines they begin at', () => {
    const { title, sections } = readLessonText(whole(), 'en.md');
    expect(title).toBe('A title');
    expect(sections.question.says).toEqual({ markdown: 'Words.', line: 7 });
    expect(sections.conclusion.says.line).toBe(7 + 4 * (sectionNames.length - 1));
  });

  test('offers answers, and says something after them', () => {
    const source = whole().replace(
      '## predict\n\nWords.',
      '## predict\n\nHow far?\n\n- [near] near\n- [far] $x$ away\n\nBecause.',
    );
    const { says, offers, then } = readLessonText(source, 'en.md').sections.predict;
    expect(says.markdown).toBe('How far?');
    expect(offers).toEqual([
      { id: 'near', markdown: 'near', line: 13 },
      { id: 'far', markdown: '$x$ away', line: 14 },
    ]);
    expect(then).toEqual({ markdown: 'Because.', line: 16 });
  });

  test.each([
    ['no title', whole().replace('title: A title', ''), 'en.md:1: begins with'],
    [
      'a section missing',
      whole(sectionNames.filter((name) => name !== 'run')),
      'en.md:13: “seen” stands where the section “run” belongs',
    ],
    [
      'the last missing',
      whole(sectionNames.slice(0, -1)),
      '“the end” stands where the section “conclusion” belongs',
    ],
    ['one too many', whole([...sectionNames, 'more']), '“more” stands where the end belongs'],
    ['an empty one', whole().replace('## seen\n\nWords.', '## seen\n'), '“seen” says nothing'],
  ])('is refused with %s, with file and line', (_what, source, sentence) => {
    expect(() => readLessonText(source, 'en.md')).toThrow(sentence);
  });
});

describe('a number in the text that nobody computes', () => {
  test.each([
    ['after 45 steps', '45'],
    ['after 10 000 steps', '10 000'],
    ['ends at 6.38.', '6.38'],
    ['第 ２ 步', '２'],
    ['10⁻³ is small', '10'],
  ])('is found: %s', (source, digits) => {
    expect(bareDigits(source)).toEqual([{ line: 1, digits }]);
  });

  test.each(['$x^2$ and $$\n\\frac12\n$$', '`1 + d*t`', '{{step2}}', 'from η₀ on', '第二步'])(
    'is not: %s',
    (source) => {
      expect(bareDigits(source)).toEqual([]);
    },
  );

  test('is told with file, line and what to do', () => {
    const [bare] = bareDigits('$$\n1\n$$\n\nIt stops at 70.');
    expect(bareDigitsFault('en.md', bare!)).toBe(
      'en.md:5: “70” is a number nobody computes: name it in claims.ts and write {{name}}',
    );
  });
});

test.each([
  ['the rate stays.', '“Near the minimum', 'the rate stays. “Near the minimum'],
  ['it is “near”', 'and no nearer', 'it is “near” and no nearer'],
  ['学习率不变，', '步子会变小', '学习率不变，步子会变小'],
  ['答案是“一”', '，不是零', '答案是“一”，不是零'],
  ['也就是', '“一半一半”', '也就是“一半一半”'],
  ['离谷底的距离都剩下原来的', '{{kept}}，', '离谷底的距离都剩下原来的 {{kept}}，'],
  ['把上一轮[再除一次](term:x)', '的那行', '把上一轮[再除一次](term:x)的那行'],
  ['学习率与', '**地板**成正比', '学习率与**地板**成正比'],
])('a line that ends with “%s” goes on with “%s”', (above, below, joined) => {
  expect(joinLines(above, below)).toBe(joined);
});
