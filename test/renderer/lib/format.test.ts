import { describe, expect, test } from 'vitest';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import {
  formatBytes,
  formatCount,
  formatExactly,
  formatNumber,
  formatPercent,
  formatSetting,
  formatSettingBriefly,
  superscript,
} from '../../../renderer/src/lib/format.ts';
import { parseTypedNumber } from '../../../renderer/src/lib/parse-number.ts';
import { fc } from '../../support/seed.ts';

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });

test.each([
  [2 / 101, '0.0198'],
  [1 / 3, '0.333'],
  [2e-6 / 3, '6.67×10⁻⁷'],
  [0.12345678, '0.12345678'],
  [0.1, '0.1'],
  [60000, '60\u202f000'],
  [0, '0'],
])('%d is a setting that is read as %s', (value, text) => {
  expect(formatSettingBriefly(value)).toBe(text);
});

describe('formatNumber', () => {
  test.each([
    [0.0224, '0.0224'],
    [0.0053, '0.00530'],
    [0.1, '0.100'],
    [1.5, '1.50'],
    [-1.9, '−1.90'],
    [14.06, '14.1'],
    [51, '51.0'],
    [255.4, '255'],
    [1437, '1\u202f437'],
    [12345.6, '12\u202f346'],
    [123456, '1.23×10⁵'],
    [4.36e-27, '4.36×10⁻²⁷'],
    [-2.5e-6, '−2.50×10⁻⁶'],
    [9.999, '10.0'],
    [0.00099999, '1.00×10⁻³'],
    [0, '0'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [NaN, 'NaN'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  test('is within half a unit of the third digit', () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        // The largest doubles round to a text beyond them.
        fc.pre(value !== 0 && Math.abs(value) < 1.79e308);
        expect(Math.abs(readBack(formatNumber(value)) / value - 1)).toBeLessThanOrEqual(0.00501);
      }),
      { numRuns: 3000 },
    );
  });
});

/** The value a formatted number says. */
function readBack(text: string): number {
  const [mantissa = '', exponent = ''] = text.split('×10');
  const digits = [...exponent].map((raised) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(raised));
  const power = digits.map((digit) => (digit < 0 ? '-' : String(digit))).join('');
  return Number(`${mantissa.replaceAll('\u202f', '').replace('−', '-')}e${power || 0}`);
}

test('formatExactly gives every digit back', () => {
  fc.assert(
    fc.property(anyNumber, (value) => {
      expect(Object.is(parseTypedNumber(formatExactly(value)), value)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('formatCount groups digits by narrow spaces, from four digits on', () => {
  expect([0, 999, 2000, 35190, 500000, -1200].map(formatCount)).toEqual([
    '0',
    '999',
    '2\u202f000',
    '35\u202f190',
    '500\u202f000',
    '−1\u202f200',
  ]);
});

test('formatSetting adds no digit', () => {
  expect([0.1, 0.05, 2000, 1e-5, 2.5e-4, -3, 0, 1.5e9].map(formatSetting)).toEqual([
    '0.1',
    '0.05',
    '2\u202f000',
    '10⁻⁵',
    '2.5×10⁻⁴',
    '−3',
    '0',
    '1.5×10⁹',
  ]);
});

test('formatPercent has one decimal, and a space as the language wants it', () => {
  setLocale('zh-CN');
  expect(formatPercent(0.9667)).toBe('96.7%');
  setLocale('en');
  expect(formatPercent(0.9667)).toBe('96.7\u202f%');
  expect(formatPercent(-0.72, 0)).toBe('−72\u202f%');
});

test('superscript raises digits and minus', () => {
  expect(superscript(-27)).toBe('⁻²⁷');
  expect(superscript(1048)).toBe('¹⁰⁴⁸');
});

test('formatBytes has the unit that leaves less than a thousand', () => {
  const sizes = [0, 640_000, 999_499, 999_500, 999_999, 8_240_000, 9_950_000, 1.3e9, 2.5e15];
  expect(sizes.map(formatBytes)).toEqual(
    ['0 KB', '640 KB', '999 KB', '1.0 MB', '1.0 MB', '8.2 MB', '9.9 MB', '1.3 GB', '2 500 TB'].map(
      (text) => text.replace(/ (?=\d)/, '\u202f').replace(' ', '\u00a0'),
    ),
  );
});
