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
