import { expect, test } from 'vitest';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { MetricChunk } from '../../../core/training/metrics.ts';

const chunk = (first: number, stride: number, ...values: number[]): MetricChunk => ({
  metric: 'train/loss',
  first,
  stride,
  values: Float64Array.from(values),
});

test('the value at a step is the last one recorded up to it', () => {
  const buffer = new SeriesBuffer();
  expect(buffer.at(0)).toBeNull();
  buffer.append(chunk(10, 5, 1, 2, 3));
  buffer.append(chunk(22, 1, 4));
  expect(buffer.at(9)).toBeNull();
  expect(buffer.at(14)).toEqual({ step: 10, value: 1 });
  expect(buffer.at(21)).toEqual({ step: 20, value: 3 });
  expect(buffer.at(1000)).toEqual({ step: 22, value: 4 });
  expect([buffer.firstStep, buffer.lastStep]).toEqual([10, 22]);
});

test('a chunk given twice, or overlapping, is taken once', () => {
  const buffer = new SeriesBuffer();
  buffer.append(chunk(0, 1, 1, 2, 3));
  buffer.append(chunk(0, 1, 1, 2, 3));
  buffer.append(chunk(2, 1, 3, 4));
  const { first, min } = buffer.view(0, 10, 1000);
  expect([...first]).toEqual([0, 1, 2, 3]);
  expect([...min]).toEqual([1, 2, 3, 4]);
});

test('points are the values recorded in a range one by one, across changes of spacing', () => {
  const buffer = new SeriesBuffer();
  const pointsOf = (from: number, to: number): readonly (readonly number[])[] => {
    const { steps, values } = buffer.points(from, to);
    return [[...steps], [...values]];
  };
  expect(pointsOf(0, 9)).toEqual([[], []]);
  buffer.append(chunk(10, 5, 1, 2, NaN));
  expect(pointsOf(11, 20)).toEqual([
    [15, 20],
    [2, NaN],
  ]);
  buffer.append(chunk(22, 1, 4, 5));
  expect(pointsOf(20, 22)).toEqual([
    [20, 22],
    [NaN, 4],
  ]);
  expect(pointsOf(30, 40)).toEqual([[], []]);
});
