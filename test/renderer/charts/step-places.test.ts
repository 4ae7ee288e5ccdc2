import { expect, test } from 'vitest';
import { LogPlaces, SharePlaces } from '../../../renderer/src/charts/step-places.ts';

test('on a logarithmic axis step 0 has a place, and every step is found again where it stands', () => {
  const places = new LogPlaces(1_000_000);
  expect(places.at(0)).toBe(0);
  for (const step of [0, 1, 2, 3, 10, 99, 1234, 999_999, 1_000_000]) {
    expect(places.nearestStep(places.at(step))).toBe(step);
  }
  // Nearest on the axis, not among the steps: half way from 0 to 9 stands 2.16.
  expect(places.nearestStep((places.at(0) + places.at(9)) / 2)).toBe(2);
  const middle = (places.at(1) + places.at(2)) / 2;
  expect([middle - 1e-6, middle + 1e-6].map((place) => places.nearestStep(place))).toEqual([1, 2]);
  expect([-1, 20].map((place) => places.nearestStep(place))).toEqual([0, 1_000_000]);
});

test('the longest way between two steps of a logarithmic axis is the first', () => {
  const places = new LogPlaces(100);
  const ways = [5, 6, 7].map((step) => places.at(step + 1) - places.at(step));
  expect(places.largestRate(5, 8)).toBe(Math.max(...ways));
});

test('a share is that of the run, whatever its length', () => {
  const [short, long] = [new SharePlaces(30), new SharePlaces(2000)];
  expect([short.at(15), long.at(1000)]).toEqual([50, 50]);
  expect([short.nearestStep(50), long.nearestStep(50)]).toEqual([15, 1000]);
  expect([short.at(1000), short.nearestStep(200), short.nearestStep(-1)]).toEqual([100, 30, 0]);
  expect(short.largestRate(0, 30)).toBeCloseTo(100 / 30, 12);
  const empty = new SharePlaces(0);
  expect([empty.at(0), empty.nearestStep(50)]).toEqual([0, 0]);
});
