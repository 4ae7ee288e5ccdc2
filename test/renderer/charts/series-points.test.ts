import { describe, expect, test } from 'vitest';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import { seriesPoints } from '../../../renderer/src/charts/series-points.ts';
import { fc } from '../../support/seed.ts';

function viewOf(values: readonly number[], columns: number) {
  const buffer = new SeriesBuffer();
  buffer.append({ metric: 'train/loss', first: 0, stride: 1, values: Float64Array.from(values) });
  return buffer.view(0, values.length - 1, columns);
}

const value = fc.oneof(
  { weight: 12, arbitrary: fc.double({ min: 1e-9, max: 1e9, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
  { weight: 1, arbitrary: fc.constantFrom(0, -3) },
);

describe('seriesPoints', () => {
  test('draws the true extremes of every pixel column and marks what is not finite', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 2, maxLength: 3000 }),
        fc.integer({ min: 10, max: 400 }),
        (values, columns) => {
          const width = (values.length - 1) / columns;
          const { points, nonFinite } = seriesPoints(
            viewOf(values, columns * 2),
            'linear',
            0,
            width,
          );
          const finite = points.filter(({ y }) => !Number.isNaN(y));
          // What is drawn in any window of steps reaches exactly as far as the values there, one
          // column at either side apart.
          for (let from = 0; from < values.length; from += Math.max(1, Math.floor(width * 3))) {
            const to = Math.min(values.length - 1, from + Math.ceil(width * 4));
            const inside = values.slice(from, to + 1).filter(Number.isFinite);
            const near = finite.filter(({ x }) => x >= from - width && x <= to + width);
            if (inside.length === 0) continue;
            const drawn = near.map(({ y }) => y);
            expect(Math.min(...drawn)).toBeLessThanOrEqual(Math.min(...inside));
            expect(Math.max(...drawn)).toBeGreaterThanOrEqual(Math.max(...inside));
          }
          const all = values.filter(Number.isFinite);
          for (const { y } of finite) expect(all).toContain(y);
          values.forEach((one, step) => {
            if (Number.isFinite(one)) return;
            expect(nonFinite.some((at) => Math.abs(at - step) <= Math.max(1, width))).toBe(true);
          });
          if (all.length === values.length) expect(nonFinite).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('has at most two points in a column, whatever the length', () => {
    const values = Array.from({ length: 200_000 }, (_, t) => 1 + Math.sin(t * 12.9898) * 0.9);
    const { points } = seriesPoints(viewOf(values, 2000), 'log', 1e-3, values.length / 500);
    expect(points.length).toBeLessThanOrEqual(2 * 501);
    expect(points.length).toBeGreaterThan(900);
  });

  test('interrupts the line where a stretch has no finite value', () => {
    const { points } = seriesPoints(viewOf([1, 2, NaN, NaN, 3, 4], 6), 'linear', 0, 1);
    expect(points.map(({ y }) => y)).toEqual([1, 2, NaN, 3, 4]);
  });

  test('shows a single value between two gaps as a dash', () => {
    const { points } = seriesPoints(viewOf([NaN, 5, NaN, 1, 2], 5), 'linear', 0, 1);
    expect(points.slice(0, 2)).toEqual([
      { x: 0.5, y: 5 },
      { x: 1.5, y: 5 },
    ]);
    expect(points[2]!.y).toBeNaN();
  });

  test('takes zero and below to the floor of a log axis, and says where', () => {
    const { points, belowZero } = seriesPoints(viewOf([1, 0, -2, 1], 4), 'log', 1e-6, 1);
    expect(points.map(({ y }) => y)).toEqual([1, 1e-6, 1e-6, 1]);
    expect(belowZero).toEqual([1, 2]);
    expect(seriesPoints(viewOf([1, 0], 2), 'linear', 0, 1).belowZero).toEqual([]);
  });

  test('keeps the last finite point as the end', () => {
    expect(seriesPoints(viewOf([1, 2, Infinity], 3), 'linear', 0, 1).end).toEqual({ x: 1, y: 2 });
    expect(seriesPoints(viewOf([NaN, NaN], 2), 'linear', 0, 1).end).toBeNull();
    expect(seriesPoints(viewOf([], 2), 'linear', 0, 1)).toEqual({
      points: [],
      nonFinite: [],
      belowZero: [],
      end: null,
    });
  });

  test('puts steps where they stand on the axis; where several stand together, one column holds them', () => {
    const places = { at: (step: number) => [0, 5, 5, 5, 6][step]!, nearestStep: Math.round };
    const { points, nonFinite, end } = seriesPoints(
      viewOf([1, 4, NaN, 3, 2], 5),
      'linear',
      0,
      0.5,
      places,
    );
    expect(nonFinite).toEqual([5]);
    expect(points).toEqual([
      { x: 0, y: 1 },
      { x: 5, y: 4 },
      { x: 5, y: NaN },
      { x: 5, y: 3 },
      { x: 6, y: 2 },
    ]);
    expect(end).toEqual({ x: 6, y: 2 });
    const together = seriesPoints(viewOf([1, 4, 2, 3, 2], 5), 'linear', 0, 0.5, places);
    expect(together.points).toEqual([
      { x: 0, y: 1 },
      { x: 5, y: 2 },
      { x: 5, y: 4 },
      { x: 6, y: 2 },
    ]);
  });
});
