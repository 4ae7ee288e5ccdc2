import { expect, test } from 'vitest';
import { withinReach } from '../../../../renderer/src/charts/where/draw-walks.ts';

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
