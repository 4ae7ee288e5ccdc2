import { describe, expect, test } from 'vitest';
import {
  linearTicks,
  logTicks,
  powerLabel,
  roundStep,
  stepTicks,
  type Tick,
} from '../../../renderer/src/charts/ticks.ts';
import { fc } from '../../support/seed.ts';

const labels = (ticks: readonly Tick[]): string[] =>
  ticks.flatMap(({ label }) => (label === null ? [] : [label]));

describe('logTicks', () => {
  test('writes powers of ten, with 1 and 10 as they are', () => {
    expect(labels(logTicks([1e-3, 10], 8))).toEqual(['10⁻³', '10⁻²', '10⁻¹', '1', '10']);
    expect(powerLabel(-27)).toBe('10⁻²⁷');
  });

  test('marks 2 … 9 between neighbouring labels', () => {
    const marks = logTicks([0.01, 1], 8).filter(({ kind }) => kind === 'mark');
    expect(marks.map(({ value }) => value).slice(0, 4)).toEqual([0.02, 0.03, 0.04, 0.05]);
    expect(marks).toHaveLength(16);
  });

  test('has a hairline at every decade up to ten, labelled as there is room', () => {
    const ticks = logTicks([1e-6, 1e4], 6);
    expect(ticks).toHaveLength(11);
    expect(labels(ticks)).toEqual(['10⁻⁶', '10⁻⁴', '10⁻²', '1', '10²', '10⁴']);
  });

  test('has hairline and label every third decade over ten', () => {
    const ticks = logTicks([1e-12, 1], 8);
    expect(labels(ticks)).toEqual(['10⁻¹²', '10⁻⁹', '10⁻⁶', '10⁻³', '1']);
    expect(ticks.every(({ label }) => label !== null)).toBe(true);
  });

  test('labels 2 and 5, or fewer, within about a decade', () => {
    expect(labels(logTicks([0.05, 0.5], 8))).toEqual(['0.05', '0.1', '0.2', '0.5']);
    expect(labels(logTicks([0.05, 0.5], 3))).toEqual(['0.05', '0.1', '0.5']);
  });

  test('never has more words than asked for, always one, all inside the range', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -323, max: 307, noNaN: true }),
        fc.double({ min: 0.01, max: 600, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (exponent, decades, most) => {
          const low = 10 ** exponent;
          const high = 10 ** Math.min(308, exponent + decades);
          fc.pre(low > 0 && high > low * 1.01);
          const ticks = logTicks([low, high], most);
          const written = labels(ticks);
          expect(written.length).toBeGreaterThan(0);
          expect(written.length).toBeLessThanOrEqual(most);
          expect(new Set(written).size).toBe(written.length);
          for (const { value } of ticks) {
            expect(value).toBeGreaterThanOrEqual(low * 0.999);
            expect(value).toBeLessThanOrEqual(high * 1.001);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('linearTicks', () => {
  test('gives all labels the decimals of the spacing', () => {
    expect(labels(linearTicks([0.8, 1], 5))).toEqual(['0.80', '0.85', '0.90', '0.95', '1.00']);
    expect(labels(linearTicks([0, 2.5], 6))).toEqual(['0.0', '0.5', '1.0', '1.5', '2.0', '2.5']);
    expect(labels(linearTicks([-2, 2], 5))).toEqual(['−2', '−1', '0', '1', '2']);
  });

  test('never has more words than asked for, always one, all different', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (low, span, most) => {
          fc.pre(span > Math.abs(low) * 1e-3);
          const written = labels(linearTicks([low, low + span], most));
          expect(written.length).toBeLessThanOrEqual(most);
          expect(written.length).toBeGreaterThan(0);
          expect(new Set(written).size).toBe(written.length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('says something for a range without width', () => {
    expect(labels(linearTicks([3, 3], 5))).toEqual(['3']);
  });
});

describe('stepTicks', () => {
  test('ends with the last step where a round spacing gets there', () => {
    expect(labels(stepTicks([0, 2000], 6))).toEqual([
      '0',
      '500',
      '1\u202f000',
      '1\u202f500',
      '2\u202f000',
    ]);
    expect(labels(stepTicks([0, 120], 6))).toEqual(['0', '30', '60', '90', '120']);
    expect(labels(stepTicks([0, 40], 5))).toEqual(['0', '10', '20', '30', '40']);
  });

  test('stands on whole steps only, never too many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 2, max: 10 }),
        (from, span, most) => {
          const ticks = stepTicks([from, from + span], most);
          expect(ticks.length).toBeLessThanOrEqual(most);
          for (const { value } of ticks) expect(Number.isInteger(value)).toBe(true);
        },
      ),
    );
  });
});

test('roundStep finds the next 1, 2, 2.5 or 5', () => {
  expect([0.03, 1, 1.1, 2.2, 3, 7].map(roundStep)).toEqual([0.05, 1, 2, 2.5, 5, 10]);
});
