import { describe, expect, test } from 'vitest';
import { expectedLoss } from '../../../core/analysis/expected-loss.ts';
import type { Direction } from '../../../core/analysis/moments.ts';
import { estimate } from '../../../core/analysis/verdict.ts';
import type { Values } from '../../../core/params.ts';
import type { ScheduleId } from '../../../core/schedules/index.ts';
import type { Schedule } from '../../../core/schedules/schedule.ts';
import { chosen, simulateChains, scheduled } from '../../support/chains.ts';

const along = (curvature: number, start: number, centre = 0): Direction => ({
  curvature,
  start,
  centre,
});
const sgd = chosen('sgd');

test('the printed value: λ = σ = 1, η = .1 / (1 + .01 t), 2,000 steps: 1.256e-3', () => {
  const schedule = scheduled('inverse-time', { decay: 0.01 }, 0.1, 2000);
  const { total, memory, noise } = expectedLoss([along(1, 1)], 1, sgd, schedule, 2000)!;
  expect(total[2000]!.toExponential(3)).toBe('1.256e-3');
  expect(memory[2000]! + noise[2000]!).toBe(total[2000]);
});

test('a constant rate settles on the floor η σ² / (2 (2 − η λ))', () => {
  const { total } = expectedLoss([along(2, 5)], 3, sgd, { lr: () => 0.25 }, 500)!;
  expect(total[500]).toBeCloseTo((0.25 * 9) / (2 * (2 - 0.5)), 12);
});

test('without noise it is the run itself: (1 − η λ)²ᵗ of the start', () => {
  const { total } = expectedLoss([along(1, 1)], 0, sgd, { lr: () => 0.1 }, 10)!;
  expect(total[10]).toBeCloseTo(0.5 * 0.9 ** 20, 15);
});

test('what diverges tends to infinity and stays there', () => {
  const { total } = expectedLoss([along(1, 1)], 1, sgd, { lr: () => 1e9 }, 100)!;
  expect(total.some(Number.isNaN)).toBe(false);
  expect(total[100]).toBe(Infinity);
});

const STEPS = 60;
/** Ten decays; at the peak rates below neither part of the loss is negligible after 60 steps. */
const tenSchedules: readonly (readonly [ScheduleId, Values])[] = [
  ['constant', {}],
  ['inverse-time', { decay: 0.1 }],
  ['literal-recurrence', { decay: 0.01 }],
  ['inverse-sqrt', { decay: 0.3 }],
  ['exponential', { gamma: 0.96, decayLength: 1 }],
  ['step', { stepSize: 20, gamma: 0.1 }],
  ['linear', { startFactor: 1, endFactor: 0 }],
  ['cosine', {}],
  ['warmup-stable-decay', {}],
  // Cycles the momentum as well.
  ['one-cycle', {}],
];

const CHAINS = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 100_000 : 10_000;

describe.each([
  ['gradient descent', 0.4, sgd],
  ['momentum', 0.05, chosen('momentum', { momentum: 0.8 })],
  ['Nesterov', 0.05, chosen('nesterov', { momentum: 0.9 })],
] as const)('%s against simulated chains', (_id, peak, optimizer) => {
  test.each(tenSchedules)('%s %o', (id, params) => {
    const options = {
      directions: [along(1, 3), along(0.1, 2)],
      noise: 1,
      optimizer,
      schedule: scheduled(id, params, peak, STEPS),
      steps: STEPS,
    };
    const expected = expectedLoss(
      options.directions,
      options.noise,
      optimizer,
      options.schedule,
      STEPS,
    )!;
    simulateChains({ ...options, chains: CHAINS, seed: 7 }, (step, losses) => {
      if (![1, 2, 10, 30, STEPS].includes(step)) return;
      const { mean, standardError } = estimate([...losses]);
      expect(Math.abs(mean - expected.total[step]!) / standardError).toBeLessThan(3);
    });
  });
});

describe('without noise it is the run of the real optimizer', () => {
  const settings: [string, Values][] = [
    ['sgd', { weightDecay: 0.3 }],
    ['momentum', { momentum: 0.7, dampening: 0.4 }],
    ['momentum', { momentum: 0.7, weightDecay: 0.3 }],
    ['momentum', { momentum: 0.7, weightDecay: 0.3, dialect: 'keras' }],
    ['nesterov', { momentum: 0.7, weightDecay: 0.3 }],
    ['nesterov', { momentum: 0.7, weightDecay: 0.3, dialect: 'keras' }],
  ];
  /** A rate and a momentum that both change at every update. */
  const cycled: Schedule = {
    lr: (t) => 0.1 + 0.08 * Math.sin(t),
    momentum: (t) => 0.8 + 0.1 * Math.cos(t),
  };

  test.each(settings)('%s %o', (id, params) => {
    const optimizer = chosen(id, params);
    const directions = [along(2, 3, -1), along(0.5, -2, 4)];
    for (const schedule of [{ lr: cycled.lr }, cycled]) {
      const { total } = expectedLoss(directions, 0, optimizer, schedule, STEPS)!;
      const plan = { directions, noise: 0, optimizer, schedule, steps: STEPS, chains: 1, seed: 1 };
      simulateChains(plan, (step, losses) => {
        expect(Math.abs(losses[0]! - total[step]!)).toBeLessThan(1e-12 * (1 + total[step]!));
      });
    }
  });
});

test('noise through dialects and weight decay: the variance is that of the chains', () => {
  const optimizer = chosen('nesterov', { momentum: 0.8, weightDecay: 0.2, dialect: 'keras' });
  const schedule: Schedule = { lr: (t) => 0.1 / (1 + 0.05 * t) };
  const directions = [along(1, 2, 3)];
  const { total } = expectedLoss(directions, 2, optimizer, schedule, STEPS)!;
  const plan = { directions, noise: 2, optimizer, schedule, steps: STEPS, chains: CHAINS, seed: 8 };
  simulateChains(plan, (step, losses) => {
    const { mean, standardError } = estimate([...losses]);
    if (step > 0) expect(Math.abs(mean - total[step]!) / standardError).toBeLessThan(4);
  });
});

test('adaptive optimizers have no exact expectation', () => {
  expect(expectedLoss([along(1, 1)], 1, chosen('adam'), { lr: () => 0.1 }, 10)).toBeNull();
});
