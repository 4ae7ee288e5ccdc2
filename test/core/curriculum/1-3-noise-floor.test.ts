/** The floor on which a constant rate stalls when gradients are noisy. */
import { describe, expect, test } from 'vitest';
import { noiseFloor } from '../../../core/analysis/noise-floor.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import { chosen } from '../../support/chains.ts';
import { expectPrinted, expectSameMean } from './printed.ts';
import { mean, parabola, repeat, tailLoss } from './walk.ts';

interface Setting {
  readonly rate: number;
  readonly curvature?: number;
  /** Samples whose gradients are averaged: the noise is 1 / √B. */
  readonly batch?: number;
}

const floor = ({ rate, curvature = 1, batch = 1 }: Setting): number =>
  noiseFloor([{ curvature, start: 0, centre: 0 }], 1 / Math.sqrt(batch), chosen('sgd'), rate)!
    .total;

/** 400 runs from 10, drawn one after the other from seed 1: mean loss over the last `tail` of 3,000 updates. */
const measured = ({ rate, curvature = 1, batch = 1 }: Setting, tail: number): number =>
  mean(
    repeat(
      {
        objective: parabola(curvature),
        start: [10],
        rate,
        noise: 1 / Math.sqrt(batch),
        rng: mulberry32(1),
      },
      400,
      tailLoss(3000, tail),
    ),
  );

describe('λ = σ = 1', () => {
  const rates = [0.4, 0.2, 0.1, 0.05, 0.025, 0.0125];

  test('in theory', () => {
    const floors = rates.map((rate) => floor({ rate }));
    expectPrinted(floors, '0.1250 0.05556 0.02632 0.01282 0.006329 0.003145');
  });

  test('as measured', () => {
    const floors = rates.map((rate) => measured({ rate }, 1000));
    expectPrinted(floors, '0.12463 0.05537 0.02621 0.01277 0.006333 0.003173');
  });
});

test('hardly depends on the curvature: λ = ¼, 1, 4 at η = .05', () => {
  const settings = [0.25, 1, 4].map((curvature) => ({ rate: 0.05, curvature }));
  expectPrinted(
    settings.map((setting) => measured(setting, 1500)),
    '0.01243 0.01266 0.01381',
  );
});

test('a batch of B divides it by B: B = 1, 4, 16 at η = .1', () => {
  const settings = [1, 4, 16].map((batch) => ({ rate: 0.1, batch }));
  expectPrinted(
    settings.map((setting) => measured(setting, 1000)),
    '0.02621 0.00655 0.00164',
  );
  expect(floor({ rate: 0.1 }) / floor({ rate: 0.1, batch: 16 })).toBeCloseTo(16, 12);
});

describe('the floor depends on η / B as long as η λ is small', () => {
  /**
   * Noisy regression y = w x + b + ½ ξ on fresh samples with x standard normal, half the squared error:
   * two directions of curvature 1. Excess loss of many runs from the solution, after 3 time constants.
   */
  const excess = (batch: number, rate: number, runs: number): number[] => {
    const rng = mulberry32(1);
    const steps = Math.ceil(3 / rate);
    return Array.from({ length: runs }, () => {
      let [w, b] = [0, 0];
      for (let t = 0; t < steps; t++) {
        let [gw, gb] = [0, 0];
        for (let k = 0; k < batch; k++) {
          const x = rng.normal();
          const residual = w * x + b - 0.5 * rng.normal();
          gw += residual * x;
          gb += residual;
        }
        w -= (rate * gw) / batch;
        b -= (rate * gb) / batch;
      }
      return 0.5 * (w * w + b * b);
    });
  };

  test.each([
    [1, 0.01, 2000, '1.25e-3'],
    [4, 0.04, 2000, '1.26e-3'],
    [16, 0.16, 2000, '1.34e-3'],
    [64, 0.64, 2000, '1.82e-3'],
    [16, 0.01, 500, '8.0e-5'],
  ])('B = %s, η = %s, %s runs: %s', (batch, rate, runs, printed) => {
    expectSameMean(excess(batch, rate, runs), printed);
    const theory = 2 * floor({ rate, batch: 4 * batch });
    expect(Math.abs(theory / Number(printed) - 1)).toBeLessThan(0.02);
  });
});
