import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  lineTops,
  rowWindow,
  scrollToLine,
} from '../../../../renderer/src/lib/runs-table/row-window.ts';

const lists = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 200 });

test('every line in sight is drawn, and the rest is room of the right height', () => {
  fc.assert(
    fc.property(lists, fc.nat(9000), fc.nat(900), fc.nat(300), (heights, top, height, spare) => {
      const tops = lineTops(heights);
      const total = tops.at(-1)!;
      const seen = Math.min(top, Math.max(0, total - height));
      const { first, end, before, after } = rowWindow(tops, top, height, spare);
      const drawn = heights.slice(first, end).reduce((sum, one) => sum + one, 0);
      expect(before + drawn + after).toBe(total);
      heights.forEach((_, i) => {
        const inSight = tops[i + 1]! > seen && tops[i]! < seen + height;
        if (inSight) expect(i >= first && i < end).toBe(true);
      });
    }),
  );
});

test('a thousand lines draw no more than fit and their surroundings', () => {
  const tops = lineTops(Array.from({ length: 1000 }, () => 36));
  const { first, end } = rowWindow(tops, 18_000, 720, 180);
  expect(end - first).toBeLessThanOrEqual(32);
  expect(first).toBe(495);
});

test('a list shorter than the window, and an empty one', () => {
  expect(rowWindow(lineTops([36, 36]), 500, 700, 100)).toEqual({
    first: 0,
    end: 2,
    before: 0,
    after: 0,
  });
  expect(rowWindow(lineTops([]), 0, 700, 100)).toEqual({ first: 0, end: 0, before: 0, after: 0 });
});

test('scrolls no further than needed for a line to be seen whole', () => {
  const tops = lineTops([10, 20, 30, 40]);
  expect(scrollToLine(tops, 1, 0, 30)).toBeNull();
  expect(scrollToLine(tops, 2, 0, 30)).toBe(30);
  expect(scrollToLine(tops, 0, 5, 30)).toBe(0);
});
