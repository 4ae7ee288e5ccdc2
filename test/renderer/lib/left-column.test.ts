import { expect, test } from 'vitest';
import {
  areFew,
  isStacked,
  LEAST_MAP,
  leftColumn,
  mapAbove,
  wholeMap,
} from '../../../renderer/src/lib/left-column.ts';

const wide = { width: 1040, height: 760, narrow: false };
const narrow = { width: 760, height: 520, narrow: true };

test('the map is a square that leaves the table its room', () => {
  const { map, width } = leftColumn(wide, 2, {});
  expect(map).toBe(Math.floor(Math.min(0.44 * 1040, 760 - 110 - 2 * 30 - 140)));
  expect(width).toBe(map);
});

test('more runs make the table higher and the map smaller, and a dense table is denser', () => {
  const heights = [1, 2, 4, 8].map((runs) => leftColumn({ ...wide, height: 560 }, runs, {}).map);
  expect(heights).toEqual([280, 250, 190, 134]);
});

test('so many pictures side by side have the room of a long verdict', () => {
  expect([areFew(4), areFew(5), areFew(4, 2), areFew(4, 3), areFew(1, 3)]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
  const { map } = leftColumn(narrow, 4, {}, areFew(4));
  expect(leftColumn(narrow, 4, {}, areFew(4, 4)).map).toBe(map + 4 * (30 - 25) + (140 - 66));
});

test('the column stays as wide as its table needs', () => {
  for (const room of [wide, narrow]) {
    const { width, map, leastWidth } = leftColumn({ ...room, height: 300 }, 8, {});
    expect(map).toBe(LEAST_MAP);
    expect(width).toBe(leastWidth);
  }
  expect(leftColumn(narrow, 2, {}).leastWidth).toBeLessThan(leftColumn(wide, 2, {}).leastWidth);
});

test('a width that was given is kept within what table and charts need', () => {
  const widthAt = (left: number): number => leftColumn(wide, 2, { left }).width;
  expect(widthAt(0.5)).toBe(520);
  expect(widthAt(0)).toBe(leftColumn(wide, 2, {}).leastWidth);
  expect(widthAt(1)).toBe(leftColumn(wide, 2, {}).mostWidth);
});

test('a height that was given may take the room of the verdict, not that of the table', () => {
  const { map, highestMap } = leftColumn(wide, 2, { map: 1 });
  expect(map).toBe(760 - 110 - 2 * 30);
  expect(highestMap).toBe(map);
  expect(leftColumn(wide, 2, { map: 0 }).map).toBe(LEAST_MAP);
});

test('where map and charts have no room side by side, the map stands above and leaves them more', () => {
  expect(isStacked(narrow)).toBe(false);
  // 1024 × 640 with the step card open.
  const beside = { width: 560, height: 540, narrow: true };
  expect(isStacked(beside)).toBe(true);
  const { map, model } = mapAbove(beside);
  expect(map).toBeLessThan(540 / 2);
  expect(560 - model).toBeGreaterThan(296);
  expect(mapAbove({ ...beside, height: 200 }).map).toBe(LEAST_MAP);
});

test('the map that fills the stage has the table beside it where it loses little', () => {
  expect(wholeMap(wide)).toEqual({ map: 660, table: true });
  expect(wholeMap({ width: 640, height: 700, narrow: true })).toEqual({ map: 584, table: false });
  expect(wholeMap({ width: 50, height: 50, narrow: true }).map).toBe(LEAST_MAP);
});
