import katex from 'katex';
import { expect, test } from 'vitest';
import { numberTex } from '../../../renderer/src/lib/number-tex.ts';

test.each([
  [0.0446, false, '0.0446', 'number'],
  [-0.0593, false, '-0.0593', 'negative'],
  [4.36e-27, false, '4.36 \\times 10^{-27}', 'scaled'],
  [-4.36e-27, false, '-4.36 \\times 10^{-27}', 'negative'],
  [1e-8, true, '10^{-8}', 'scaled'],
  [0.9999, false, '1.00', 'number'],
  [0.9999, true, '0.9999', 'number'],
  [731_205, true, '731\\,205', 'number'],
  [Infinity, false, '\\infty', 'number'],
  [-Infinity, false, '-\\infty', 'negative'],
  [NaN, false, '\\mathrm{NaN}', 'number'],
  [0, false, '0', 'number'],
] as const)('%s (a setting: %s) is %s', (value, isSetting, tex, kind) => {
  expect(numberTex(value, isSetting)).toEqual({ tex, kind });
  expect(() => katex.renderToString(tex, { strict: 'error', throwOnError: true })).not.toThrow();
});
