import { expect, test } from 'vitest';
import { touches, type Box } from '../../../../renderer/src/charts/where/boxes.ts';
import { nameBox, wayOut, withinReach } from '../../../../renderer/src/charts/where/draw-walks.ts';

const frame = { window: { x: [-1, 1], y: [-1, 1] }, size: 400 } as const;

test('what is on or near the map stays where it is', () => {
  expect(withinReach({ x: 12, y: -3000 }, frame)).toEqual({ x: 12, y: -3000 });
});

test('a point far away along one axis keeps its place on the other', () => {
  const { x, y } = withinReach({ x: -1e165, y: 150 }, frame);
  expect(y).toBe(150);
  expect(x).toBeLessThan(-1e4);
  expect(x).toBeGreaterThan(-1e6);
});

test('one far away along both keeps its direction from the middle', () => {
  const { x, y } = withinReach({ x: 1e200, y: -2e200 }, frame);
  expect((y - 200) / (x - 200)).toBeCloseTo(-2, 12);
  expect(Math.abs(y)).toBeLessThan(1e6);
});

test.each([
  [200, 200],
  [12, 390],
])('long names of runs that are all near (%i, %i) do not stand on each other', (x, y) => {
  const names: Box[] = [];
  for (let i = 0; i < 5; i++) names.push(nameBox({ x: x + i, y: y - i }, 170, 400, names));
  for (const [i, one] of names.entries()) {
    expect(Math.min(one.left, one.top, 400 - one.right, 400 - one.bottom)).toBeGreaterThan(0);
    expect(names.slice(i + 1).filter((other) => touches(one, other))).toEqual([]);
  }
});

test('a way that leaves the map does so where its last stretch crosses the edge', () => {
  const out = (x: readonly number[], y: readonly number[], end: number) =>
    wayOut({ x: Float64Array.from(x), y: Float64Array.from(y), end }, frame);
  const up = out([100, 200, 300], [200, 100, -100], 2)!;
  expect(up.spot.x).toBeCloseTo(250, 12);
  expect(up.spot.y).toBeCloseTo(0, 12);
  expect(up.angle).toBeCloseTo(-Math.atan(2), 12);
  expect(out([390, 490], [50, 50], 1)).toEqual({ spot: { x: 400, y: 50 }, angle: 0 });
  expect(out([100, 200, 300], [200, 100, 50], 2)).toBeNull();
  expect(out([900], [900], 0)).toBeNull();
});
