/** Does decay help? With noise it does, without it does not; and when travel alone decides. */
import { describe, expect, test } from 'vitest';
import { expectedLoss } from '../../../core/analysis/expected-loss.ts';
import { travel } from '../../../core/analysis/travel.ts';
import type { Values } from '../../../core/params.ts';
import type { ScheduleId } from '../../../core/schedules/index.ts';
import { chosen, scheduled } from '../../support/chains.ts';
import { expectPrinted } from './printed.ts';
import { diagonal, parabola, updatesUntil, Walk } from './walk.ts';

const STEPS = 2000;
const bowl = [1, 0.05].map((curvature) => ({ curvature, start: 1, centre: 0 }));

/** Expected loss after 2,000 updates on curvatures 1 and .05 from (1, 1), first rate .1. */
const end = (id: ScheduleId, params: Values, noise: number): number =>
  expectedLoss(bowl, noise, chosen('sgd'), scheduled(id, params, 0.1, STEPS), STEPS)!.total[STEPS]!;

describe('curvatures 1 and .05, 2,000 updates, first rate .1', () => {
  test.each<[ScheduleId, Values, string, number]>([
    ['constant', {}, '4.9e-11', 5.1e-2],
    ['multi-step', { milestones: [1000, 1500], gamma: 0.1 }, '6.4e-7', 1.6e-2],
    ['cosine', {}, '1.1e-6', 8.8e-3],
    ['linear', { startFactor: 1, endFactor: 0 }, '1.1e-6', 8.4e-3],
    ['exponential', { gamma: 0.997, decayLength: 1 }, '9.0e-4', 7.9e-3],
    ['inverse-time', { decay: 0.01 }, '1.2e-3', 6.0e-3],
    ['inverse-time', { decay: 0.1 }, '1.5e-2', 1.6e-2],
  ])('%s %o: %s without noise, about %s with σ = 1', (id, params, calm, noisy) => {
    expectPrinted(end(id, params, 0), calm);
    // Printed as the mean of a simulation.
    expect(end(id, params, 1) / noisy).toBeGreaterThan(0.95);
    expect(end(id, params, 1) / noisy).toBeLessThan(1.05);
  });
});

test('a decay rescues a rate above the limit: 2.5 / (1 + .05 t) passes below 2 at update 6, |x| peaks at 3.35', () => {
  const { lr } = scheduled('inverse-time', { decay: 0.05 }, 2.5, 200);
  expect(Array.from({ length: 20 }, (_, t) => lr(t)).findIndex((rate) => rate < 2)).toBe(6);
  const walk = new Walk({ objective: parabola(), start: [1], rate: lr });
  let peak = 0;
  for (let s = 0; s < 200; s++) peak = Math.max(peak, Math.abs(walk.advance().x[0]!));
  expectPrinted(peak, '3.35');
  expect(walk.loss).toBeLessThan(1e-20);
});

test('without noise travel decides: three schedules lose the same over the same Σ η, within 1 %', () => {
  const runs: [number, ScheduleId, Values, number][] = [
    [0.02, 'constant', {}, 1000],
    [0.1, 'inverse-time', { decay: 0.02 }, 2654],
    [0.1, 'exponential', { gamma: 0.998, decayLength: 1 }, 256],
  ];
  for (const target of [5, 10, 20]) {
    const losses = runs.map(([rate, id, params, updates]) => {
      const { lr } = scheduled(id, params, rate, 5000);
      const walk = new Walk({ objective: diagonal(1, 0.05), start: [1, 1], rate: lr });
      let sum = 0;
      updatesUntil(walk, ({ step }) => (sum = travel(lr, 0, step)) >= target - 1e-9, 5000);
      if (target === 20) expect(walk.step).toBe(updates);
      // The last update may overshoot; what it overshoots by is taken back at the slow rate.
      return walk.loss * Math.exp(2 * 0.05 * (sum - target));
    });
    for (const loss of losses) expect(Math.abs(loss / losses[0]! - 1)).toBeLessThan(0.01);
  }
});
