/** Decay by feedback: cut the rate when the loss has stopped falling. */
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../core/math/rng.ts';
import { defaultParams, type Values } from '../../../core/params.ts';
import { adaptiveSchedules } from '../../../core/schedules/index.ts';
import type { AdaptiveSchedule } from '../../../core/schedules/schedule.ts';
import { scheduled } from '../../support/chains.ts';
import { expectPrinted } from './printed.ts';
import { mean, parabola, Walk } from './walk.ts';

const EPOCHS = 200;
const EPOCH = 20;
const RUNS = 300;

const plateau = (params: Values, lr: number): AdaptiveSchedule<{ lr: number }> => {
  const spec = adaptiveSchedules['reduce-on-plateau'];
  const values = { ...defaultParams(spec.params), ...params } as never;
  const context = { lr, total: EPOCHS, create: () => ({ lr: () => lr }) };
  return spec.create(values, context) as unknown as AdaptiveSchedule<{ lr: number }>;
};

interface End {
  readonly loss: number;
  readonly cuts: number;
  readonly rate: number;
}

/**
 * A noisy parabola from 10 under a rule that sees the mean loss of every epoch of 20 updates. Run i draws
 * from a generator of its own, `seed` + i. `rateOf` is the rate of an epoch; `see` tells the rule its loss.
 */
function ends(
  { curvature, noise, seed }: { curvature: number; noise: number; seed: number },
  create: () => { rateOf: (epoch: number) => number; see: (loss: number) => void },
): End[] {
  return Array.from({ length: RUNS }, (_, i) => {
    const rule = create();
    let [rate, cuts] = [rule.rateOf(0), 0];
    const walk = new Walk({
      objective: parabola(curvature),
      start: [10],
      rate: () => rate,
      noise,
      rng: mulberry32(seed + i),
    });
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      let sum = 0;
      for (let s = 0; s < EPOCH; s++) sum += walk.advance().loss;
      rule.see(sum / EPOCH);
      const next = rule.rateOf(epoch + 1);
      if (next < rate) cuts++;
      rate = next;
    }
    return { loss: walk.loss, cuts, rate };
  });
}

/** PyTorch's rule without its exception for cuts below 1e-8. */
const feedback = (factor: number, patience: number, lr: number) => () => {
  const schedule = plateau({ factor, patience, eps: 0 }, lr);
  const state = schedule.init();
  return {
    rateOf: () => schedule.lr(state),
    see: (loss: number) => schedule.observe(state, loss),
  };
};

const clock = (lr: (epoch: number) => number) => () => ({ rateOf: lr, see: () => undefined });

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle - 0.5)]! + sorted[Math.floor(middle)]!) / 2;
};

describe('noise makes it cut by luck: λ = σ = 1, η₀ = .5, factor .5', () => {
  test.each([
    [0, '5.7e-3', '190.5', '1.6e-58'],
    [1, '3.3e-3', '92.4', '5e-29'],
    [2, '1.9e-3', '59.7', '4e-19'],
    [3, '1.6e-3', '43.3', '4e-14'],
    [5, '9.0e-4', '26.3', '5.6e-9'],
    [10, '5.8e-4', '11.4', '1.2e-4'],
    [20, '5.9e-3', '4.8', '1.6e-2'],
    [40, '3.2e-2', '2.3', '0.125'],
  ])('patience %s: loss %s, %s cuts, last rate %s', (patience, loss, cuts, rate) => {
    const found = ends({ curvature: 1, noise: 1, seed: 100 }, feedback(0.5, patience, 0.5));
    expectPrinted(mean(found.map((end) => end.loss)), loss);
    expectPrinted(mean(found.map((end) => end.cuts)), cuts);
    expectPrinted(median(found.map((end) => end.rate)), rate);
  });
});

describe('when feedback beats the clock: λ = .01, σ = .1, η₀ = 1', () => {
  const problem = { curvature: 0.01, noise: 0.1, seed: 1 };
  const decays = (id: 'literal-recurrence' | 'inverse-time') =>
    clock(scheduled(id, { decay: 0.1 }, 1, EPOCHS).lr);

  test.each([
    ['literal recurrence, k = .1 per epoch', decays('literal-recurrence'), '8.8e-2'],
    ['constant', clock(() => 1), '2.7e-3'],
    ['plateau, factor .5, patience 5', feedback(0.5, 5, 1), '1.0e-3'],
    ['closed form, k = .1 per epoch', decays('inverse-time'), '1.8e-4'],
  ])('%s', (_name, create, printed) => {
    expectPrinted(mean(ends(problem, create).map((end) => end.loss)), printed);
  });
});

test('patience 2, loss 10, 9, then 9 for ever: cut at 4, 7, 10, 13 (PyTorch) and 3, 5, 7, 9, 11, 13 (Keras)', () => {
  const cutsAt = (params: Values): number[] => {
    const schedule = plateau({ factor: 0.1, patience: 2, eps: 0, floor: 0, ...params }, 1);
    const state = schedule.init();
    return [10, ...new Array<number>(13).fill(9)].flatMap((loss, i) => {
      const before = schedule.lr(state);
      schedule.observe(state, loss);
      return schedule.lr(state) < before ? [i] : [];
    });
  };
  expect(cutsAt({})).toEqual([4, 7, 10, 13]);
  expect(cutsAt({ cooldown: 2 })).toEqual([4, 9]);
  expect(cutsAt({ dialect: 'keras' })).toEqual([3, 5, 7, 9, 11, 13]);
  expect(cutsAt({ dialect: 'keras', cooldown: 2 })).toEqual([3, 6, 9, 12]);
  expect(cutsAt({ dialect: 'optax' })).toEqual([3, 5, 7, 9, 11, 13]);
  expect(cutsAt({ dialect: 'optax', cooldown: 2 })).toEqual([3, 7, 11]);
});
