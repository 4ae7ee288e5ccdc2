import { expect, test } from 'vitest';
import { plainSymbol } from '../../../renderer/src/lib/plain-symbol.ts';

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
])('%s reads %s', (tex, plain) => expect(plainSymbol(tex)).toBe(plain));
