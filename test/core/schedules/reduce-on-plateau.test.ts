import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../core/errors.ts';
import { parseParams, type Values } from '../../../core/params.ts';
import { reduceOnPlateau } from '../../../core/schedules/reduce-on-plateau.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';

itEqualsTheRecorded('plateau');

const create = (params: Values, lr = 1) =>
  reduceOnPlateau.create(parseParams(reduceOnPlateau.params, params, 'params'), {
    lr,
    total: 100,
    create: () => {
      throw new Error('nothing stands inside');
    },
  });

/** The indices of the metrics after which the rate was cut, and the last rate. */
function cuts(params: Values, metrics: readonly number[], lr = 1): { at: number[]; last: number } {
  const schedule = create(params, lr);
  const state = schedule.init();
  const at = metrics.flatMap((metric, i) => {
    const before = schedule.lr(state);
    schedule.observe(state, metric);
    return schedule.lr(state) < before ? [i] : [];
  });
  return { at, last: schedule.lr(state) };
}

const losses = [10, ...Array.from({ length: 13 }, () => 9)];

describe('the printed cuts for patience 2, factor .1, losses 10, 9, 9 × 12', () => {
  test.each([
    ['pytorch', 0, [4, 7, 10, 13], 1e-5],
    ['keras', 0, [3, 5, 7, 9, 11, 13], 1e-7],
    ['optax', 0, [3, 5, 7, 9, 11, 13], 1e-7],
    ['pytorch', 2, [4, 9], 1e-3],
    ['keras', 2, [3, 6, 9, 12], 1e-5],
    ['optax', 2, [3, 7, 11], 1e-4],
  ])('%s with cool-down %d', (dialect, cooldown, at, last) => {
    const found = cuts({ dialect, patience: 2, factor: 0.1, cooldown }, losses, 0.1);
    expect(found.at).toEqual(at);
    expect(found.last).toBeCloseTo(last, 15);
  });
});

describe('what counts as better', () => {
  /** Whether `metric` after `best` resets the counter. */
  const better = (params: Values, best: number, metric: number): boolean => {
    const schedule = create(params);
    const state = schedule.init();
    schedule.observe(state, best);
    schedule.observe(state, metric);
    expect(state.best).toBe(state.bad === 0 ? metric : best);
    return state.bad === 0;
  };

  test('PyTorch: less by a fraction of the best, or by a difference; equal is not less', () => {
    expect(better({ threshold: 0.1 }, 8, 7.1)).toBe(true);
    expect(better({ threshold: 0.1 }, 8, 7.2)).toBe(false);
    expect(better({ threshold: 0.5, thresholdMode: 'abs' }, 8, 7.4)).toBe(true);
    expect(better({ threshold: 0.5, thresholdMode: 'abs' }, 8, 7.5)).toBe(false);
    expect(better({ threshold: 0 }, 8, 8)).toBe(false);
  });

  test('upwards: more by a fraction, or by a difference', () => {
    expect(better({ mode: 'max', threshold: 0.5 }, 8, 12.1)).toBe(true);
    expect(better({ mode: 'max', threshold: 0.5 }, 8, 12)).toBe(false);
    expect(better({ mode: 'max', threshold: 0.5, thresholdMode: 'abs' }, 8, 8.6)).toBe(true);
    expect(better({ mode: 'max', threshold: 0.5, thresholdMode: 'abs' }, 8, 8.5)).toBe(false);
  });

  test('Keras: by a difference, whatever the kind of threshold says', () => {
    expect(better({ dialect: 'keras', threshold: 0.5 }, 8, 7.4)).toBe(true);
    expect(better({ dialect: 'keras', threshold: 0.5 }, 8, 7.5)).toBe(false);
    expect(better({ dialect: 'keras', mode: 'max', threshold: 0.5 }, 8, 8.6)).toBe(true);
    expect(better({ dialect: 'keras', mode: 'max', threshold: 0.5 }, 8, 8.5)).toBe(false);
  });

  test('Optax: by a fraction and a difference', () => {
    const params = { dialect: 'optax', threshold: 0.5, absoluteThreshold: 1 };
    expect(better(params, 8, 2.9)).toBe(true);
    expect(better(params, 8, 3)).toBe(false);
  });

  test('NaN never is, at first neither, and does not become the best', () => {
    const schedule = create({ patience: 5 });
    const state = schedule.init();
    schedule.observe(state, NaN);
    expect(state).toMatchObject({ best: Infinity, bad: 1 });
    schedule.observe(state, 3);
    schedule.observe(state, NaN);
    expect(state).toMatchObject({ best: 3, bad: 1 });
  });
});

describe('limits', () => {
  const worse = [1, ...Array.from({ length: 9 }, () => 1)];

  test('the rate stops at its floor, a fraction of η₀', () => {
    for (const dialect of ['pytorch', 'keras', 'optax']) {
      const { last } = cuts({ dialect, patience: 1, factor: 0.1, floor: 0.05 }, worse, 2);
      expect(last).toBe(0.1);
    }
  });

  test('PyTorch leaves out cuts of no more than ε, but starts counting afresh', () => {
    const schedule = create({ patience: 0, factor: 0.5, eps: 0.25, cooldown: 3 });
    const state = schedule.init();
    for (const metric of [1, 1]) schedule.observe(state, metric);
    expect(state).toMatchObject({ lr: 0.5, bad: 0, cooldown: 3 });
    for (const metric of [1, 1, 1]) schedule.observe(state, metric);
    expect(state).toMatchObject({ lr: 0.5, bad: 0, cooldown: 0 });
    schedule.observe(state, 1);
    expect(state).toMatchObject({ lr: 0.5, bad: 0, cooldown: 3 });
    expect(cuts({ patience: 0, factor: 0.5, eps: 0.25 }, worse).last).toBe(0.5);
    expect(cuts({ dialect: 'keras', patience: 1, factor: 0.5, eps: 0.25 }, worse).last).toBe(
      2 ** -9,
    );
  });

  test('Keras at its floor keeps waiting instead of starting afresh', () => {
    const schedule = create({
      dialect: 'keras',
      patience: 1,
      factor: 0.5,
      floor: 0.5,
      cooldown: 5,
    });
    const state = schedule.init();
    for (let i = 0; i < 12; i++) schedule.observe(state, 1);
    expect(state).toMatchObject({ lr: 0.5, cooldown: 0, bad: 6 });
  });
});

test('at its floor PyTorch and Optax start counting afresh all the same', () => {
  for (const dialect of ['pytorch', 'optax']) {
    const schedule = create({ dialect, patience: 1, factor: 0.5, floor: 1, cooldown: 7 });
    const state = schedule.init();
    for (let i = 0; i < 3; i++) schedule.observe(state, 1);
    expect(state).toMatchObject({ lr: 1, bad: 0 });
    expect(state.cooldown).toBe(dialect === 'pytorch' ? 7 : 6);
  }
});

test('without patience Keras cuts at every bad metric, but at no good one and not while it cools', () => {
  const metrics = [5, 4, 4, 3, 3, 3, 2];
  expect(cuts({ dialect: 'keras', patience: 0 }, metrics).at).toEqual([2, 4, 5]);
  expect(cuts({ dialect: 'keras', patience: 0, cooldown: 3 }, metrics).at).toEqual([2, 5]);
});

test('while cooling down the best is still kept, the bad ones are not', () => {
  for (const dialect of ['pytorch', 'keras', 'optax']) {
    const schedule = create({ dialect, patience: 1, factor: 0.5, cooldown: 3 });
    const state = schedule.init();
    for (const metric of [5, 5, 5]) schedule.observe(state, metric);
    const cooling = state.cooldown;
    expect(cooling).toBeGreaterThan(0);
    schedule.observe(state, 2);
    expect(state).toMatchObject({ best: 2, bad: 0, cooldown: cooling - 1 });
    schedule.observe(state, 3);
    expect(state.bad).toBe(0);
  }
});

test('Optax judges the mean of the metrics it has gathered', () => {
  const schedule = create({ dialect: 'optax', averaged: 3, patience: 1, factor: 0.5 });
  const state = schedule.init();
  for (const metric of [1, 2]) schedule.observe(state, metric);
  expect(state).toMatchObject({ best: Infinity, mean: 1.5, seen: 2 });
  schedule.observe(state, 6);
  expect(state).toMatchObject({ best: 3, mean: 0, seen: 0, lr: 1 });
  for (const metric of [1, 1, 8]) schedule.observe(state, metric);
  expect(state).toMatchObject({ best: 3, lr: 0.5, bad: 0 });
});

test('PyTorch and Keras judge every metric', () => {
  for (const dialect of ['pytorch', 'keras']) {
    const schedule = create({ dialect, averaged: 3 });
    const state = schedule.init();
    schedule.observe(state, 4);
    expect(state.best).toBe(4);
  }
});

test('the state is plain, and starts with nothing seen', () => {
  expect(create({}, 0.3).init()).toEqual({
    lr: 0.3,
    best: Infinity,
    bad: 0,
    cooldown: 0,
    mean: 0,
    seen: 0,
  });
  expect(create({ mode: 'max' }).init().best).toBe(-Infinity);
});

test('what Optax cannot do is refused', () => {
  const check = (params: Values): void =>
    reduceOnPlateau.check!(parseParams(reduceOnPlateau.params, params, 'params'), 'here');
  expect(() => check({ dialect: 'optax', mode: 'max' })).toThrow(
    new ConfigError('unknown-choice', 'here.mode', "'max'", 'min'),
  );
  expect(() => check({ dialect: 'optax', patience: 0 })).toThrow(
    new ConfigError('out-of-range', 'here.patience', '0', '1 ≤ x'),
  );
  for (const dialect of ['pytorch', 'keras']) {
    expect(() => check({ dialect, mode: 'max', patience: 0 })).not.toThrow();
  }
  expect(() => check({ dialect: 'optax' })).not.toThrow();
});
