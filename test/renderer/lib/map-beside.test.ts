import { expect, test } from 'vitest';
import { mapBelow, mapBeside } from '../../../renderer/src/lib/map-beside.ts';

test('a map is as large as height and width allow, and the charts keep the larger part', () => {
  expect(mapBeside(1300, 450)).toBe(414);
  expect(mapBeside(1300, 2000)).toBe(520);
  // Of 950 pixels charts keep 600.
  expect(mapBeside(950, 450)).toBe(326);
});

test('where the charts need the room there is none beside them, but below', () => {
  expect(mapBeside(700, 450)).toBe(0);
  expect(mapBeside(1300, 180)).toBe(0);
  expect(mapBelow(700)).toBe(320);
  expect(mapBelow(240)).toBe(240);
  // Before anything was laid out.
  expect([mapBeside(0, 0), mapBelow(0)]).toEqual([0, 0]);
});
