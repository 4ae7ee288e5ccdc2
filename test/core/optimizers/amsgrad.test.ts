import { describe, expect, test } from 'vitest';
import { adam } from '../../../core/optimizers/adam.ts';
import { amsgrad } from '../../../core/optimizers/amsgrad.ts';
import type { Optimizer } from '../../../core/optimizers/optimizer.ts';
import { build, dialectDefaults, line, stream } from '../../support/optimizer-walk.ts';

const gradients = [0.3, 2.5, -1.2, 0.1, -0.1, 0.2];
const descent = { start: [0], gradient: stream(gradients), lr: 0.1 };
const values = { beta1: 0.7, beta2: 0.5, eps: 0.25 };
const m = (t: number) => sum(t, 0.7, (g) => g);
const v = (t: number) => sum(t, 0.5, (g) => g * g);
const sum = (t: number, beta: number, of: (g: number) => number): number =>
  gradients.slice(0, t).reduce((s, g, i) => s + (1 - beta) * beta ** (t - 1 - i) * of(g), 0);
const upTo = (t: number) => Array.from({ length: t }, (_, i) => i + 1);

/** Steps that each dialect's own way of writing the rule gives at update t. */
const written = {
  pytorch: (t: number) =>
    m(t) / (1 - 0.7 ** t) / (Math.sqrt(Math.max(...upTo(t).map(v)) / (1 - 0.5 ** t)) + 0.25),
  keras: (t: number) =>
    ((Math.sqrt(1 - 0.5 ** t) / (1 - 0.7 ** t)) * m(t)) /
    (Math.sqrt(Math.max(...upTo(t).map(v))) + 0.25),
  optax: (t: number) =>
    m(t) /
    (1 - 0.7 ** t) /
    (Math.sqrt(Math.max(...upTo(t).map((i) => v(i) / (1 - 0.5 ** i)))) + 0.25),
  paper: (t: number) => m(t) / (Math.sqrt(Math.max(...upTo(t).map(v))) + 0.25),
};

test.each(Object.entries(written))('%s: the largest v so far is the denominator', (name, step) => {
  const dialect = name as keyof typeof written;
  const path = line(build(amsgrad, { ...values, dialect }), descent, 6);
  for (const t of upTo(6)) expect(path[t - 1]! - path[t]!).toBeCloseTo(0.1 * step(t), 14);
});

test('the dialects part where said', () => {
  // With β₂ = 0 nothing is corrected and ε is the same everywhere; without β₁ the paper agrees too.
  const same = { beta1: 0, beta2: 0, eps: 0.25 };
  const paths = (Object.keys(written) as (keyof typeof written)[]).map((dialect) =>
    line(build(amsgrad, { ...same, dialect }), descent, 6),
  );
  for (const path of paths) expect(path).toEqual(paths[0]);
  // While v grows, the maximum is v itself, and all of them but Optax and the paper are Adam in their dialect.
  for (const dialect of ['pytorch', 'keras'] as const) {
    const growing = { start: [0], gradient: stream([1, 2, 4, 8]), lr: 0.1 };
    const of = line(build(adam, { ...values, dialect }), growing, 4);
    expect(line(build(amsgrad, { ...values, dialect }), growing, 4)).toEqual(of);
  }
});

test('weight decay counts as gradient; only Keras shrinks the parameters', () => {
  const still = { start: [5], gradient: () => [0], lr: 0.1 };
  const end = (dialect: keyof typeof written) =>
    line(build(amsgrad, { eps: 1, weightDecay: 0.6, dialect }), still, 1)[1];
  expect(end('pytorch')).toBeCloseTo(5 - 0.075, 13);
  expect(end('optax')).toBeCloseTo(5 - 0.075, 13);
  expect(end('paper')).toBeCloseTo(5 - (0.1 * 0.3) / (Math.sqrt(0.009) + 1), 13);
  expect(end('keras')).toBeCloseTo(4.7, 13);
});

test('a cycled β₁ enters both the mean and its correction by the t-th power', () => {
  const cycled = line(
    build(amsgrad, { beta1: 0.9, beta2: 0, eps: 0 }),
    { start: [0], gradient: () => [1], lr: 1, momentum: (step) => [0.8, 0.5][step]! },
    2,
  );
  expect(cycled[0]! - cycled[1]!).toBeCloseTo(1, 13);
  expect(cycled[1]! - cycled[2]!).toBeCloseTo(0.6 / 0.75, 13);
});

describe('what it was invented for', () => {
  /** θ after `steps` updates on a stream projected on [−1, 1], whose optimum is −1. */
  const project = <S>(
    optimizer: Optimizer<S>,
    gradient: (t: number) => number,
    steps: number,
  ): number => {
    const state = optimizer.init(1);
    const params = Float64Array.of(0);
    const out = new Float64Array(1);
    const grad = new Float64Array(1);
    for (let t = 1; t <= steps; t++) {
      grad[0] = gradient(t);
      optimizer.update({ t, lr: 0.5 / Math.sqrt(t), momentum: null, params, grad }, state, out);
      params[0] = Math.min(Math.max(params[0]! + out[0]!, -1), 1);
    }
    return params[0]!;
  };
  const threes = (t: number) => (t % 3 === 1 ? 3 : -1);

  test('a rare large gradient is right and Adam walks to the wrong end', () => {
    const wrong = [1e2, 1e3, 1e4].map((steps) =>
      project(build(adam, { beta1: 0, beta2: 0.1 }), threes, steps).toFixed(4),
    );
    expect(wrong).toEqual(['0.9476', '0.9834', '0.9948']);
    const right = project(build(amsgrad, { beta1: 0, beta2: 0.1 }), threes, 1e4);
    expect(right.toFixed(4)).toBe('-1.0000');
  });

  test.each([0.5, 0.8, 0.9, 0.95, 0.99, 0.999])(
    'a longer memory cures that stream: β₂ = %f',
    (beta2) => {
      expect(project(build(adam, { beta1: 0, beta2 }), threes, 1e4)).toBe(-1);
    },
  );

  test('1010 every 101 updates, else −10: also with the usual constants', () => {
    const rare = (t: number) => (t % 101 === 1 ? 1010 : -10);
    const usual = { beta1: 0.9, beta2: 0.99 };
    const ends = (steps: number) =>
      [build(adam, usual), build(amsgrad, usual)].map((optimizer) =>
        project<unknown>(optimizer as Optimizer<unknown>, rare, steps),
      );
    const [wrong, right] = ends(30_000);
    expect(wrong).toBeGreaterThan(0.9);
    expect(right).toBeLessThan(-0.9);
    if (process.env['DOWNHILL_TEST_SIZE'] !== 'full') return;
    expect(ends(1e6).map((x) => x.toFixed(4))).toEqual(['1.0000', '-0.9973']);
  });
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(amsgrad)).toEqual({
    pytorch: { eps: 1e-8 },
    keras: { eps: 1e-7 },
    optax: { eps: 1e-8 },
    paper: { eps: 1e-8 },
  });
});
