/** One neuron with two losses, softmax, and back-propagation against differences. */
import { describe, expect, test } from 'vitest';
import type { LossId } from '../../../core/losses/index.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import type { Model } from '../../../core/models/model.ts';
import type { Choice } from '../../../core/params.ts';
import { judge, lossChoice, lossOf, modelOf, samplesOf } from '../../support/models.ts';
import { expectPrinted } from './printed.ts';

describe('a neuron that is confidently wrong: x = 1, y = 0, w = b = v, η = .15', () => {
  const data = samplesOf([[1]], [0]);
  const half = lossChoice('mse', { half: true });
  const neuron = (loss: LossId | Choice<LossId>): Model =>
    modelOf('logistic-regression', {}, loss, { features: 1, classes: 2 });
  const activation = (p: Float64Array): number => 1 / (1 + Math.exp(-(p[0]! + p[1]!)));

  const gradient = (model: Model, v: number): number => {
    const grad = new Float64Array(2);
    model.lossAndGrad(Float64Array.of(v, v), data, null, 0, 1, grad);
    return grad[0]!;
  };
  const updates = (model: Model, v: number): number => {
    const params = Float64Array.of(v, v);
    const grad = new Float64Array(2);
    let steps = 0;
    for (; activation(params) >= 0.1; steps++) {
      model.lossAndGrad(params, data, null, 0, 1, grad);
      params.forEach((p, i) => (params[i] = p - 0.15 * grad[i]!));
    }
    return steps;
  };

  test.each([
    [0.3, '0.6457', '0.148', '0.646', 252, 37],
    [1, '0.8808', '0.0925', '0.881', 289, 43],
    [2, '0.9820', '0.0173', '0.982', 469, 50],
    [3, '0.9975', '2.5e-3', '0.998', 1652, 57],
    [4, '0.99966', '3.4e-4', '0.9997', 10_265, 63],
    [5, '0.999955', '4.5e-5', '0.99995', 73_771, 70],
  ])(
    'v = %s: a₀ %s, gradients %s and %s, %s updates and %s',
    (v, a, squared, cross, slow, fast) => {
      const [mse, entropy] = [neuron(half), neuron('binary-cross-entropy')];
      expectPrinted(activation(Float64Array.of(v, v)), a);
      expectPrinted([gradient(mse, v), gradient(entropy, v)], `${squared} ${cross}`);
      expect([updates(mse, v), updates(entropy, v)]).toEqual([slow, fast]);
    },
  );
});

test('softmax of (2, 1, −1), class 3: probabilities, loss, gradient', () => {
  const loss = lossOf('softmax-cross-entropy', {}, { outputs: 3, targets: 1 });
  const { value, grad } = judge(loss, [2, 1, -1], [2], 3);
  expectPrinted(value, '3.349012');
  expectPrinted(grad, '0.705385 0.259496 -0.964881');
  expectPrinted(grad[2]! + 1, '0.035119');
});

describe('back-propagation against central differences, h = 1e-5', () => {
  /** Largest difference over all parameters, relative to the length of the gradient. */
  const worst = (model: Model, features: number, targets: number[]): number => {
    const rng = mulberry32(3);
    const rows = targets.map(() => Array.from({ length: features }, () => rng.normal()));
    const data = samplesOf(rows, targets);
    const params = model.init(rng);
    const n = targets.length;
    const [grad, scratch] = [new Float64Array(model.dim), new Float64Array(model.dim)];
    model.lossAndGrad(params, data, null, 0, n, grad);
    const at = (i: number, value: number): number =>
      model.lossAndGrad(params.with(i, value), data, null, 0, n, scratch);
    const differences = params.map((p, i) =>
      Math.abs((at(i, p + 1e-5) - at(i, p - 1e-5)) / 2e-5 - grad[i]!),
    );
    return Math.max(...differences) / Math.hypot(...grad);
  };

  test.each<[string, LossId, number[], string, number, number | null]>([
    ['2-4-1 tanh, cross-entropy', 'binary-cross-entropy', [4], 'tanh', 2, 2],
    ['2-3-1 sigmoid, squared error', 'mse', [3], 'sigmoid', 2, null],
    ['2-8-8-3 tanh, softmax', 'softmax-cross-entropy', [8, 8], 'tanh', 2, 3],
    ['1-6-1, squared error', 'mse', [6], 'tanh', 1, null],
    ['2-5-2 relu, softmax', 'softmax-cross-entropy', [5], 'relu', 2, 2],
  ])('%s: below 1e-8', (_name, loss, hidden, activation, features, classes) => {
    const model = modelOf('mlp', { hidden, activation }, loss, { features, classes });
    expect(worst(model, features, [0, 1, 1, 0, 1])).toBeLessThan(1e-8);
  });
});
