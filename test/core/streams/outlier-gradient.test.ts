import { expect, test } from 'vitest';
import { outlierGradient } from '../../../core/streams/outlier-gradient.ts';
import { follow } from '../../support/online.ts';

const steady = outlierGradient.create({ steady: 1, outlier: 100, at: 500 });
const sparse = outlierGradient.create({ steady: 0, outlier: 1, at: 1001 });
const moves = (optimizer: 'adam' | 'adamax'): Float64Array =>
  follow(steady, optimizer, {}, () => 0.01, 1000).moves;

test('one outlier doubles the step of Adam at once; AdaMax hardly moves, and pays for it longer', () => {
  expect(-moves('adam')[499]!).toBeCloseTo(0.0212, 4);
  expect(-moves('adamax')[499]!).toBeCloseTo(0.0011, 4);
  expect(-moves('adam')[999]!).toBeCloseTo(0.0031, 4);
  expect(-moves('adamax')[999]!).toBeCloseTo(0.00016, 5);
});

test('after a thousand zeros one gradient moves Adam by 0.253 in all, AdaMax by about the rate', () => {
  const travel = (optimizer: 'adam' | 'adamax'): number =>
    -follow(sparse, optimizer, {}, () => 0.01, 10_000).theta[0]!;
  expect(travel('adam')).toBeCloseTo(0.253, 3);
  expect(travel('adamax')).toBeCloseTo(0.0101, 4);
});

test('the outlier has no weight in the loss shown', () => {
  expect(steady.loss(Float64Array.of(-3))).toBe(-3);
  expect(Math.abs(sparse.loss(Float64Array.of(-3)))).toBe(0);
});
