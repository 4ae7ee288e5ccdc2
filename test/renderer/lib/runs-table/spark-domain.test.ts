import { expect, test } from 'vitest';
import { SeriesBuffer } from '../../../../core/analysis/series-buffer.ts';
import type { SeriesView } from '../../../../core/analysis/series-view.ts';
import { sparkDomain } from '../../../../renderer/src/lib/runs-table/spark-domain.ts';

function view(...values: number[]): SeriesView {
  const buffer = new SeriesBuffer();
  buffer.append({
    metric: 'train/loss',
    first: 0,
    stride: 1,
    values: Float64Array.from(values),
  });
  return buffer.view(0, values.length - 1, 64);
}

test('reaches from the highest start to the lowest value', () => {
  expect(sparkDomain([view(2, 1, 0.5), view(4, 0.1)])).toEqual([0.1, 4]);
});

test('one that diverges does not press the others flat', () => {
  expect(sparkDomain([view(2, 1), view(2, 1e200, Infinity)])).toEqual([1, 2]);
});

test('one that falls without end does not either', () => {
  const [low, high] = sparkDomain([view(1, 1e-300)])!;
  expect(high).toBe(1);
  expect(low).toBeGreaterThan(1e-13);
});

test('nothing above zero has no range; one value has room on both sides', () => {
  expect(sparkDomain([view(-1, NaN)])).toBeNull();
  expect(sparkDomain([view(3)])).toEqual([1.5, 6]);
});
