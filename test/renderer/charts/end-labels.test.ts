import { expect, test } from 'vitest';
import { placeLabels } from '../../../renderer/src/charts/end-labels.ts';
import { fc } from '../../support/seed.ts';

const GAP = 16;
const wish = (heights: readonly number[]): { wanted: number }[] =>
  heights.map((wanted) => ({ wanted }));

test('leaves labels that do not touch where they want to be', () => {
  expect(placeLabels(wish([10, 60, 100]), GAP, 0, 200)).toEqual([10, 60, 100]);
});

test('moves two that touch apart by the same distance', () => {
  expect(placeLabels(wish([100, 104]), GAP, 0, 200)).toEqual([94, 110]);
});

test('keeps the order in which labels were given for equal wishes', () => {
  expect(placeLabels(wish([50, 50, 50]), GAP, 0, 200)).toEqual([34, 50, 66]);
});

test('keeps inside the pane', () => {
  expect(placeLabels(wish([198, 199, 200]), GAP, 0, 200)).toEqual([168, 184, 200]);
  expect(placeLabels(wish([-50, 2]), GAP, 0, 200)).toEqual([0, 16]);
});

test('labels never overlap, keep the order of their lines, and stay inside while there is room', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -100, max: 500, noNaN: true }), { maxLength: 14 }),
      fc.integer({ min: 40, max: 400 }),
      (heights, bottom) => {
        const placed = placeLabels(wish(heights), GAP, 0, bottom);
        const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]! || a - b);
        for (let i = 1; i < order.length; i++) {
          const distance = placed[order[i]!]! - placed[order[i - 1]!]!;
          expect(distance).toBeGreaterThanOrEqual(GAP - 1e-6);
        }
        if ((heights.length - 1) * GAP > bottom) return;
        for (const height of placed) {
          expect(height).toBeGreaterThanOrEqual(-1e-9);
          expect(height).toBeLessThanOrEqual(bottom + 1e-9);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
