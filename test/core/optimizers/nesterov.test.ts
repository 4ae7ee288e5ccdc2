import { describe, expect, test } from 'vitest';
import { nesterov } from '../../../core/optimizers/nesterov.ts';
import {
  build,
  dialectDefaults,
  line,
  stream,
  updatesUntil,
} from '../../support/optimizer-walk.ts';

const parabola = { start: [10], gradient: (x: Float64Array) => [x[0]!], lr: 0.1 };

test('each update adds the new gradient to where the velocity leads', () => {
  // v = 1, 2.5, 4.25;  g + ½v = 1.5, 3.25, 5.125
  const descent = { start: [0], gradient: stream([1, 2, 3]), lr: 0.1 };
  const path = line(build(nesterov, { momentum: 0.5 }), descent, 3);
  [0, -0.15, -0.475, -0.9875].forEach((x, s) => expect(path[s]).toBeCloseTo(x, 15));
});

test('a change of variable gives the textbook form, whose gradient is taken at φ + βw', () => {
  const [beta, eta] = [0.9, 0.05];
  const slope = (x: number) => Math.sin(x) + x / 3;
  const path = line(
    build(nesterov, { momentum: beta }),
    { start: [2], gradient: (x) => [slope(x[0]!)], lr: eta },
    40,
  );
  let phi = 2;
  let w = 0;
  for (let s = 0; s <= 40; s++) {
    expect(path[s]).toBeCloseTo(phi + beta * w, 12);
    w = beta * w - eta * slope(phi + beta * w);
    phi += w;
  }
});

test('a cycled momentum takes the place of the parameter', () => {
  const cycled = line(
    build(nesterov),
    { start: [0], gradient: stream([1, 1]), lr: 1, momentum: (step) => [0.5, 0.25][step]! },
    2,
  );
  // v = 1, step 1.5;  v = 1.25, step 1 + 0.3125
  expect(cycled).toEqual([0, -1.5, -2.8125]);
});

describe('Keras', () => {
  const keras = { dialect: 'keras' } as const;

  test('parts when the rate changes: old steps keep their old rate', () => {
    const dropped = { ...parabola, lr: (step: number) => (step < 20 ? 0.1 : 0.001) };
    const outside = line(build(nesterov), dropped, 40);
    const inside = line(build(nesterov, keras), dropped, 40);
    for (let s = 0; s <= 20; s++) expect(inside[s]).toBeCloseTo(outside[s]!, 12);
    // With velocity V = Σ βᵏ g of the 20 gradients so far, and the 21st, G, both at the point reached:
    const x20 = outside[20]!;
    const V = outside.slice(0, 20).reduce((sum, g, i) => sum + g * 0.9 ** (19 - i), 0);
    expect(outside[21]! - x20).toBeCloseTo(-0.001 * (x20 + 0.9 * (0.9 * V + x20)), 12);
    expect(inside[21]! - x20).toBeCloseTo(-0.001 * x20 - 0.9 * (0.9 * 0.1 * V + 0.001 * x20), 12);
  });

  test('shrinks the parameters instead of adding the decay to the velocity', () => {
    const descent = { start: [2], gradient: () => [0], lr: 0.1 };
    const values = { momentum: 0.5, weightDecay: 0.5 };
    // g = v = 1, step 1 + 0.5: θ₁ = 1.85;  g = 0.925, v = 1.425, step 0.925 + 0.7125: θ₂ = 1.68625
    const coupled = line(build(nesterov, values), descent, 2);
    [2, 1.85, 1.68625].forEach((x, s) => expect(coupled[s]).toBeCloseTo(x, 14));
    const shrunk = line(build(nesterov, { ...values, ...keras }), descent, 2);
    [2, 1.9, 1.805].forEach((x, s) => expect(shrunk[s]).toBeCloseTo(x, 14));
  });
});

describe('what it was invented for', () => {
  test('it swings less than the heavy ball', () => {
    const path = line(build(nesterov), parabola, 300);
    expect(Math.min(...path).toFixed(2)).toBe('-3.94');
    expect(path.findLastIndex((x) => Math.abs(x) >= 0.01) + 1).toBe(62);
    const slow = line(build(nesterov, { momentum: 0.99 }), parabola, 3000);
    expect(slow.findLastIndex((x) => Math.abs(x) >= 0.01) + 1).toBe(118);
  });

  test('the ravine of condition 100 takes 107 updates', () => {
    const descent = { start: [10, 1], gradient: (x: Float64Array) => [x[0]!, 100 * x[1]!] };
    const done = (x: Float64Array) => (x[0]! ** 2 + 100 * x[1]! ** 2) / 2 < 1e-6;
    const best = build(nesterov, { momentum: 9 / 11 });
    expect(updatesUntil(best, { ...descent, lr: 0.01 }, done, 1000)).toBe(107);
  });

  test.each([
    [25, 3],
    [27, 11],
    [30, 12],
  ])('where the heavy ball cycles it arrives: η = 1/%i, %i updates', (inverse, updates) => {
    const slope = (x: number) => (x < 1 ? 25 * x : x < 2 ? x + 24 : 25 * x - 24);
    const descent = { start: [3.3], gradient: (x: Float64Array) => [slope(x[0]!)] };
    const done = (x: Float64Array) => Math.abs(x[0]!) < 1e-6;
    const tuned = build(nesterov, { momentum: 2 / 3 });
    expect(updatesUntil(tuned, { ...descent, lr: 1 / inverse }, done, 1000)).toBe(updates);
  });

  test('its price: it is stable only up to η = 2(1 + β)/(L(1 + 2β))', () => {
    const limit = 3.8 / 2.8;
    const end = (lr: number) => Math.abs(line(build(nesterov), { ...parabola, lr }, 3000)[3000]!);
    expect(end(limit * 0.995)).toBeLessThan(1e-3);
    expect(end(limit * 1.005)).toBeGreaterThan(1e3);
  });
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(nesterov)).toEqual({ pytorch: {}, keras: {} });
});
