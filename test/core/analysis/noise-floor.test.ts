import { expect, test } from 'vitest';
import { noiseFloor } from '../../../core/analysis/noise-floor.ts';
import { chosen } from '../../support/chains.ts';

const along = (curvature: number, centre = 0) => ({ curvature, start: 0, centre });

test('gradient descent: η σ² / (2 (2 − η λ)), summed over the directions', () => {
  const floor = noiseFloor([along(1), along(4)], 3, chosen('sgd'), 0.05)!;
  expect(floor.total).toBeCloseTo((0.05 * 9) / (2 * 1.95) + (0.05 * 9) / (2 * 1.8), 14);
  expect(floor.decay).toBe(0);
});

test('the time constant of the loss is about 1 / (2 η λ) in the slowest direction', () => {
  const { timeConstant } = noiseFloor([along(1), along(0.1)], 1, chosen('sgd'), 0.01)!;
  expect(timeConstant).toBeCloseTo(1 / (2 * 0.01 * 0.1), 0);
});

test('there is none at or beyond the limit', () => {
  expect(noiseFloor([along(1)], 1, chosen('sgd'), 2)).toBeNull();
  expect(noiseFloor([along(-1)], 1, chosen('sgd'), 0.1)).toBeNull();
});
