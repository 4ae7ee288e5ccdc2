import { describe, expect, test } from 'vitest';
import { frozenRule } from '../../../core/analysis/frozen-preconditioner.ts';
import { frozenLimit, stabilityLimit } from '../../../core/analysis/stability-limit.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import type { Choice, Values } from '../../../core/params.ts';
import { chosen } from '../../support/chains.ts';

/** How far 0.5 % off the limit must shrink or grow the distance, in `MOST` updates, to be believed. */
const CLEARLY = 100;
const MOST = 200_000;

/** Whether a run at this rate converges on a quadratic with these curvatures: decided by the real optimizer. */
function converges(optimizer: Choice, curvatures: readonly number[], lr: number): boolean {
  const rule = optimizers[optimizer.id as OptimizerId].create(optimizer.params as never);
  const params = new Float64Array(curvatures.length).fill(1);
  const state = rule.init(params.length) as never;
  const [grad, out] = [new Float64Array(params.length), new Float64Array(params.length)];
  for (let t = 1; t <= MOST; t++) {
    for (let i = 0; i < params.length; i++) grad[i] = curvatures[i]! * params[i]!;
    rule.update({ t, lr, momentum: null, params, grad }, state, out);
    for (let i = 0; i < params.length; i++) params[i]! += out[i]!;
    const distance = Math.hypot(...params);
    if (distance < 1 / CLEARLY) return true;
    if (!(distance < CLEARLY * params.length)) return false;
  }
  throw new Error('undecided');
}

describe('in closed form', () => {
  const limit = (id: string, params: Values, ...curvatures: number[]): number =>
    stabilityLimit(chosen(id, params), curvatures)!.rate;

  test('gradient descent bears 2/L', () => {
    expect(stabilityLimit(chosen('sgd'), [1, 0.05])).toEqual({ rate: 2, kind: 'exact' });
    expect(limit('sgd', {}, 8)).toBe(0.25);
  });

  test('β = .9, L = 1: heavy ball 3.8, Nesterov 1.357, below plain descent', () => {
    expect(limit('momentum', { momentum: 0.9 }, 1)).toBeCloseTo(3.8, 14);
    expect(limit('nesterov', { momentum: 0.9 }, 1)).toBeCloseTo(3.8 / 2.8, 14);
  });

  test('averaging the gradients, τ = β = .9, bears 38', () => {
    expect(limit('momentum', { momentum: 0.9, dampening: 0.9 }, 1)).toBeCloseTo(38, 12);
  });

  test('a cycled momentum takes the place of the hyper-parameter', () => {
    expect(stabilityLimit(chosen('momentum'), [2], 0.5)!.rate).toBe(1.5);
  });

  test('none is known where a direction bends down, nor for β = 1, nor for adaptive optimizers', () => {
    expect(stabilityLimit(chosen('sgd'), [1, -0.1])).toBeNull();
    expect(stabilityLimit(chosen('momentum', { momentum: 1 }), [1])).toBeNull();
    expect(stabilityLimit(chosen('adam'), [1])).toBeNull();
  });
});

describe('half a percent below it the run converges, half a percent above it diverges', () => {
  const betas = [0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99];
  const bowls = [[1], [0.01, 0.004], [100, 3, 2], [7e5, 1e5]];
  const settings: readonly (readonly [string, Values])[] = [
    ['sgd', {}],
    ['sgd', { weightDecay: 0.5 }],
    ...betas.flatMap((momentum): readonly (readonly [string, Values])[] => [
      ['momentum', { momentum }],
      ['momentum', { momentum, dampening: 0.5 }],
      ['momentum', { momentum, weightDecay: 0.5 }],
      ['momentum', { momentum, weightDecay: 0.5, dialect: 'keras' }],
      ['nesterov', { momentum }],
      ['nesterov', { momentum, weightDecay: 0.5 }],
      ['nesterov', { momentum, weightDecay: 0.5, dialect: 'keras' }],
    ]),
  ];

  test.each(settings)('%s %o', (id, params) => {
    for (const curvatures of bowls) {
      const optimizer = chosen(id, params);
      const { rate } = stabilityLimit(optimizer, curvatures)!;
      expect(converges(optimizer, curvatures, rate * 0.995)).toBe(true);
      expect(converges(optimizer, curvatures, rate * 1.005)).toBe(false);
    }
  });
});

describe('adaptive optimizers with their second moments held', () => {
  const hessian = Float64Array.of(3, 1, 0.5, 1, 2, -0.3, 0.5, -0.3, 40);
  const dim = 3;
  /** Slots that are second moments, or what their corrections are made of, in any of these optimizers. */
  const held = ['sum', 'squares', 'deltas', 'mean', 'v', 'largest', 'u', 'powers'];

  /** Slots after some updates on noisy gradients of the quadratic, as a run would have them. */
  function midway(optimizer: Choice, updates: number): Record<string, Float64Array> {
    const rule = optimizers[optimizer.id as OptimizerId].create(optimizer.params as never);
    const state = rule.init(dim);
    const rng = mulberry32(3);
    const params = Float64Array.of(1, -2, 0.5);
    const [grad, out] = [new Float64Array(dim), new Float64Array(dim)];
    for (let t = 1; t <= updates; t++) {
      times(params, grad);
      for (let i = 0; i < dim; i++) grad[i]! += rng.normal();
      rule.update({ t, lr: 1e-3, momentum: null, params, grad }, state as never, out);
      for (let i = 0; i < dim; i++) params[i]! += out[i]!;
    }
    return state as unknown as Record<string, Float64Array>;
  }

  const times = (x: Float64Array, out: Float64Array): void => {
    for (let i = 0; i < dim; i++) {
      out[i] = 0;
      for (let j = 0; j < dim; j++) out[i]! += hessian[i * dim + j]! * x[j]!;
    }
  };

  /**
   * Whether the frozen iteration shrinks the distance. The real update is made on gradients too small to
   * move a second moment (1e-40 squared), and what is held is put back before every update; one update's own
   * decay of it is made good by asking for the divisor after an update that saw no gradient.
   */
  function shrinks(optimizer: Choice, from: Record<string, Float64Array>, t: number, lr: number) {
    const rule = optimizers[optimizer.id as OptimizerId].create(optimizer.params as never);
    const state = structuredClone(from);
    for (const slot of ['m', 'velocity']) state[slot]?.fill(0);
    const small = 1e-40;
    const params = new Float64Array(dim).fill(small);
    const [grad, out] = [new Float64Array(dim), new Float64Array(dim)];
    for (let k = 0; k < MOST; k++) {
      for (const slot of held) if (from[slot]) state[slot]!.set(from[slot]);
      times(params, grad);
      rule.update({ t, lr, momentum: null, params, grad }, state as never, out);
      for (let i = 0; i < dim; i++) params[i]! += out[i]!;
      const distance = Math.hypot(...params.map((value) => value / small));
      if (distance < 1 / CLEARLY) return true;
      if (!(distance < CLEARLY * dim)) return false;
    }
    throw new Error('undecided');
  }

  /** What the slots are after one more update without gradient: those that `shrinks` really divides by. */
  function afterSilence(optimizer: Choice, from: Record<string, Float64Array>, t: number) {
    const rule = optimizers[optimizer.id as OptimizerId].create(optimizer.params as never);
    const state = structuredClone(from);
    const nothing = new Float64Array(dim);
    rule.update(
      { t, lr: 0, momentum: null, params: nothing, grad: nothing },
      state as never,
      new Float64Array(dim),
    );
    // Adadelta measures by the steps before this one.
    if (from['deltas']) state['deltas']!.set(from['deltas']);
    return state;
  }

  test.each<[string, Values]>([
    ['adagrad', { lrDecay: 0.01 }],
    ['adagrad', { dialect: 'keras', eps: 0.1 }],
    ['adadelta', { eps: 0.01 }],
    ['rmsprop', { eps: 0.1 }],
    ['rmsprop', { momentum: 0.8, weightDecay: 0.3 }],
    ['rmsprop', { centered: true, momentum: 0.5, dialect: 'keras', weightDecay: 0.1 }],
    ['adam', {}],
    ['adam', { beta1: 0.5, weightDecay: 0.3, eps: 0.1 }],
    ['adam', { dialect: 'keras', weightDecay: 0.3, eps: 0.1 }],
    ['adamw', { weightDecay: 0.2 }],
    ['amsgrad', {}],
    ['amsgrad', { dialect: 'optax', eps: 0.1 }],
    ['amsgrad', { dialect: 'paper' }],
    ['adamax', {}],
    ['nadam', {}],
    ['nadam', { dialect: 'optax', beta1: 0.8 }],
    ['radam', {}],
    ['radam', { dialect: 'optax', eps: 0.1 }],
  ])('%s %o: half a percent decides', (id, params) => {
    const optimizer = chosen(id, params);
    for (const updates of [3, 40]) {
      const from = midway(optimizer, updates);
      const t = updates + 1;
      const { rate, kind } = frozenLimit(optimizer, hessian, {
        state: afterSilence(optimizer, from, t),
        t,
      })!;
      expect(kind).toBe('frozen-preconditioner');
      expect(shrinks(optimizer, from, t, rate * 0.995)).toBe(true);
      expect(shrinks(optimizer, from, t, rate * 1.005)).toBe(false);
    }
  });

  test('Adam on a long-run average bears 2 (1 + β₁) / ((1 − β₁) λmax(P⁻¹H)): 38 for β₁ = .9', () => {
    const optimizer = chosen('adam', { eps: 0 });
    const state = { v: Float64Array.of(4), powers: Float64Array.of(0, 0) };
    const limit = frozenLimit(optimizer, Float64Array.of(1), { state, t: 1e6 })!;
    expect(limit.rate).toBeCloseTo(2 * 38, 10);
  });

  test('null for the others, and before the first update', () => {
    const at = { state: {}, t: 1 };
    for (const id of ['sgd', 'momentum', 'lion', 'rprop']) {
      expect(frozenLimit(chosen(id), hessian, at)).toBeNull();
    }
    const state = midway(chosen('adam'), 0);
    expect(frozenRule(chosen('adam'), { state, t: 0 })).toBeNull();
  });
});
