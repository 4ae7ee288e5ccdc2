import { expect, it } from 'vitest';
import { FormulaError } from '../../../core/formula/errors.ts';
import { parseFormula } from '../../../core/formula/parse.ts';
import { substitutedTex, type Substitute } from '../../../core/formula/tex.ts';
import { workOut } from '../../../core/formula/worked.ts';

const quantities = {
  m: { symbol: 'm_{t-1}', value: 2 },
  g: { symbol: 'g_t', value: -3 },
};

it('a line sees what the lines before it gave, and what was before them', () => {
  const lines = workOut(
    [
      { name: 'm', formula: 'm + g' },
      { name: 'twice', symbol: 'w', formula: '2*m' },
    ],
    quantities,
    {},
  );
  expect(lines).toEqual([
    { name: 'm', formula: 'm + g', symbol: 'm_{t-1}', value: -1, uses: quantities },
    {
      name: 'twice',
      formula: '2*m',
      symbol: 'w',
      value: -2,
      uses: { m: { symbol: 'm_{t-1}', value: -1 } },
    },
  ]);
});

it('a number known from elsewhere takes the place of what the formula gives', () => {
  const known = { m: { symbol: 'm_t', value: -1.0000000001 } };
  const lines = workOut(
    [
      { name: 'm', formula: 'm + g' },
      { name: 'x', symbol: 'x', formula: 'm' },
    ],
    quantities,
    known,
  );
  expect(lines[0]).toMatchObject(known.m);
  expect(lines[1]!.value).toBe(-1.0000000001);
});

it('a name that nothing has is refused', () => {
  expect(() => workOut([{ name: 'x', formula: 'y' }], quantities, {})).toThrow(FormulaError);
});

it.each<[string, string]>([
  ['a*b + a*c', '0.5 \\left(-2\\right) + 0.5 \\cdot 3 \\times 10^{7}'],
  ['b - a', '-2 - 0.5'],
  ['a - b', '0.5 - \\left(-2\\right)'],
  ['b^2', '\\left(-2\\right)^{2}'],
  ['c^2', '\\left(3 \\times 10^{7}\\right)^{2}'],
  ['a^c', '0.5^{3 \\times 10^{7}}'],
  ['b/(a*s)', '\\frac{-2}{0.5 \\beta}'],
  ['sqrt(b)', '\\sqrt{-2}'],
])('%s with numbers in it is %s', (text, expected) => {
  const numbers: Record<string, Substitute> = {
    a: { tex: '0.5', kind: 'number' },
    b: { tex: '-2', kind: 'negative' },
    c: { tex: '3 \\times 10^{7}', kind: 'scaled' },
    s: { tex: '\\beta', kind: 'symbol' },
  };
  const formula = parseFormula(text, ['a', 'b', 'c', 's']);
  expect(substitutedTex(formula, (name) => numbers[name]!)).toBe(expected);
});
