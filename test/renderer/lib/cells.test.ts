import { expect, test } from 'vitest';
import { fitCells, type PictureIn } from '../../../renderer/src/lib/cells.ts';

const around = { heading: 20, gap: 10, readable: 0 };

test.each([
  [1, { width: 400, height: 420 }, { columns: 1, rows: 1, side: 400 }],
  [2, { width: 410, height: 300 }, { columns: 2, rows: 1, side: 200 }],
  [4, { width: 410, height: 450 }, { columns: 2, rows: 2, side: 200 }],
  [8, { width: 410, height: 240 }, { columns: 4, rows: 2, side: 95 }],
  [8, { width: 210, height: 900 }, { columns: 2, rows: 4, side: 100 }],
  [3, { width: 1000, height: 120 }, { columns: 3, rows: 1, side: 100 }],
])('%i squares in %j', (count, room, { columns, rows, side }) => {
  expect(fitCells(count, room, around)).toEqual({ columns, rows, width: side, height: side });
});

test('they never leave their room', () => {
  for (let count = 1; count <= 8; count++) {
    for (const room of [
      { width: 296, height: 180 },
      { width: 900, height: 500 },
    ]) {
      for (const readable of [0, 90]) {
        const { columns, rows, width, height } = fitCells(count, room, { ...around, readable });
        expect(columns * rows).toBeGreaterThanOrEqual(count);
        expect(columns * width + (columns - 1) * 10).toBeLessThanOrEqual(room.width);
        expect(rows * (height + 20) + (rows - 1) * 10).toBeLessThanOrEqual(room.height);
      }
    }
  }
});

test('names that can be read are worth a quarter of the size, and no more', () => {
  const columns = (height: number): number =>
    fitCells(4, { width: 296, height }, { ...around, readable: 90 }).columns;
  // Four in a row are 66 wide; two by two are 55 high, then 46.
  expect([160, 142].map(columns)).toEqual([2, 4]);
  expect(fitCells(4, { width: 296, height: 160 }, around).columns).toBe(4);
});

test('pictures that are no squares choose what makes them largest, and take what they fill', () => {
  // Half as high as wide.
  const flat: PictureIn = ({ width, height }) => {
    const scale = Math.floor(Math.min(width / 2, height));
    return { width: 2 * scale, height: scale, scale };
  };
  const room = { width: 400, height: 400 };
  expect(fitCells(2, room, around)).toMatchObject({ columns: 2, width: 195 });
  expect(fitCells(2, room, around, flat)).toEqual({ columns: 1, rows: 2, width: 350, height: 175 });
});
