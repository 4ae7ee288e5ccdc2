import { expect, test } from 'vitest';
import {
  placeMarks,
  type PlacedMark,
  type WantedMark,
} from '../../../../renderer/src/charts/values/mark-places.ts';

const mark = (at: number, left: boolean, ...words: readonly string[]): WantedMark => ({
  at,
  left,
  texts: words.map((text) => ({ text, width: text.length * 6 })),
});

/** Words that meet others, and words that a line runs through, which begins in the row of its own. */
function faults(marks: readonly WantedMark[], placed: readonly PlacedMark[]): readonly string[] {
  return placed.flatMap((one, i) =>
    marks.flatMap((other, k) => {
      const words = placed[k]!;
      const meets =
        k > i &&
        one.row === words.row &&
        one.from < words.from + words.width &&
        words.from < one.from + one.width;
      const crossed =
        k !== i && words.row <= one.row && one.from < other.at && other.at < one.from + one.width;
      return meets || crossed ? [`${one.text} and ${words.text}`] : [];
    }),
  );
}

/** A range test of the noisy bowl, at the pixels it has in a large window. */
const rangeTest = [
  mark(890, true, '2/L = 2, above this it diverges', '2/L = 2'),
  mark(755, false, 'steepest 0.0289'),
  mark(828, false, 'lowest 0.276'),
  mark(866, false, 'blow-up 0.931'),
];

test('no line runs through the words of another, and no words meet', () => {
  const placed = placeMarks(rangeTest, [612, 993]);
  expect(faults(rangeTest, placed)).toEqual([]);
  expect(placed.map(({ text }) => text)).toEqual([
    '2/L = 2',
    'steepest 0.0289',
    'lowest 0.276',
    'blow-up 0.931',
  ]);
  for (const shift of [0, 7, 23, 40, 61, 90]) {
    const moved = rangeTest.map((one, i) => ({ ...one, at: one.at - (i === 0 ? 0 : shift) }));
    expect(faults(moved, placeMarks(moved, [612, 993]))).toEqual([]);
  }
});

test('a limit that stands alone has its words in full, on its left', () => {
  const [alone] = placeMarks([rangeTest[0]!], [612, 993]);
  expect(alone).toMatchObject({ text: '2/L = 2, above this it diverges', row: 0 });
  expect(alone!.from + alone!.width).toBeLessThan(890);
});

test('words that do not fit on their side stand on the other', () => {
  const [near] = placeMarks([mark(980, false, 'blow-up 0.931')], [612, 993]);
  expect(near!.from + near!.width).toBeLessThan(980);
});
