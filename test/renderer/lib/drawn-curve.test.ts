import { describe, expect, test } from 'vitest';
import {
  bendTo,
  drawOver,
  heightOf,
  MOST_POINTS,
  strokeBetween,
  thinned,
  valueAtHeight,
  valueOn,
  type DrawingFrame,
  type DrawnCurve,
} from '../../../renderer/src/lib/drawn-curve.ts';

const even = (step: number): number => step;
const linear: DrawingFrame = { steps: [0, 10], range: [0, 8], scale: 'linear', place: even };
const log: DrawingFrame = { steps: [0, 10], range: [1e-4, 1], scale: 'log', place: even };

describe('the paper', () => {
  test('has heights in its own scale, and nothing beyond its edges', () => {
    expect([-1, 0, 2, 8, 9].map((value) => heightOf(value, linear))).toEqual([0, 0, 0.25, 1, 1]);
    expect(heightOf(1e-3, log)).toBeCloseTo(0.25, 12);
    expect([0, 1e-9, 50].map((value) => heightOf(value, log))).toEqual([0, 0, 1]);
  });

  test.each([linear, log])('gives back the value at a height', (frame) => {
    for (const height of [0, 0.3, 1]) {
      expect(heightOf(valueAtHeight(height, frame), frame)).toBeCloseTo(height, 12);
    }
    expect(valueAtHeight(7, frame)).toBeCloseTo(frame.range[1], 12);
  });
});

describe('a curve', () => {
  test('is straight on the paper: in values on a linear axis, in ratios on a logarithmic one', () => {
    const twoPoints = (a: number, b: number): DrawnCurve => [
      [2, a],
      [6, b],
    ];
    expect(valueOn(twoPoints(8, 0), 3, linear)).toBe(6);
    expect(valueOn(twoPoints(1e-1, 1e-3), 4, log)).toBeCloseTo(1e-2, 12);
    expect(valueOn(twoPoints(8, 0), 1, linear)).toBeNull();
    expect(valueOn(twoPoints(8, 0), 7, linear)).toBeNull();
    expect(valueOn([], 1, linear)).toBeNull();
  });

  test('is straight along the axis it is drawn on, which may be logarithmic too', () => {
    const frame = { ...linear, place: Math.log1p };
    const halfway = Math.sqrt(3 + 1) - 1;
    const curve: DrawnCurve = [
      [0, 8],
      [3, 0],
    ];
    expect(valueOn(curve, halfway, frame)).toBeCloseTo(4, 12);
  });

  test('a stroke has a point at every step on its way, whichever way it went', () => {
    const there = strokeBetween([1, 2], [4, 8], linear);
    expect(there.map(([step, value]) => [step, Math.round(value * 1e9) / 1e9])).toEqual([
      [1, 2],
      [2, 4],
      [3, 6],
      [4, 8],
    ]);
    expect(strokeBetween([4, 8], [1, 2], linear)).toEqual(there);
    // The pointer went straight up: it is where it came to.
    expect(strokeBetween([1, 2], [1, 5], linear)).toEqual([[1, 5]]);
  });

  test('drawing over a part of it replaces that part alone', () => {
    const curve: DrawnCurve = [
      [0, 8],
      [8, 0],
    ];
    const over = drawOver(
      curve,
      [
        [3, 1],
        [4, 1],
        [5, 1],
      ],
      linear,
    );
    expect(over).toEqual([
      [0, 8],
      [2, 6],
      [3, 1],
      [4, 1],
      [5, 1],
      [6, 2],
      [8, 0],
    ]);
    expect(drawOver([], [[3, 1]], linear)).toEqual([[3, 1]]);
    // Behind its end it is joined.
    expect(drawOver(curve, [[10, 1]], linear)).toEqual([...curve, [10, 1]]);
  });

  test('bends to a point set by keys, which takes the place of those near it', () => {
    const curve: DrawnCurve = [
      [0, 8],
      [4, 4],
      [5, 3],
      [8, 0],
    ];
    expect(bendTo(curve, [5, 7], 0.2, linear)).toEqual([
      [0, 8],
      [5, 7],
      [8, 0],
    ]);
  });
});

describe('thinning', () => {
  test('leaves of straight lines their ends and corners', () => {
    const dense = [
      ...strokeBetween([0, 8], [4, 2], linear),
      ...strokeBetween([5, 2], [10, 2], linear),
    ];
    expect(thinned(dense, linear)).toEqual([
      [0, 8],
      [4, 2],
      [10, 2],
    ]);
  });

  test('keeps at most so many points, the ends among them, and stays near the curve', () => {
    const wide = { ...log, steps: [0, 1000] } as const;
    const dense = Array.from({ length: 1001 }, (_, step) => {
      const height = 0.5 + 0.4 * Math.sin(step / 40) * Math.cos(step / 13);
      return [step, valueAtHeight(height, wide)] as const;
    });
    const thin = thinned(dense, wide);
    expect(thin).toHaveLength(MOST_POINTS);
    expect([thin[0]![0], thin.at(-1)![0]]).toEqual([0, 1000]);
    const steps = thin.map(([step]) => step);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    for (const [step, value] of dense) {
      const off = heightOf(valueOn(thin, step, wide)!, wide) - heightOf(value, wide);
      expect(Math.abs(off)).toBeLessThan(0.06);
    }
  });

  test('of nothing there is nothing, and a value is kept with four digits', () => {
    expect(thinned([], linear)).toEqual([]);
    expect(thinned([[3, Math.PI]], linear)).toEqual([[3, 3.142]]);
  });
});
