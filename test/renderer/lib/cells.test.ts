import { expect, test } from 'vitest';
import { fitCells } from '../../../renderer/src/lib/cells.ts';

const around = { heading: 20, gap: 10 };

test.each([
  [1, { width: 400, height: 420 }, { columns: 1, rows: 1, side: 400 }],
  [2, { width: 410, height: 300 }, { columns: 2, rows: 1, side: 200 }],
  [4, { width: 410, height: 450 }, { columns: 2, rows: 2, side: 200 }],
  [8, { width: 410, height: 240 }, { columns: 4, rows: 2, side: 95 }],
  [8, { width: 210, height: 900 }, { columns: 2, rows: 4, side: 100 }],
  [3, { width: 1000, height: 120 }, { columns: 3, rows: 1, side: 100 }],
])('%i squares in %j', (count, room, cells) => {
  expect(fitCells(count, room, around)).toEqual(cells);
});

test('they never leave their room', () => {
  for (let count = 1; count <= 8; count++) {
    for (const room of [
      { width: 296, height: 180 },
      { width: 900, height: 500 },
    ]) {
      const { columns, rows, side } = fitCells(count, room, around);
      expect(columns * rows).toBeGreaterThanOrEqual(count);
      expect(columns * side + (columns - 1) * 10).toBeLessThanOrEqual(room.width);
      expect(rows * (side + 20) + (rows - 1) * 10).toBeLessThanOrEqual(room.height);
    }
  }
});
