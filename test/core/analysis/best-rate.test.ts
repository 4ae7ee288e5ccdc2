import { expect, test } from 'vitest';
import {
  bestGradientDescent,
  bestHeavyBall,
  bestNesterov,
} from '../../../core/analysis/best-rate.ts';

test('curvatures 1 and 100: rates of Polyak and of Lessard, Recht and Packard', () => {
  const descent = bestGradientDescent(1, 100);
  expect(descent.rate).toBeCloseTo(2 / 101, 15);
  expect(descent.contraction).toBeCloseTo(99 / 101, 15);
  const ball = bestHeavyBall(1, 100);
  expect(ball.rate).toBeCloseTo(4 / 121, 15);
  expect(ball.momentum).toBeCloseTo(81 / 121, 15);
  expect(ball.contraction).toBeCloseTo(9 / 11, 15);
  const nesterov = bestNesterov(1, 100);
  expect(nesterov.rate).toBeCloseTo(4 / 301, 15);
  expect(nesterov.contraction).toBeCloseTo(1 - 2 / Math.sqrt(301), 15);
});

test('no rate near the best one shrinks the distance faster, whichever direction is the slowest', () => {
  const { rate, contraction } = bestGradientDescent(0.3, 7);
  const slowest = (eta: number): number => Math.max(Math.abs(1 - eta * 0.3), Math.abs(1 - eta * 7));
  expect(slowest(rate)).toBeCloseTo(contraction, 14);
  expect(slowest(rate * 1.001)).toBeGreaterThan(contraction);
  expect(slowest(rate * 0.999)).toBeGreaterThan(contraction);
});
