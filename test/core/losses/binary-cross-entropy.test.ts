import { describe, expect, test } from 'vitest';
import { descend, judge, lossChoice, lossOf, modelOf, samplesOf } from '../../support/models.ts';
import { fc } from '../../support/seed.ts';

const sum = (posWeight = 1) => lossOf('binary-cross-entropy', { posWeight, reduction: 'sum' });

test('at z = 0 either class costs log 2, and the gradient is ½ towards the truth', () => {
  const { terms, grad } = judge(sum(), [0, 0], [1, 0]);
  terms.forEach((value) => expect(value).toBeCloseTo(Math.LN2, 15));
  expect(grad).toEqual([-0.5, 0.5]);
});

test('finite and right at ±1000', () => {
  expect(judge(sum(), [1000, 1000, -1000, -1000], [1, 0, 1, 0])).toEqual({
    value: 2000,
    terms: [0, 1000, 1000, 0],
    grad: [0, 1, -1, 0],
  });
});

test('the gradient is probability minus target, also for soft targets', () => {
  const score = fc.double({ min: -30, max: 30, noNaN: true });
  fc.assert(
    fc.property(score, fc.double({ min: 0, max: 1, noNaN: true }), (z, y) => {
      expect(judge(sum(), [z], [y]).grad[0]).toBeCloseTo(1 / (1 + Math.exp(-z)) - y, 14);
    }),
  );
});

test('a positive weight multiplies only what positives cost', () => {
  const [plain, heavy] = [judge(sum(), [0.7, 0.7], [1, 0]), judge(sum(3), [0.7, 0.7], [1, 0])];
  expect(heavy.terms[0]).toBeCloseTo(3 * plain.terms[0]!, 14);
  expect(heavy.terms[1]).toBe(plain.terms[1]);
});

/** One neuron with w = b = v, x = 1, y = 0, rate 0.15: steps until its probability is below 0.1. */
describe('squared error and cross-entropy on a neuron that is confidently wrong', () => {
  const sample = samplesOf([[1]], [0]);
  const shape = { features: 1, classes: 2 };
  const below = (w: Float64Array) => 1 / (1 + Math.exp(-w[0]! - w[1]!)) < 0.1;
  const steps = (loss: 'mse' | 'binary-cross-entropy', v: number): number => {
    const choice = lossChoice(loss, loss === 'mse' ? { half: true } : {});
    const params = Float64Array.of(v, v);
    const model = modelOf('logistic-regression', {}, choice, shape);
    return descend(model, sample, params, 0.15, 80_000, () => below(params));
  };

  test.each([
    [0.3, 252, 37],
    [1, 289, 43],
    [2, 469, 50],
    [3, 1652, 57],
    [4, 10_265, 63],
    [5, 73_771, 70],
  ])('from v = %f: %i and %i', (v, squared, entropy) => {
    expect(steps('mse', v)).toBe(squared);
    expect(steps('binary-cross-entropy', v)).toBe(entropy);
  });
});
