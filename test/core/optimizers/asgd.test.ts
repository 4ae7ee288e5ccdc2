import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../core/math/rng.ts';
import { asgd } from '../../../core/optimizers/asgd.ts';
import { sgd } from '../../../core/optimizers/sgd.ts';
import { parseParams } from '../../../core/params.ts';
import {
  build,
  dialectDefaults,
  line,
  points,
  stream,
  type Descent,
} from '../../support/optimizer-walk.ts';

type Asgd = ReturnType<typeof asgd.create>;

/** What is evaluated at steps 0 … steps, one coordinate. */
function judged(optimizer: Asgd, descent: Descent, steps: number): number[] {
  const state = optimizer.init(1);
  const out = new Float64Array(1);
  const path: number[] = [];
  for (const x of points(optimizer, descent, state)) {
    optimizer.evaluationPoint!(x, state, out);
    path.push(out[0]!);
    if (path.length > steps) break;
  }
  return path;
}

test('a rate shrinks the parameters and falls; a new rate is felt one update late', () => {
  const values = { lambd: 0.5, alpha: 2 };
  const descent = {
    start: [4],
    gradient: stream([1, 2, 3]),
    lr: (s: number) => [0.2, 0.4, 0.8][s]!,
  };
  const path = line(build(asgd, values), descent, 3);
  // e₁ = 0.2;  e₂ = 0.2/(1 + 0.5 · 0.2 · 1)²;  e₃ = 0.4/(1 + 0.5 · 0.4 · 2)²
  const e = [0.2, 0.2 / 1.21, 0.4 / 1.96];
  let x = 4;
  e.forEach((rate, s) => {
    x = x * (1 - 0.5 * rate) - rate * (s + 1);
    expect(path[s + 1]).toBeCloseTo(x, 14);
  });
});

test('averaging starts after t₀ updates; before, and at the start, the point itself is judged', () => {
  const descent = { start: [0], gradient: () => [-1], lr: 1 };
  const plain = { lambd: 0, alpha: 0 };
  // θ = 0, 1, 2, …; μ = 1, 1, then 1/(t − t₀)
  expect(judged(build(asgd, plain), descent, 4)).toEqual([0, 1, 2, 3, 4]);
  const path = judged(build(asgd, { ...plain, t0: 2 }), descent, 7);
  // The average runs over θ₄, θ₅, …, and starts afresh there: 1/max(1, t − 1 − 2) = 1 up to t = 4
  [0, 1, 2, 3, 4, 4.5, 5, 5.5].forEach((x, s) => expect(path[s]).toBeCloseTo(x, 13));
});

test('averaging starts after a whole number of updates', () => {
  expect(() => parseParams(asgd.params, { t0: 1.5 }, 'params')).toThrow(/params\.t0/);
});

test('weight decay counts as gradient', () => {
  const path = line(
    build(asgd, { lambd: 0, weightDecay: 0.5 }),
    { start: [4], gradient: () => [1], lr: 0.1 },
    1,
  );
  expect(path[1]).toBeCloseTo(4 - 0.3, 14);
});

describe('paper', () => {
  const paper = { lambd: 0, alpha: 0, t0: 0, dialect: 'paper' } as const;

  test('plain descent at the present rate, judged by the mean of all points before the last', () => {
    const descent = {
      start: [3],
      gradient: (x: Float64Array) => [x[0]!],
      lr: (step: number) => 0.5 / (1 + step),
    };
    const visited = line(build(sgd), descent, 10);
    const path = line(build(asgd, paper), descent, 10);
    visited.forEach((x, s) => expect(path[s]).toBeCloseTo(x, 14));
    const means = judged(build(asgd, paper), descent, 10);
    expect(means[0]).toBe(3);
    for (let s = 1; s <= 10; s++) {
      const mean = visited.slice(0, s).reduce((sum, x) => sum + x, 0) / s;
      expect(means[s]).toBeCloseTo(mean, 13);
    }
  });

  test('with shrinkage it feels a new rate at once, and PyTorch one update later', () => {
    const values = { lambd: 0.5, alpha: 2 };
    const descent = { start: [4], gradient: () => [1], lr: (s: number) => (s === 0 ? 0.2 : 0.4) };
    const once = line(build(asgd, { ...values, dialect: 'paper', t0: 0 }), descent, 2);
    const late = line(build(asgd, values), descent, 2);
    expect(once[1]).toBe(late[1]);
    const [e, x] = [0.4 / 1.44, once[1]!];
    expect(once[2]).toBeCloseTo(x * (1 - 0.5 * e) - e, 14);
    expect(late[2]).not.toBeCloseTo(once[2]!, 2);
  });
});

test('what it was invented for: the average lies far closer to the optimum than the point', () => {
  const ends = (of: typeof judged): number => {
    let sum = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const rng = mulberry32(seed);
      const gradient = (x: Float64Array) => [x[0]! + rng.normal()];
      const tail = build(asgd, { lambd: 0, alpha: 0, t0: 200 });
      sum += of(tail, { start: [1], gradient, lr: 0.5 }, 1000)[1000]! ** 2;
    }
    return sum / 200;
  };
  // The point keeps the variance η/(2 − η) = 1/3; a mean of 800 points has about 1/800.
  expect(ends(line)).toBeGreaterThan(0.25);
  expect(ends(judged)).toBeLessThan(2 / 800);
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(asgd)).toEqual({
    pytorch: { lambd: 1e-4, alpha: 0.75, t0: 1e6 },
    paper: { lambd: 0, alpha: 0, t0: 0 },
  });
});
