import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  handleSpot,
  mapWindow,
  steadyWindow,
  toSpot,
  toTheta,
} from '../../../../renderer/src/charts/where/map-frame.ts';

const domain = [
  [-1, 1],
  [-2, 2],
] as const;

test('the window is a square around the domain, and θ₂ points up', () => {
  const window = mapWindow(domain, [0, 0], []);
  expect(window).toEqual({ x: [-2, 2], y: [-2, 2] });
  const frame = { window, size: 400 };
  expect(toSpot(frame, -2, -2)).toEqual({ x: 0, y: 400 });
  expect(toSpot(frame, 0, 1)).toEqual({ x: 200, y: 100 });
});

test('it stays while what it must hold is inside it and not much smaller', () => {
  const square = (half: number, middle = 0) => ({
    x: [middle - half, middle + half] as const,
    y: [-half, half] as const,
  });
  const before = square(3);
  expect(steadyWindow(null, before)).toBe(before);
  expect(steadyWindow(before, square(2))).toBe(before);
  expect(steadyWindow(before, square(3))).toBe(before);
  expect(steadyWindow(before, square(3.75))).toEqual(square(3.75));
  expect(steadyWindow(before, square(1))).toEqual(square(1));
  expect(steadyWindow(before, square(2, 0.5))).toEqual(square(2, 0.5));
});

test('it grows in steps to hold what walks out of it and comes to rest in sight', () => {
  const held = mapWindow(domain, [0, 0], [{ x: [0, 3, 1], y: [0, 0, 0] }]);
  expect(held.x[1]).toBeGreaterThan(3);
  expect(held.x[1] / 2).toBeCloseTo(
    1.25 ** Math.round(Math.log(held.x[1] / 2) / Math.log(1.25)),
    9,
  );
});

test('it does not grow after what runs away, however long that is in sight', () => {
  const own = mapWindow(domain, [0, 0], []);
  expect(mapWindow(domain, [0, 0], [{ x: [0, 3, -5, 9], y: [0, 0, 0, 0] }])).toEqual(own);
  expect(mapWindow(domain, [0, 0], [{ x: [0, 3, NaN], y: [0, 0, 0] }])).toEqual(own);
  expect(mapWindow(domain, [0, 0], [{ x: [0], y: [1e300] }])).toEqual(own);
  // One that only swings out, and comes back, is held as far as it is near.
  const swung = mapWindow(domain, [0, 0], [{ x: [0, 4, 900, 0], y: [0, 0, 0, 0] }]);
  expect(swung.x[1]).toBeGreaterThan(4);
  expect(swung.x[1]).toBeLessThan(10);
});

test('it holds the start, also where that lies outside of what the objective asks for', () => {
  const far = mapWindow(domain, [15, 1], []);
  expect(far.x[1]).toBeGreaterThan(15);
  expect(mapWindow(domain, [1e6, 1], [])).toEqual(mapWindow(domain, [0, 0], []));
});

test('a pixel becomes θ and comes back to the same pixel', () => {
  const frame = { window: mapWindow(domain, [0, 0], []), size: 448 };
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 448, noNaN: true }),
      fc.double({ min: 0, max: 448, noNaN: true }),
      (x, y) => {
        const [theta1, theta2] = toTheta(frame, { x, y });
        const back = toSpot(frame, theta1, theta2);
        expect(Math.abs(back.x - x)).toBeLessThan(1);
        expect(Math.abs(back.y - y)).toBeLessThan(1);
        expect(String(theta1).length).toBeLessThan(9);
      },
    ),
  );
});

test('a handle stands at its spot up to the edge, and beyond it whole at the border', () => {
  expect(handleSpot({ x: 0, y: 400 }, 400)).toEqual({ x: 0, y: 400, outside: false });
  expect(handleSpot({ x: 500, y: 100 }, 400)).toEqual({ x: 391, y: 100, outside: true });
  expect(handleSpot({ x: -1e9, y: 401 }, 400)).toEqual({ x: 9, y: 391, outside: true });
  expect(handleSpot({ x: 20, y: NaN }, 400)).toEqual({ x: 20, y: 391, outside: true });
});
