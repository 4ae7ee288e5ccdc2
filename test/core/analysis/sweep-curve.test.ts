import { describe, expect, it, test } from 'vitest';
import { stabilityLimit } from '../../../core/analysis/stability-limit.ts';
import { commonBest, sweepCurve, type SweepCurve } from '../../../core/analysis/sweep-curve.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { optimizers } from '../../../core/optimizers/index.ts';
import { defaultParams } from '../../../core/params.ts';
import { runTrial } from '../../../core/training/run-trial.ts';
import { bowl } from '../../support/experiments.ts';

const exact = { ...bowl().problem, noise: 0 } as ExperimentConfig['problem'];
/** Ten to the decade, 0.01 … 10. */
const rates = Array.from({ length: 31 }, (_, k) => 10 ** (-2 + k / 10));

function swept(base: ExperimentConfig, values = rates): SweepCurve {
  return sweepCurve(
    values,
    values.map((lr) => runTrial({ ...base, lr }, {})),
  );
}

test('a loss to start from is known as soon as a run has ended that began with a finite one', () => {
  const end = runTrial(bowl({ totalSteps: 5 }), {});
  expect(sweepCurve([0.1, 1], [null, null]).firstLoss).toBeNull();
  expect(sweepCurve([0.1], [{ ...end, firstLoss: Infinity }]).firstLoss).toBeNull();
  expect(sweepCurve([0.1, 1], [null, end]).firstLoss).toBe(end.firstLoss);
});

describe('on the quadratic bowl', () => {
  it.each([
    ['gradient descent', 'sgd'],
    ['the heavy ball', 'momentum'],
    ['Nesterov', 'nesterov'],
  ] as const)('the wall of %s is the first value beyond its stability limit', (_, id) => {
    const optimizer = { id, params: defaultParams(optimizers[id].params) };
    const base = bowl({ problem: exact, totalSteps: 1000, optimizer });
    const limit = stabilityLimit(optimizer, [1, 0.05])!.rate;
    const { wall, best } = swept(base);
    expect(wall!.value).toBe(rates.find((rate) => rate > limit));
    expect(best!.value).toBeLessThan(limit);
  });

  it('the best constant rate lies within one grid point of 2 / (μ + L)', () => {
    const { best, points } = swept(bowl({ problem: exact, totalSteps: 300 }));
    const nearest = Math.abs(Math.log10(best!.value / (2 / 1.05)));
    expect(nearest).toBeLessThan(0.1);
    expect(points.map(({ fate }) => fate).slice(-3)).toEqual(['diverged', 'diverged', 'diverged']);
  });

  it('with noise the best rate is far below the wall, and others are told apart from it', () => {
    const { points, best, wall } = swept(bowl({ totalSteps: 1000, replicates: 8 }));
    const large = points.findLast(({ fate }) => fate === 'fell')!;
    expect(best!.value).toBeLessThan(0.3 * wall!.value);
    expect(large.summary.fromBest).toBeGreaterThan(5);
    expect(best!.summary.fromBest).toBe(0);
  });
});

const none = sweepCurve([0.1, 0.2], [null, null]);
test('of nothing there is neither best nor wall', () => {
  expect(none).toMatchObject({ points: [], best: null, wall: null });
});

test('what has not ended leaves a gap, and its neighbours keep their places', () => {
  const ends = [0.1, 0.2, 9].map((lr) => runTrial(bowl({ lr, totalSteps: 50 }), {}));
  const { points, wall } = sweepCurve([0.1, 0.2, 9], [ends[0]!, null, ends[2]!]);
  expect(points.map(({ index, value }) => [index, value])).toEqual([
    [0, 0.1],
    [2, 9],
  ]);
  expect(wall?.value).toBe(9);
});

test('fates: fell, rose, stopped by the loss limit, diverged', () => {
  const stop = { ...bowl().stop, lossLimit: 1e6 };
  const fateAt = (change: Partial<ExperimentConfig>): string | undefined =>
    sweepCurve([0], [runTrial(bowl({ problem: exact, ...change }), {})]).points[0]?.fate;
  expect(fateAt({ lr: 0.5 })).toBe('fell');
  expect(fateAt({ lr: 2.1, totalSteps: 50 })).toBe('rose');
  expect(fateAt({ lr: 0, totalSteps: 50 })).toBe('rose');
  expect(fateAt({ lr: 3, stop })).toBe('loss-limit');
  expect(fateAt({ lr: 3 })).toBe('diverged');
});

test('one rate for two optimizers is one that both bear, where the sum of their ranks is least', () => {
  const momentum = { id: 'momentum', params: { ...defaultParams(optimizers.momentum.params) } };
  const values = rates.slice(5, 30);
  const curves = [
    swept(bowl({ problem: exact, totalSteps: 200 }), values),
    swept(bowl({ problem: exact, totalSteps: 200, optimizer: momentum }), values),
  ];
  const common = commonBest(curves)!;
  const rank = (curve: SweepCurve, index: number): number =>
    curve.points.filter(
      ({ fate, summary }) =>
        fate === 'fell' && summary.loss.mean < curve.points[index]!.summary.loss.mean,
    ).length;
  const sumAt = (index: number): number =>
    curves.reduce((sum, curve) => sum + rank(curve, index), 0);
  values.forEach((_, index) => {
    if (curves.some(({ points }) => points[index]!.fate !== 'fell')) return;
    expect(sumAt(common)).toBeLessThanOrEqual(sumAt(index));
  });
  expect(values[common]).toBeLessThan(2);
  expect(commonBest([])).toBeNull();
  expect(commonBest([none, curves[0]!])).toBeNull();
});
