import { expect, test } from 'vitest';
import { stream } from '../../../core/math/rng.ts';
import {
  density,
  EXPECTATION,
  meansOf,
  MOST_POWER,
  REPEATS,
  summary,
  VARIANCE,
} from '../../../renderer/src/prerequisites/variance/means.ts';
import { outline, variance } from '../../../renderer/src/prerequisites/variance/variance.ts';

test('the summary of four numbers', () => {
  expect(summary(Float64Array.of(1, 2, 3, 6))).toEqual({ mean: 3, variance: 14 / 3 });
});

test('bins hold shares per width; what is outside is in none', () => {
  expect(density(Float64Array.of(0, 0.4, 1.9, 2, -1), [0, 2], 4)).toEqual([0.8, 0, 0, 0.4]);
});

test('means are those of the samples that the stream draws in order', () => {
  const random = stream(1, 'noise');
  const first = Array.from({ length: 2 ** MOST_POWER }, () => -Math.log1p(-random.uniform()));
  const meanOf = (n: number): number => first.slice(0, n).reduce((sum, one) => sum + one, 0) / n;
  expect(meansOf(0)[0]).toBe(first[0]);
  expect(meansOf(3)[0]).toBeCloseTo(meanOf(8), 12);
  expect(meansOf(MOST_POWER)[0]).toBeCloseTo(meanOf(256), 12);
  expect(meansOf(0)).toHaveLength(REPEATS);
});

test.each(Array.from({ length: MOST_POWER + 1 }, (_, power) => power))(
  'means of 2^%d samples have the expectation and variance of theory, within four standard errors',
  (power) => {
    const n = 2 ** power;
    const { mean, variance: found } = summary(meansOf(power));
    const theory = VARIANCE / n;
    expect(Math.abs(mean - EXPECTATION)).toBeLessThan(4 * Math.sqrt(theory / REPEATS));
    // The fourth central moment of an exponential is 9; of a mean of n, (9 + 3 (n − 1)) / n³.
    const fourth = (9 + 3 * (n - 1)) / n ** 3;
    const error = Math.sqrt((fourth - theory ** 2) / REPEATS);
    expect(Math.abs(found - theory)).toBeLessThan(4 * error);
  },
);

test('a quarter of the spread takes sixteen samples, neither four nor more than that', () => {
  expect([0, 2, 3, 4, 5].filter((power) => variance.read([power]).met)).toEqual([4]);
  expect(variance.read([4]).numbers).toMatchObject({ samples: 16, theory: 1 / 16, spread: 0.25 });
});

test('the outline has the area of the means it shows', () => {
  const points = outline(4);
  let area = 0;
  for (let i = 0; i < points.length; i += 2) {
    area += (points[i + 1]![0] - points[i]![0]) * points[i]![1];
  }
  expect(area).toBeCloseTo(1, 9);
});
