import { expect, test } from 'vitest';
import { TravelSeries } from '../../../core/analysis/travel-series.ts';
import { expectedColumns, bowl } from '../../support/experiments.ts';
import { fc } from '../../support/seed.ts';

function travelled(...parts: readonly (readonly number[])[]): TravelSeries {
  const travel = new TravelSeries();
  for (const rates of parts) travel.append(rates);
  return travel;
}

test('at step s it is the sum of the rates that the first s updates used, added in their order, to the bit', () => {
  const config = bowl({
    totalSteps: 3000,
    schedule: { id: 'inverse-time', params: { decay: 0.01 } },
  });
  const used = expectedColumns(config).get('optim/lr')!.values;
  const travel = travelled([...used.subarray(0, 1234)], [...used.subarray(1234)]);
  expect(travel.lastStep).toBe(3000);
  let sum = 0;
  used.forEach((rate, s) => {
    expect(travel.at(s)).toBe(sum);
    sum += rate;
  });
  expect(travel.at(3000)).toBe(sum);
});

test('between two steps it grows evenly, and beyond its ends it stays', () => {
  const travel = travelled([0.5, 0.25]);
  expect([-1, 0, 0.5, 1, 1.5, 2, 3].map((step) => travel.at(step))).toEqual([
    0, 0, 0.25, 0.5, 0.625, 0.75, 0.75,
  ]);
  expect(new TravelSeries().at(7)).toBe(0);
});

test('a place belongs to the nearest step; of several that are there, to the last', () => {
  const travel = travelled([1, 0, 0, 1, 0]);
  expect([0, 0.4, 0.5, 0.6, 1, 1.4, 1.6, 2, 99].map((at) => travel.nearestStep(at))).toEqual([
    0, 0, 0, 3, 3, 3, 5, 5, 5,
  ]);
  expect(travelled([0, 0]).nearestStep(0)).toBe(2);
  expect(new TravelSeries().nearestStep(1)).toBe(0);
});

test('whatever the rates, no step is nearer to a place than the one found', () => {
  const rate = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 2, noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(rate, { maxLength: 60 }),
      fc.double({ min: 0, max: 80, noNaN: true }),
      (rates, at) => {
        const travel = travelled(rates);
        const found = travel.nearestStep(at);
        const distance = (step: number): number => Math.abs(travel.at(step) - at);
        for (let step = 0; step <= rates.length; step++) {
          expect(distance(found)).toBeLessThanOrEqual(distance(step));
        }
      },
    ),
  );
});

test('a copy up to a step goes on by itself', () => {
  const travel = travelled([1, 2, 3]);
  const other = travel.upTo(2);
  other.append([10]);
  expect([other.at(3), travel.at(3)]).toEqual([13, 6]);
  expect(travel.largestRate(0, 2)).toBe(2);
});
