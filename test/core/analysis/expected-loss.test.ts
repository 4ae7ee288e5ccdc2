import { expect, test } from 'vitest';
import { expectedLoss } from '../../../core/analysis/expected-loss.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';

test('the printed value: λ = σ = 1, η = .1 / (1 + .01 t), 2,000 steps: 1.256e-3', () => {
  const schedule = buildSchedule({ id: 'inverse-time', params: { decay: 0.01 } }, 0.1, 2000);
  const { total, memory, noise } = expectedLoss([1], [1], 1, schedule, 2000);
  expect(total[2000]!.toExponential(3)).toBe('1.256e-3');
  expect(memory[2000]! + noise[2000]!).toBe(total[2000]);
});

test('a constant rate settles on the floor η σ² / (2 (2 − η λ))', () => {
  const { total } = expectedLoss([2], [5], 3, { lr: () => 0.25 }, 500);
  expect(total[500]).toBeCloseTo((0.25 * 9) / (2 * (2 - 0.5)), 12);
});

test('without noise it is the run itself: (1 − η λ)²ᵗ of the start', () => {
  const { total } = expectedLoss([1], [1], 0, { lr: () => 0.1 }, 10);
  expect(total[10]).toBeCloseTo(0.5 * 0.9 ** 20, 15);
});
