import { expect, test } from 'vitest';
import { Passed } from '../../../../renderer/src/charts/where/boxes.ts';
import {
  extremesOf,
  placeLevelLabels,
} from '../../../../renderer/src/charts/where/level-labels.ts';

const SIZE = 200;
const free = (): boolean => false;
const label = (...spots: readonly (readonly [x: number, y: number])[]) => ({
  width: 20,
  spots: spots.map(([x, y]) => ({ x, y })),
});
/** The middle of each label, or null. */
function placed(
  labels: readonly ReturnType<typeof label>[],
  taken: Parameters<typeof placeLevelLabels>[2] = [],
  isOnWay: Parameters<typeof placeLevelLabels>[3] = free,
): (readonly [number, number] | null)[] {
  return placeLevelLabels(labels, SIZE, taken, isOnWay).map(
    (box) => box && [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
  );
}

test('a level is named where its line is lowest, else on another side of it', () => {
  const name = { left: 90, right: 140, top: 150, bottom: 166 };
  const ring = label([100, 160], [100, 40], [160, 100]);
  expect(placed([ring])).toEqual([[100, 160]]);
  expect(placed([ring], [name])).toEqual([[100, 40]]);
});

test('off the ways where there is a choice, else upon them, but never under a name', () => {
  const below = ({ top }: { readonly top: number }): boolean => top > 100;
  const ring = label([100, 160], [100, 40]);
  expect(placed([ring], [], below)).toEqual([[100, 40]]);
  expect(placed([ring], [], () => true)).toEqual([[100, 160]]);
  const everywhere = { left: 0, right: SIZE, top: 0, bottom: SIZE };
  expect(placed([ring], [everywhere])).toEqual([null]);
});

test('labels keep off each other and inside of the map', () => {
  expect(placed([label([100, 160]), label([110, 165], [110, 60])])).toEqual([
    [100, 160],
    [110, 60],
  ]);
  expect(placed([label([4, 100], [196, 100])])).toEqual([null]);
});

test('the ends of a level line that leaves the map are not at its rim', () => {
  const frame = { window: { x: [0, 200], y: [0, 200] }, size: SIZE } as const;
  // From below the map up to its middle and out on the right; y is up.
  const segments = Float64Array.of(100, 2, 100, 20, 100, 20, 120, 100, 120, 100, 198, 110);
  expect(extremesOf(segments, frame)).toEqual([
    { x: 100, y: 180 },
    { x: 120, y: 100 },
    { x: 120, y: 100 },
    { x: 100, y: 180 },
  ]);
});

test('a way is passed between its points, too, and nowhere else', () => {
  const passed = new Passed(SIZE);
  passed.line(Float64Array.of(10, 190), Float64Array.of(100, 100));
  const around = (x: number, y: number) => ({
    left: x - 5,
    right: x + 5,
    top: y - 5,
    bottom: y + 5,
  });
  expect(passed.isIn(around(100, 100))).toBe(true);
  expect(passed.isIn(around(100, 60))).toBe(false);
  expect(passed.isIn(around(-50, 100))).toBe(false);
  // A point far away is outside of every part.
  passed.line(Float64Array.of(1e5), Float64Array.of(-1e5));
  expect(passed.isIn(around(195, 5))).toBe(false);
});
