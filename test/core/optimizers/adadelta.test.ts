import { describe, expect, test } from 'vitest';
import { adadelta } from '../../../core/optimizers/adadelta.ts';
import {
  build,
  dialectDefaults,
  line,
  stream,
  updatesUntil,
  walk,
} from '../../support/optimizer-walk.ts';

test('steps are measured by past steps', () => {
  // ρ = ½, ε = 1, g = √6: s = 3, δ = √1/√4 · √6 = √6/2, d = ¾;  then g = 1: s = 2, δ = √(7/4)/√3
  const path = line(
    build(adadelta, { rho: 0.5, eps: 1 }),
    { start: [0], gradient: stream([Math.sqrt(6), 1]), lr: 0.1 },
    2,
  );
  expect(path[1]).toBeCloseTo(-0.1 * (Math.sqrt(6) / 2), 14);
  expect(path[2]! - path[1]!).toBeCloseTo(-0.1 * Math.sqrt(7 / 12), 14);
});

test('the second pair of steps remembers the first by ρ', () => {
  // ρ = ½, ε = 1, as above, then a third gradient 2: s = 3, d = ½ · ¾ + ½ · 7/12 = 2/3, δ = √(5/3)/2 · 2
  const path = line(
    build(adadelta, { rho: 0.5, eps: 1 }),
    { start: [0], gradient: stream([Math.sqrt(6), 1, 2]), lr: 1 },
    3,
  );
  expect(path[3]! - path[2]!).toBeCloseTo(-Math.sqrt(5 / 3), 14);
});

test('weight decay counts as gradient; Keras shrinks the parameters instead', () => {
  const values = { rho: 0.5, eps: 1, weightDecay: 0.5 };
  const still = { start: [4], gradient: () => [0], lr: 0.1 };
  // g = 2, s = 2, δ = 2/√3
  const coupled = line(build(adadelta, values), still, 1);
  expect(coupled[1]).toBeCloseTo(4 - 0.2 / Math.sqrt(3), 14);
  const keras = line(build(adadelta, { ...values, dialect: 'keras' }), still, 2);
  [4, 3.8, 3.61].forEach((x, s) => expect(keras[s]).toBeCloseTo(x, 14));
});

test('the dialects share the rule and differ in constants', () => {
  const { options } = adadelta.params.dialect;
  const wave = { start: [1], gradient: (x: Float64Array) => [Math.sin(3 * x[0]!)], lr: 1 };
  const plain = line(build(adadelta), wave, 50);
  for (const { id: dialect, defaults } of options) {
    expect(line(build(adadelta, { dialect }), wave, 50)).toEqual(plain);
    const own = line(build(adadelta, { ...defaults, dialect }), wave, 50);
    // The first step is √ε/√((1 − ρ)g² + ε) · g with each one's constants.
    const { rho, eps } = {
      pytorch: { rho: 0.9, eps: 1e-6 },
      keras: { rho: 0.95, eps: 1e-7 },
      paper: { rho: 0.95, eps: 1e-6 },
    }[dialect];
    const g = Math.sin(3);
    expect(own[0]! - own[1]!).toBeCloseTo(g / Math.sqrt(((1 - rho) * g * g) / eps + 1), 13);
  }
});

describe('what it was invented for', () => {
  test('with η = 1 it arrives from where gradient descent must not start; it starts slowly', () => {
    const quartic = { start: [10], gradient: (x: Float64Array) => [x[0]! ** 3], lr: 1 };
    const near = (x: Float64Array) => Math.abs(x[0]!) < 0.1;
    expect(updatesUntil(build(adadelta), quartic, near, 3000)).toBe(2581);
    const path = line(build(adadelta), { start: [0], gradient: () => [1], lr: 1 }, 1);
    expect((-path[1]!).toFixed(5)).toBe('0.00316');
  });

  test('its price: in a ravine it chatters above 10⁻⁴ of the first loss, unless the loss is small', () => {
    const lowest = (unit: number) => {
      const gradient = (x: Float64Array) => [unit * x[0]!, unit * 100 * x[1]!];
      const path = walk(build(adadelta), { start: [10, 1], gradient, lr: 1 }, 30_000);
      return Math.min(...path.map(([x, y]) => (x! ** 2 + 100 * y! ** 2) / 200));
    };
    expect(lowest(1)).toBeGreaterThan(1e-4);
    expect(lowest(1000)).toBeGreaterThan(1e-4);
    expect(lowest(1e-3)).toBeLessThan(1e-20);
  });
});

test('each dialect brings the constants of its source', () => {
  expect(dialectDefaults(adadelta)).toEqual({
    pytorch: { rho: 0.9, eps: 1e-6 },
    keras: { rho: 0.95, eps: 1e-7 },
    paper: { rho: 0.95, eps: 1e-6 },
  });
});
