import katex from 'katex';
import { expect, test } from 'vitest';
import { unaryFunctions, binaryFunctions } from '../../../core/formula/functions.ts';
import { parseFormula } from '../../../core/formula/parse.ts';
import { formulaTex } from '../../../core/formula/tex.ts';

const tex = (text: string): string => formulaTex(parseFormula(text, ['x', 'y']));

test.each([
  ['0.5(x^2 + 20y^2)', '0.5 \\left(x^{2} + 20 y^{2}\\right)'],
  ['1/2x', '\\frac{1}{2} x'],
  ['1/(2x)', '\\frac{1}{2 x}'],
  ['x^y^2', 'x^{y^{2}}'],
  ['(x^y)^2', '\\left(x^{y}\\right)^{2}'],
  ['-x^2', '-x^{2}'],
  ['(-x)^2', '\\left(-x\\right)^{2}'],
  ['x - (y - 1)', 'x - \\left(y - 1\\right)'],
  ['x - y - 1', 'x - y - 1'],
  ['x + -y', 'x + \\left(-y\\right)'],
  ['2 * 3', '2 \\cdot 3'],
  ['x * (1/2)', 'x \\cdot \\frac{1}{2}'],
  ['x * 3^2', 'x \\cdot 3^{2}'],
  ['x / (y / 2)', '\\frac{x}{\\frac{y}{2}}'],
  ['x * (y / 2)', 'x \\cdot \\frac{y}{2}'],
  ['1e-7', '1 \\cdot 10^{-7}'],
  ['1e21^2', '\\left(1 \\cdot 10^{21}\\right)^{2}'],
  ['2πx', '2 \\pi x'],
  ['sqrt(x² + y²)', '\\sqrt{x^{2} + y^{2}}'],
  ['abs(x)', '\\left|x\\right|'],
  ['sin(x)^2', '\\left(\\sin\\left(x\\right)\\right)^{2}'],
  ['max(x, y, 1)', '\\max\\left(x, y, 1\\right)'],
])('%s is shown as it was understood: %s', (text, expected) => expect(tex(text)).toBe(expected));

test('numbered variables get an index', () => {
  expect(formulaTex(parseFormula('x1 x12', ['x1', 'x12']))).toBe('x_{1} x_{12}');
});

test.each([
  ...Object.keys(unaryFunctions).map((name) => `2 ${name}(x/y - 1)^2`),
  ...Object.keys(binaryFunctions).map((name) => `-${name}(x^2, y)`),
])('%s renders', (text) => {
  expect(() => katex.renderToString(tex(text), { strict: 'error' })).not.toThrow();
});
