import { describe, expect, test } from 'vitest';
import { momentum } from '../../../core/optimizers/momentum.ts';
import {
  build,
  dialectDefaults,
  line,
  stream,
  updatesUntil,
  written,
} from '../../support/optimizer-walk.ts';

const parabola = { start: [10], gradient: (x: Float64Array) => [x[0]!], lr: 0.1 };

test('old gradients fade by β, the first one is not dampened', () => {
  // v₁ = 1,  v₂ = 0.5 · 1 + 0.75 · 2 = 2,  v₃ = 0.5 · 2 + 0.75 · 3 = 3.25
  const descent = { start: [0], gradient: stream([1, 2, 3]), lr: 0.1 };
  const path = line(build(momentum, { momentum: 0.5, dampening: 0.25 }), descent, 3);
  [0, -0.1, -0.3, -0.625].forEach((x, s) => expect(path[s]).toBeCloseTo(x, 15));
});

test('the velocity is the sum of all gradients, each weighted by β to its age', () => {
  const gradients = [0.3, -1.2, 2.5, 0.7, -0.1, 1.9];
  const path = line(
    build(momentum, { momentum: 0.8 }),
    { start: [0], gradient: stream(gradients), lr: 1 },
    6,
  );
  const velocity = gradients.reduce((sum, g, i) => sum + g * 0.8 ** (5 - i), 0);
  expect(path[6]! - path[5]!).toBeCloseTo(-velocity, 13);
});

test('a cycled momentum takes the place of the parameter', () => {
  const descent = { start: [0], gradient: stream([1, 1, 1]), lr: 1 };
  const cycled = line(
    build(momentum, { momentum: 0.9 }),
    { ...descent, momentum: (step) => [0.9, 0, 0.5][step]! },
    3,
  );
  // v = 1, then 0 · 1 + 1 = 1, then 0.5 · 1 + 1 = 1.5
  expect(cycled).toEqual([0, -1, -2, -3.5]);
});

describe('Keras', () => {
  const keras = { dialect: 'keras' } as const;

  test('parts when the rate changes: old steps keep their old rate', () => {
    const dropped = { ...parabola, lr: (step: number) => (step < 20 ? 0.1 : 0.001) };
    const outside = line(build(momentum), dropped, 60);
    const inside = line(build(momentum, keras), dropped, 60);
    for (let s = 0; s <= 20; s++) expect(inside[s]).toBeCloseTo(outside[s]!, 12);
    const printed = (path: number[]) => [20, 21, 60].map((s) => path[s]!.toFixed(5));
    expect(printed(outside)).toEqual(['3.44667', '3.44165', '2.46374']);
    expect(printed(inside)).toEqual(['3.44667', '3.28502', '1.23842']);
  });

  test('shrinks the parameters instead of adding the decay to the velocity', () => {
    const descent = { start: [2], gradient: () => [0], lr: 0.1 };
    const values = { momentum: 0.5, weightDecay: 0.5 };
    // v₁ = 0.5 · 2 = 1, θ₁ = 1.9;  v₂ = 0.5 + 0.95 = 1.45, θ₂ = 1.755
    const coupled = line(build(momentum, values), descent, 2);
    [2, 1.9, 1.755].forEach((x, s) => expect(coupled[s]).toBeCloseTo(x, 14));
    // θ ← (1 − 0.1 · 0.5) θ
    const shrunk = line(build(momentum, { ...values, ...keras }), descent, 2);
    [2, 1.9, 1.805].forEach((x, s) => expect(shrunk[s]).toBeCloseTo(x, 14));
  });

  test('a dampening given all the same works as outside', () => {
    const values = { momentum: 0.5, dampening: 0.25 };
    const descent = { start: [0], gradient: stream([1, 2, 3]), lr: 0.1 };
    const inside = line(build(momentum, { ...values, ...keras }), descent, 3);
    [0, -0.1, -0.3, -0.625].forEach((x, s) => expect(inside[s]).toBeCloseTo(x, 15));
  });
});

describe('what it was invented for', () => {
  test.each([
    [10, 18],
    [100, 69],
    [1000, 257],
    [10_000, 935],
  ])('a ravine of condition %i takes %i updates with the best constants', (kappa, updates) => {
    const root = Math.sqrt(kappa);
    const best = build(momentum, { momentum: ((root - 1) / (root + 1)) ** 2 });
    expect(ravine(best, kappa, (2 / (root + 1)) ** 2)).toBe(updates);
  });

  test.each([
    [0.003, 0.9, 191],
    [0.0035, 0.88, 214],
    [0.001, 0.94, 296],
    [0.002, 0.9, 346],
    [0.001, 0.9, 803],
  ])('κ = 1000 by hand: η = %f, β = %f takes %i updates', (lr, beta, updates) => {
    expect(ravine(build(momentum, { momentum: beta }), 1000, lr)).toBe(updates);
  });

  test('its price: it overshoots and swings', () => {
    const path = line(build(momentum), parabola, 300);
    expect(Math.min(...path).toFixed(2)).toBe('-6.04');
    expect(path.findLastIndex((x) => Math.abs(x) >= 0.01) + 1).toBe(129);
    const slow = line(build(momentum, { momentum: 0.99 }), parabola, 3000);
    expect(slow.findLastIndex((x) => Math.abs(x) >= 0.01) + 1).toBe(1373);
  });

  test('it is stable up to η = 2(1 + β)/L and not beyond', () => {
    const end = (lr: number) => Math.abs(line(build(momentum), { ...parabola, lr }, 3000)[3000]!);
    expect(end(3.8 * 0.995)).toBeLessThan(1e-3);
    expect(end(3.8 * 1.005)).toBeGreaterThan(1e3);
  });

  test('on a convex function that is not quadratic it may cycle for ever', () => {
    const slope = (x: number) => (x < 1 ? 25 * x : x < 2 ? x + 24 : 25 * x - 24);
    const from = (start: number) => {
      const descent = { start: [start], gradient: (x: Float64Array) => [slope(x[0]!)], lr: 1 / 9 };
      return line(build(momentum, { momentum: 4 / 9 }), descent, 3000).slice(-3);
    };
    for (const start of [3.1, 3.2, 3.3, 3.4]) {
      const cycle = from(start).toSorted((a, b) => a - b);
      expect(cycle.map((x) => x.toFixed(6))).toEqual(['-1.802449', '0.646531', '2.115918']);
    }
    for (const start of [3.5, 4]) expect(Math.abs(from(start)[0]!)).toBeLessThan(1e-6);
  });
});

function ravine(optimizer: ReturnType<typeof build>, kappa: number, lr: number): number | null {
  const gradient = (x: Float64Array) => [x[0]!, kappa * x[1]!];
  const done = (x: Float64Array) => (x[0]! ** 2 + kappa * x[1]! ** 2) / 2 < 1e-6;
  return updatesUntil(optimizer, { start: [10, 1], gradient, lr }, done, 2000);
}

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(momentum)).toEqual({ pytorch: {}, keras: {} });
});

test('its arithmetic speaks of dampening only where there is some, from the second update on', () => {
  const velocity = (dampening: number, t: number): string | undefined =>
    written(momentum, { dampening }, { t })['velocity'];
  expect(velocity(0.5, 1)).toBe('momentum*velocity + g');
  expect(velocity(0.5, 2)).toBe('momentum*velocity + (1 - dampening)*g');
  expect(velocity(0, 2)).toBe('momentum*velocity + g');
});
