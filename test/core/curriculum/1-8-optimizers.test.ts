/** What optimizers have in common; what one of them is for stands in its own test. */
import { expect, test } from 'vitest';
import { mulberry32 } from '../../../core/math/rng.ts';
import { optimizers } from '../../../core/optimizers/index.ts';
import { chosen } from '../../support/chains.ts';
import { expectPrinted, expectSameMean } from './printed.ts';
import { diagonal, hits, mean, parabola, repeat, tailLoss, updatesUntil, Walk } from './walk.ts';

test('gradient descent depends on the unit of the loss: times 1e-3, 1, 1e3', () => {
  const scaled = (c: number) => ({ objective: diagonal(c, 100 * c), start: [10, 1], rate: 0.019 });
  expect(hits(scaled(1e-3), 1e-4 * 1e-3, 30_000)).toBeNull();
  expect(hits(scaled(1), 1e-4)).toBe(343);
  expect(updatesUntil(new Walk(scaled(1e3)), ({ loss }) => loss > 1e12, 10)).toBe(2);
});

test.each([
  [0.1, '0.0245'],
  [0.05, '0.0124'],
  [0.025, '0.0062'],
  [0.0125, '0.0031'],
])('Adam has a noise floor, too: η = %s, %s', (rate, floor) => {
  const plan = {
    objective: parabola(),
    start: [1],
    rate,
    optimizer: chosen('adam'),
    noise: 1,
    rng: mulberry32(1),
  };
  expectSameMean(repeat(plan, 200, tailLoss(3000, 1000)), floor);
});

test('momentum η = .01, β = .9 has the floor of plain descent at .1: measured .02493', () => {
  const losses = repeat(
    {
      objective: parabola(),
      start: [10],
      rate: 0.01,
      optimizer: chosen('momentum', { momentum: 0.9 }),
      noise: 1,
      rng: mulberry32(1),
    },
    400,
    tailLoss(5000, 1000),
  );
  expectPrinted(mean(losses), '0.02493');
});

test('without its corrections Adam would begin with .0316 and grow to .0657 under a constant gradient', () => {
  const adam = optimizers.adam.create(chosen('adam').params as never);
  const state = adam.init(1);
  const [grad, params, out] = [Float64Array.of(1), new Float64Array(1), new Float64Array(1)];
  const steps = Array.from({ length: 2000 }, (_, i) => {
    adam.update({ t: i + 1, lr: 0.01, momentum: null, params, grad }, state, out);
    const [power1, power2] = state.powers;
    return (-out[0]! * (1 - power1!)) / Math.sqrt(1 - power2!);
  });
  expectPrinted([steps[0]!, Math.max(...steps)], '0.0316 0.0657');
});

test('the momentum of Nadam with ψ = 1 after 1, 10 and 50 updates', () => {
  const nadam = optimizers.nadam.create(chosen('nadam', { momentumDecay: 1 }).params as never);
  const state = nadam.init(1);
  const [grad, params, out] = [Float64Array.of(1), new Float64Array(1), new Float64Array(1)];
  const momenta = Array.from({ length: 50 }, (_, i) => {
    const before = state.powers[0]!;
    nadam.update({ t: i + 1, lr: 0.01, momentum: null, params, grad }, state, out);
    return state.powers[0]! / before;
  });
  expectPrinted([momenta[0]!, momenta[9]!, momenta[49]!], '0.468 0.601 0.842');
});
