import { describe, expect, test } from 'vitest';
import { compareSeries, nothingCompared } from '../../../core/analysis/parting.ts';
import type { SeriesPoints } from '../../../core/analysis/series-buffer.ts';

/** Values at steps that are `stride` apart, from `first` on. */
function series(values: readonly number[], first = 0, stride = 1): SeriesPoints {
  return {
    steps: Float64Array.from(values, (_, i) => first + i * stride),
    values: Float64Array.from(values),
  };
}

describe('recorded series part', () => {
  test('at the first step at which they are not the same to the last bit', () => {
    const found = compareSeries([series([4, 2, 1, 0.5]), series([4, 2, 1 + 2 ** -52, 0.5])]);
    expect(found).toEqual({ count: 2, first: 0, last: 1, partsAt: 2 });
    expect(compareSeries([series([0]), series([-0])]).partsAt).toBe(0);
  });

  test('nowhere where they are the same as far as both go, and one NaN is as good as another', () => {
    const found = compareSeries([series([4, NaN, Infinity]), series([4, NaN, Infinity, 7])]);
    expect(found).toEqual({ count: 3, first: 0, last: 2, partsAt: null });
  });

  test('where one of several leaves the others', () => {
    const runs = [series([3, 2, 1]), series([3, 2, 1]), series([3, 2, 0])];
    expect(compareSeries(runs)).toMatchObject({ count: 2, partsAt: 2 });
  });

  test('only at steps that all recorded: another stride says nothing in between, nor what one lacks', () => {
    const everySecond = series([5, 3, 9], 0, 2);
    expect(compareSeries([series([5, 4, 3, 2, 1]), everySecond])).toEqual({
      count: 2,
      first: 0,
      last: 2,
      partsAt: 4,
    });
    // A fork has no values before the step at which it leaves.
    expect(compareSeries([series([5, 4, 3, 2]), series([3, 2.5], 2)])).toEqual({
      count: 1,
      first: 2,
      last: 2,
      partsAt: 3,
    });
    expect(compareSeries([series([1, 2], 0, 2), series([1, 2], 1, 2)])).toEqual(nothingCompared);
  });

  test('piece by piece as in one go, and behind `to` nothing is looked at', () => {
    const [a, b] = [series([5, 4, 3]), series([5, 4, 1])];
    const before = compareSeries([a, b], 1);
    expect(before).toEqual({ count: 2, first: 0, last: 1, partsAt: null });
    const behind = compareSeries([series([3], 2), series([1], 2)], Infinity, before);
    expect(behind).toEqual(compareSeries([a, b]));
    expect(compareSeries([series([1], 3), series([1], 3)], Infinity, behind)).toBe(behind);
  });

  test('of one series, or of none, there is nothing to say', () => {
    expect(compareSeries([series([1])])).toBe(nothingCompared);
    expect(compareSeries([])).toBe(nothingCompared);
  });
});
