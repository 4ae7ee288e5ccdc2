import { expect, test } from 'vitest';
import { finiteStretches } from '../../../../renderer/src/charts/where/draw-curve.ts';

test('a curve is drawn in the stretches where it has values, and nowhere else', () => {
  const stretches = (...values: number[]) => finiteStretches(Float64Array.from(values));
  expect(stretches(1, 2, 3)).toEqual([[0, 3]]);
  expect(stretches(NaN, 2, 3, Infinity, NaN, 6)).toEqual([
    [1, 3],
    [5, 6],
  ]);
  expect(stretches(NaN, -Infinity)).toEqual([]);
  expect(stretches()).toEqual([]);
});
