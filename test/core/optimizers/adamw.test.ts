import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../core/math/rng.ts';
import { adam } from '../../../core/optimizers/adam.ts';
import { adamw } from '../../../core/optimizers/adamw.ts';
import { amsgrad } from '../../../core/optimizers/amsgrad.ts';
import {
  build,
  dialectDefaults,
  line,
  stream,
  walk,
  written,
} from '../../support/optimizer-walk.ts';

const wave = { start: [2], gradient: stream([0.3, 2.5, -1.2, 0.1, -0.1, 0.2]), lr: 0.1 };
const values = { beta1: 0.7, beta2: 0.9, eps: 0.25 };

test('the decay takes its share of the parameters, the rest is Adam without it', () => {
  const path = line(build(adamw, { ...values, weightDecay: 0.6 }), wave, 6);
  const plain = line(build(adam, values), wave, 6);
  for (let t = 1; t <= 6; t++) {
    const step = plain[t]! - plain[t - 1]!;
    expect(path[t]).toBeCloseTo((1 - 0.1 * 0.6) * path[t - 1]! + step, 13);
  }
});

test('with the largest v so far it is AMSGrad', () => {
  const none = { weightDecay: 0 };
  const path = line(build(adamw, { ...values, ...none, amsgrad: true }), wave, 6);
  line(build(amsgrad, values), wave, 6).forEach((x, s) => expect(path[s]).toBeCloseTo(x, 14));
  expect(line(build(adamw, { ...values, ...none }), wave, 6)[6]).not.toBeCloseTo(path[6]!, 3);
});

test('a cycled β₁ enters both the mean and its correction by the t-th power', () => {
  const cycled = line(
    build(adamw, { beta1: 0.9, beta2: 0, eps: 0, weightDecay: 0 }),
    { start: [0], gradient: () => [1], lr: 1, momentum: (step) => [0.8, 0.5][step]! },
    2,
  );
  expect(cycled[0]! - cycled[1]!).toBeCloseTo(1, 13);
  expect(cycled[1]! - cycled[2]!).toBeCloseTo(0.6 / 0.75, 13);
});

describe('dialects', () => {
  const still = { start: [1], gradient: () => [0] };
  const halved = { ...still, lr: (step: number) => (step < 1 ? 0.1 : 0.05) };

  test('PyTorch, Keras and Optax decay by the rate, the paper by the shape of the schedule', () => {
    for (const dialect of ['pytorch', 'keras', 'optax'] as const) {
      const path = line(build(adamw, { weightDecay: 0.2, dialect }, 0.1), halved, 2);
      [1, 0.98, 0.9702].forEach((x, s) => expect(path[s]).toBeCloseTo(x, 14));
    }
    const paper = line(build(adamw, { weightDecay: 0.2, dialect: 'paper' }, 0.1), halved, 2);
    [1, 0.8, 0.72].forEach((x, s) => expect(paper[s]).toBeCloseTo(x, 14));
  });

  test('the paper agrees where the peak rate is 1, and when no peak rate is known', () => {
    const at = (dialect: 'pytorch' | 'paper', peak?: number) =>
      line(build(adamw, { weightDecay: 0.2, dialect }, peak), halved, 2);
    expect(at('paper', 1)).toEqual(at('pytorch', 1));
    expect(at('paper')).toEqual(at('pytorch'));
    expect(line(build(adamw, { dialect: 'paper' }, 0), { ...still, lr: 0 }, 2)).toEqual([1, 1, 1]);
  });

  test('Keras has ε before the correction, as in its Adam; Optax the rule of PyTorch', () => {
    const none = { ...values, weightDecay: 0 };
    const keras = line(build(adam, { ...values, dialect: 'keras' }), wave, 6);
    line(build(adamw, { ...none, dialect: 'keras' }), wave, 6).forEach((x, s) =>
      expect(x).toBeCloseTo(keras[s]!, 14),
    );
    const plain = line(build(adamw, none), wave, 6);
    expect(line(build(adamw, { ...none, dialect: 'optax' }), wave, 6)).toEqual(plain);
  });
});

test('what it was invented for: weights decay alike, however noisy their gradients', () => {
  const means = (optimizer: ReturnType<typeof build>): string[] => {
    const sums = [0, 0];
    for (let run = 0; run < 200; run++) {
      const rng = mulberry32(900 + run);
      const noise = () => [0.1 * rng.normal(), 10 * rng.normal()];
      const end = walk(optimizer, { start: [1, 1], gradient: noise, lr: 0.001 }, 2000)[2000]!;
      end.forEach((x, i) => (sums[i]! += x / 200));
    }
    return sums.map((x) => x.toFixed(4));
  };
  expect(means(build(adam, { weightDecay: 1 }))).toEqual(['0.0231', '0.8208']);
  // e⁻² = .1353 without the steps being finite
  expect(means(build(adamw, { weightDecay: 1 }))).toEqual(['0.1343', '0.1343']);
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(adamw)).toEqual({
    pytorch: { eps: 1e-8, weightDecay: 0.01 },
    keras: { eps: 1e-7, weightDecay: 0.004 },
    optax: { eps: 1e-8, weightDecay: 1e-4 },
    paper: { eps: 1e-8, weightDecay: 0.01 },
  });
});

test('its arithmetic relates the decay to η₀ in the paper’s form, and leaves out what is zero', () => {
  const taken = (values: { weightDecay: number; dialect?: 'paper' }, eta0: number) =>
    written(adamw, values, { eta0 })['theta']!.split(' - eta*(')[0];
  expect(taken({ weightDecay: 0 }, 0.1)).toBe('theta');
  expect(taken({ weightDecay: 0.1 }, 0.1)).toBe('theta - eta*weightDecay*theta');
  expect(taken({ weightDecay: 0.1, dialect: 'paper' }, 0.1)).toBe(
    'theta - eta/eta0*weightDecay*theta',
  );
  expect(taken({ weightDecay: 0.1, dialect: 'paper' }, 0)).toBe('theta - eta*weightDecay*theta');
});
