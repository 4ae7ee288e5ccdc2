import { expect, test } from 'vitest';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import { sparkOf } from '../../../renderer/src/charts/spark.ts';

function viewOf(values: readonly number[]) {
  const buffer = new SeriesBuffer();
  buffer.append({ metric: 'train/loss', first: 0, stride: 1, values: Float64Array.from(values) });
  return buffer.view(0, values.length - 1, 200);
}
const size = { width: 90, height: 22, yScale: 'log' } as const;

test('runs from the upper left to the lower right for a falling loss', () => {
  const spark = sparkOf({ view: viewOf([1, 0.1, 0.01]), ...size })!;
  expect(spark.path).toBe('M1.0 4.0L43.5 11.0L86.0 18.0');
  expect(spark.end).toEqual({ x: 86, y: 18 });
});

test('stops where the run stopped, on an axis that is longer', () => {
  const spark = sparkOf({ view: viewOf([1, 0.1, 0.01]), ...size, xDomain: [0, 20] })!;
  expect(spark.end.x).toBeCloseTo(9.5, 6);
});

test('interrupts the path at values that are not finite', () => {
  expect(sparkOf({ view: viewOf([1, 2, NaN, 1, 2]), ...size })!.path.match(/M/g)).toHaveLength(2);
});

test('draws nothing of a series without a value it could show', () => {
  expect(sparkOf({ view: viewOf([NaN, Infinity]), ...size })).toBeNull();
  expect(sparkOf({ view: viewOf([0, -1]), ...size })).toBeNull();
  expect(sparkOf({ view: viewOf([0, -1]), ...size, yScale: 'linear' })).not.toBeNull();
});

test('puts a constant in the middle', () => {
  expect(sparkOf({ view: viewOf([0.3, 0.3]), ...size })!.end.y).toBe(11);
});
