import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  neighbour,
  POSITIONS,
  positionOf,
  valueAt,
  type Offered,
} from '../../../renderer/src/controls/slider-scale.ts';

const log: Offered = { min: 1e-5, max: 10, scale: 'log' };
const linear: Offered = { min: 0, max: 2, scale: 'linear' };

test('ends are ends', () => {
  for (const offered of [log, linear]) {
    expect(valueAt(0, offered)).toBe(offered.min);
    expect(valueAt(POSITIONS, offered)).toBe(offered.max);
    expect(positionOf(offered.min / 2, offered)).toBe(0);
    expect(positionOf(offered.max * 2, offered)).toBe(POSITIONS);
  }
});

test('equal distances are equal factors on a log slider', () => {
  expect(positionOf(1e-2, log) - positionOf(1e-3, log)).toBeCloseTo(
    positionOf(1, log) - positionOf(0.1, log),
  );
});

test('a dragged value is round and inside', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: POSITIONS }), (position) => {
      const value = valueAt(position, log);
      expect(value).toBe(Number(value.toPrecision(2)));
      expect(value).toBeGreaterThanOrEqual(log.min);
      expect(value).toBeLessThanOrEqual(log.max);
    }),
  );
});

test('arrow keys always move, to round values, until the end', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-5, max: 10, noNaN: true }), (value) => {
      const up = neighbour(value, 1, log);
      const down = neighbour(value, -1, log);
      expect(up > value || value >= log.max).toBe(true);
      expect(down < value || value <= log.min).toBe(true);
      expect(up / value).toBeLessThanOrEqual(2);
    }),
  );
  expect(neighbour(0.1, 1, log)).toBe(0.15);
  expect(neighbour(0.1, -1, log)).toBe(0.07);
  expect(neighbour(1, 1, linear)).toBe(1.1);
  expect(neighbour(0.25, -1, linear)).toBe(0.2);
});
