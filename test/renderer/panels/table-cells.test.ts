import { beforeEach, expect, test } from 'vitest';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { formatPercent } from '../../../renderer/src/lib/format.ts';
import { cellWriter, type CellWriting } from '../../../renderer/src/panels/table-cells.ts';

beforeEach(() => setLocale('en'));

function written(values: readonly (number | null)[], writing: CellWriting): readonly string[] {
  const rows = values.map((value, at) => ({ at, cells: [value] }));
  const write = cellWriter(rows, writing);
  return values.map((value) => write(value, 0));
}

test('a loss that has grown beyond all fractions is written as the one beside it', () => {
  const write = cellWriter([{ at: 2000, cells: [1.86084687403106e167, 3.09e-35] }], {
    counts: false,
  });
  expect(write(1.86084687403106e167, 0)).toBe('1.86×10¹⁶⁷');
  expect(write(3.09e-35, 1)).toBe('3.09×10⁻³⁵');
  expect(written([2 ** 60, -(2 ** 70)], { counts: true })).toEqual(['1.15×10¹⁸', '−1.18×10²¹']);
});

test('along a run a value that happens to be whole has its three digits too', () => {
  expect(written([1, 4], { counts: false })).toEqual(['1.00', '4.00']);
  expect(written([0.5, 1], { counts: true })).toEqual(['0.500', '1.00']);
});

test('counts are written as such', () => {
  expect(written([0, 7, null, 60_000], { counts: true })).toEqual(['0', '7', '—', '60\u202f000']);
});

test('a pane has its own way of writing, for whole numbers too', () => {
  const format = (value: number): string => formatPercent(value);
  expect(written([1, 1], { format, counts: true })).toEqual(['100.0\u202f%', '100.0\u202f%']);
});

test('what is no number is said in words', () => {
  expect(written([NaN, Infinity, -Infinity, 2], { counts: false })).toEqual([
    'not a number',
    'infinite',
    'minus infinite',
    '2.00',
  ]);
});
