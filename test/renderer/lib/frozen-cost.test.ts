import { describe, expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { frozenCost } from '../../../renderer/src/lib/frozen-cost.ts';
import { frozenEnd } from '../../../renderer/src/lib/travel-budget.ts';
import { bowl } from '../../support/experiments.ts';
import { result } from './runs-table/rows.ts';

const STEPS = 400;
/** Curvatures 1 and 0.05, from (1, 1); without noise unless it is given. */
function decaying(decay: number, change: object = {}, noise = 0): ExperimentConfig {
  const base = bowl({ totalSteps: STEPS, lr: 0.1 });
  return parseExperimentConfig({
    ...base,
    problem: { ...base.problem, noise },
    schedule: { id: 'inverse-time', params: { decay } },
    ...change,
  });
}

const ended = { state: 'finished', reason: 'max-steps', step: STEPS } as const;

describe('what it cost a run to have frozen', () => {
  test('is counted against the same steps at its first rate', () => {
    const steady = 0.5 * (0.9 ** (2 * STEPS) + 0.05 * 0.995 ** (2 * STEPS));
    const cost = frozenCost(decaying(1), STEPS, result(0.158))!;
    expect(cost.steady / steady).toBeCloseTo(1, 9);
    expect(cost.factor).toBeCloseTo(0.158 / steady, 4);
    expect([cost.loss, cost.rate]).toEqual([0.158, 0.1]);
  });

  test('with noise that first rate has its floor, and to freeze below it costs nothing', () => {
    // Noise adds η / (2 (2 − η λ)) along an axis, as far as it has come there.
    const along = (curvature: number): number => {
      const kept = (1 - 0.1 * curvature) ** (2 * STEPS);
      return 0.5 * curvature * kept + (0.1 / (2 * (2 - 0.1 * curvature))) * (1 - kept);
    };
    const steady = along(1) + along(0.05);
    const config = decaying(1, {}, 1);
    expect(frozenCost(config, STEPS, result(0.16))!.steady).toBeCloseTo(steady, 9);
    const endOf = (loss: number): unknown => frozenEnd({ ...ended, config, result: result(loss) });
    expect(endOf(0.16)).toMatchObject({ cost: { loss: 0.16 } });
    expect(endOf(1.05 * steady)).toBeNull();
    expect(endOf(0.5 * steady)).toBeNull();
    // Without its result nothing is known of that.
    expect(frozenEnd({ ...ended, config })).toMatchObject({ cost: null });
  });

  test('is not known where the first rate is no choice, of forks, and of very long runs', () => {
    const unstable = decaying(5, { lr: 2.5 });
    const fork = decaying(1, { fork: { step: 200, from: decaying(5) } });
    expect(frozenCost(unstable, STEPS, result(1))).toBeNull();
    expect(frozenCost(fork, STEPS, result(1))).toBeNull();
    expect(frozenCost(decaying(1, { totalSteps: 1e6 }), 1e6, result(1))).toBeNull();
  });
});
