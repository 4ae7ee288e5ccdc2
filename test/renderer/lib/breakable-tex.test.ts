import katex from 'katex';
import { expect, test } from 'vitest';
import { breakableTex } from '../../../renderer/src/lib/breakable-tex.ts';

/** Into how many pieces, between which a line may end, KaTeX sets it. */
function pieces(tex: string): number {
  const html = katex.renderToString(tex, { output: 'html', throwOnError: true, strict: 'error' });
  return html.split('class="katex-base"').length - 1;
}

test.each([
  ['a + b', 'a + b'],
  ['a \\left(b + c\\right) + \\left(d\\right)', 'a (b + c) + (d)'],
  [
    'a \\left(1 + \\frac{1}{2} \\left(b + c\\right)\\right)',
    'a \\biggl(1 + \\frac{1}{2} (b + c)\\biggr)',
  ],
  // What stands in an argument, or between other signs, is left as it is.
  ['\\frac{\\left(a + b\\right)}{c}', '\\frac{\\left(a + b\\right)}{c}'],
  ['\\left\\lfloor \\frac{t}{2} \\right\\rfloor', '\\left\\lfloor \\frac{t}{2} \\right\\rfloor'],
  ['\\left(\\left\\lfloor t \\right\\rfloor + 1\\right)', '(\\left\\lfloor t \\right\\rfloor + 1)'],
  ['g \\leftarrow \\left(g + 1\\right)', 'g \\leftarrow (g + 1)'],
])('%s', (tex, broken) => expect(breakableTex(tex)).toBe(broken));

test('a line can end inside of what it was one piece of', () => {
  const rate =
    '= 0.1 + \\left(\\frac{0.1}{25} - 0.1\\right) \\cdot \\frac{1}{2} \\left(1 + \\cos\\left(\\frac{\\pi}{2}\\right)\\right) = 0.07';
  expect(pieces(breakableTex(rate))).toBeGreaterThan(pieces(rate) + 1);
});
