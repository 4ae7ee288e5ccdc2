import { expect, test } from 'vitest';
import { formulaParts } from '../../../renderer/src/lib/formula-parts.ts';

test.each([
  ['one formula stays whole', 'x = 1', ['x = 1']],
  ['formulas of one line', 'x = 1,\\qquad y = 2', ['x = 1,', 'y = 2']],
  ['a word between them', 'x\\qquad\\text{or}\\qquad y', ['x', '\\text{or}', 'y']],
  ['a space inside of an argument', '\\frac{a\\qquad b}{c}', ['\\frac{a\\qquad b}{c}']],
  [
    'a smaller space',
    'a < b \\quad\\Longleftrightarrow\\quad c',
    ['a < b \\quad\\Longleftrightarrow\\quad c'],
  ],
])('%s', (_what, tex, parts) => {
  expect(formulaParts(tex)).toEqual(parts);
});
