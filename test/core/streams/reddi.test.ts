import { describe, expect, test } from 'vitest';
import { reddi } from '../../../core/streams/reddi.ts';
import { follow } from '../../support/online.ts';

const three = reddi.create({ variant: 'three' });
const rare = reddi.create({ variant: 'rare' });
const rate = (t: number): number => 0.5 / Math.sqrt(t + 1);
const short = { beta1: 0, beta2: 0.1 };

test('large gradients come first, then every third or every 101st', () => {
  const first = (stream: typeof three, n: number): number[] => {
    const grad = new Float64Array(1);
    return Array.from({ length: n }, (_, i) => {
      stream.gradient(i + 1, grad, grad, null as never);
      return grad[0]!;
    });
  };
  expect(first(three, 7)).toEqual([3, -1, -1, 3, -1, -1, 3]);
  const long = first(rare, 203);
  expect(long.flatMap((g, i) => (g === 1010 ? [i + 1] : []))).toEqual([1, 102, 203]);
  expect(new Set(long)).toEqual(new Set([1010, -10]));
});

test('the loss shown is the regret: its slope is the mean gradient and −1 is best', () => {
  const slope = (stream: typeof three): number =>
    stream.loss(Float64Array.of(1)) - stream.loss(Float64Array.of(0));
  expect(slope(three)).toBeCloseTo(1 / 3, 14);
  expect(slope(rare)).toBeCloseTo(10 / 101, 14);
  expect(three.loss(Float64Array.of(-1))).toBe(0);
});

describe('Adam ends at the wrong end, AMSGrad at the right one', () => {
  test.each([
    [100, 0.9476],
    [1000, 0.9834],
    [10_000, 0.9948],
  ])('after %i updates Adam is at %d', (updates, theta) => {
    expect(follow(three, 'adam', short, rate, updates).theta[0]).toBeCloseTo(theta, 4);
    expect(follow(three, 'amsgrad', short, rate, updates).theta[0]).toBeCloseTo(-1, 4);
  });

  test('with the usual memory, on the rare variant, after a million updates', () => {
    const usual = { beta1: 0.9, beta2: 0.99 };
    expect(follow(rare, 'adam', usual, rate, 1e6).theta[0]).toBeCloseTo(1, 4);
    expect(follow(rare, 'amsgrad', usual, rate, 1e6).theta[0]).toBeCloseTo(-0.9973, 4);
  });
});
