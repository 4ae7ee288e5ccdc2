import { describe, expect, test } from 'vitest';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import { TravelSeries } from '../../../core/analysis/travel-series.ts';
import {
  coarseStretches,
  piecesAlong,
  viewBetween,
  viewInPieces,
  withFiner,
} from '../../../renderer/src/lib/view-pieces.ts';

const STEPS = 200_000;
const COLUMNS = 500;

function travelOf(rate: (step: number) => number): TravelSeries {
  const travel = new TravelSeries();
  travel.append(Float64Array.from({ length: STEPS }, (_, s) => rate(s)));
  return travel;
}

/** A series whose value tells its step. */
const ramp = new SeriesBuffer();
ramp.append({
  metric: 'train/loss',
  first: 0,
  stride: 1,
  values: Float64Array.from({ length: STEPS + 1 }, (_, s) => s),
});
const look = (from: number, to: number, columns: number): SeriesView =>
  ramp.view(from, to, columns);

/** Every step in one bucket, and the values of a bucket those of its steps. */
function expectWhole(view: SeriesView): void {
  let next = 0;
  view.first.forEach((first, i) => {
    expect(first).toBe(next);
    expect([view.min[i], view.max[i]]).toEqual([first, view.last[i]]);
    next = view.last[i]! + 1;
  });
  expect(next).toBe(STEPS + 1);
}

const schedules = {
  constant: () => 0.1,
  'inverse time': (s: number) => 0.1 / (1 + 0.05 * s),
  exponential: (s: number) => 0.1 * 0.999 ** s,
  'zero at the end': (s: number) => Math.max(0, 0.1 * (1 - s / 2000)),
  cycles: (s: number) => 0.05 * (1 - Math.cos(s / 300)),
} as const;

describe.each(Object.entries(schedules))('along the travel of %s', (_, rate) => {
  const travel = travelOf(rate);
  const end = travel.at(STEPS);
  const pieces = piecesAlong(travel, end, COLUMNS, STEPS);

  test('no bucket is wider than a pixel column, and none is missing', () => {
    const view = viewInPieces(look, pieces)!;
    expectWhole(view);
    view.first.forEach((first, i) => {
      expect(travel.at(view.last[i]!) - travel.at(first)).toBeLessThanOrEqual(
        (end / COLUMNS) * (1 + 1e-9),
      );
    });
    expect(view.first.length).toBeLessThan(6 * COLUMNS);
  });

  test('what was read along the steps is read again only where it is too coarse', () => {
    const coarse = look(0, STEPS, COLUMNS);
    const stretches = coarseStretches(coarse, pieces);
    const finer = stretches.map(({ from, to, columns }) => look(from, to, columns));
    const view = withFiner(coarse, stretches, finer);
    expectWhole(view);
    expect(coarseStretches(view, pieces)).toEqual([]);
    if (rate === schedules.constant) expect(stretches).toEqual([]);
    if (rate === schedules.exponential) expect(stretches.length).toBeGreaterThan(3);
  });
});

test('rates of 0 lead nowhere: the steps are taken as they are', () => {
  const pieces = piecesAlong(
    travelOf(() => 0),
    0,
    COLUMNS,
    STEPS,
  );
  expect(pieces).toEqual([{ from: 0, to: STEPS, columns: COLUMNS }]);
});

test('a part of a view has the buckets that begin in it', () => {
  const view = look(0, STEPS, 100);
  expect(viewBetween(view, 0, STEPS)).toBe(view);
  const part = viewBetween(view, 5000, 20_000);
  expect(part.first[0]).toBeGreaterThanOrEqual(5000);
  expect(part.first.at(-1)).toBeLessThanOrEqual(20_000);
  expect(view.first.filter((first) => first >= 5000 && first <= 20_000)).toEqual(part.first);
});
