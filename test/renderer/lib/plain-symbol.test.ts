import { expect, test } from 'vitest';
import { plainSymbol, wordWithout } from '../../../renderer/src/lib/plain-symbol.ts';

test.each([
  ['d', 'd'],
  ['\\gamma', 'γ'],
  ['\\beta_1', 'β₁'],
  ['\\eta_{0}', 'η₀'],
  ['\\lambda_{12}', 'λ₁₂'],
  ['\\eta_{\\min}', 'η min'],
  ['T_{\\mathrm{max}}', 'T max'],
  ['t_i', 'tᵢ'],
  ['d_\\text{model}', 'd model'],
  ['\\tfrac12\\lambda', '1/2λ'],
  ['\\frac{\\lambda}{2}', 'λ/2'],
  ['2\\cdot3', '2·3'],
  ['d \\approx 7\\,T', 'd ≈ 7 T'],
])('%s reads %s', (tex, plain) => expect(plainSymbol(tex)).toBe(plain));

test.each([
  ['\\lambda_1', 'curvature λ₁', 'curvature'],
  ['a', 'minimum a', 'minimum'],
  ['a', 'alpha', 'alpha'],
  ['d', 'decay', 'decay'],
  ['', 'decay', 'decay'],
])('%s beside “%s” leaves “%s”', (symbol, label, word) => {
  expect(wordWithout(symbol, label)).toBe(word);
});
