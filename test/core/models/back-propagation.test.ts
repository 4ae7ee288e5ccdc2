/** What the step card says of one sample: against formulas by hand, and against the gradient the update used. */
import { describe, expect, it } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { buildModel } from '../../../core/models/build.ts';
import type { ExplainedSample } from '../../../core/problems/problem.ts';
import {
  explainStep,
  firstSeedAt,
  firstSeedOf,
  type ExplainedStep,
} from '../../../core/training/explain-step.ts';
import { createTrainer } from '../../../core/training/trainer.ts';

const model = (dataset: string, hidden: readonly number[], more: object = {}): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 4,
    totalSteps: 40,
    lr: 0.1,
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    problem: {
      kind: 'model',
      dataset: { id: dataset },
      model: { id: 'mlp', params: { hidden, activation: 'sigmoid' } },
      batchSize: 7,
      ...more,
    },
  });

function explained(
  config: ExperimentConfig,
  step: number,
  index: number,
  sample: number,
): ExplainedStep {
  const trainer = createTrainer(config);
  trainer.advance(step, null);
  const before = firstSeedAt(trainer.checkpoint());
  const told = explainStep(firstSeedOf(config), {}, before, index, sample);
  if (told.kind !== 'update') throw new Error('ended');
  return told.update;
}

/** ∂ℓ/∂θ of one sample, in the order of θ. */
const gradientOf = ({ layers }: ExplainedSample): readonly number[] =>
  layers.flatMap(({ weightGradient, delta }) => [...weightGradient, ...delta]);

it('one unit in each layer gives what is derived by hand', () => {
  const [w1, b1, w2, b2] = [0.5, -0.25, 2, 0.125];
  const [x, y] = [0.8, 0.3];
  const loss = { id: 'mse', params: {} } as const;
  const params = { hidden: [1], activation: 'sigmoid', init: 'auto', gain: 1 };
  const net = buildModel({ id: 'mlp', params }, loss, 0, { features: 1, classes: null });
  const samples = {
    count: 1,
    features: 1,
    inputs: Float64Array.of(x),
    targets: Float64Array.of(y),
  };
  const told = net.backPropagate!(Float64Array.of(w1, b1, w2, b2), samples, 0, 4)!;
  const z1 = w1 * x + b1;
  const a1 = 1 / (1 + Math.exp(-z1));
  const z2 = w2 * a1 + b2;
  const d2 = 2 * (z2 - y);
  const d1 = w2 * d2 * a1 * (1 - a1);
  expect(told.target).toBe(y);
  expect(told.loss).toBeCloseTo((z2 - y) ** 2, 15);
  const [hidden, last] = told.layers;
  const close = (given: readonly number[], wanted: number): void => {
    expect(given).toHaveLength(1);
    expect(given[0]).toBeCloseTo(wanted, 15);
  };
  close(hidden!.input, x);
  close(hidden!.z, z1);
  close(hidden!.a, a1);
  close(hidden!.slope, a1 * (1 - a1));
  close(hidden!.delta, d1);
  close(hidden!.weightGradient, d1 * x);
  close(last!.z, z2);
  close(last!.a, z2);
  close(last!.slope, 1);
  close(last!.delta, d2);
  close(last!.weightGradient, d2 * a1);
});

describe.each([
  ['moons', [5, 3]],
  ['iris', [4]],
  ['sine', [6]],
  ['xor', []],
] as const)('%s through hidden layers %j', (dataset, hidden) => {
  const config = model(dataset, hidden, { batchSize: dataset === 'xor' ? 3 : 7 });

  it('the samples of a batch have the mean that the update used, also in the last batch', () => {
    for (const step of [0, 9, 39]) {
      const { sample, dim } = explained(config, step, 0, 0);
      const all = Array.from({ length: sample!.batch }, (_, place) => {
        const told = explained(config, step, 0, place).sample!;
        expect(told.place).toBe(place);
        return gradientOf(told);
      });
      for (const index of [0, 1, Math.floor(dim / 2), dim - 1]) {
        const mean = all.reduce((sum, one) => sum + one[index]!, 0) / all.length;
        expect(mean).toBeCloseTo(explained(config, step, index, 0).gradient, 13);
      }
    }
  });

  it('every δ is what comes back through the weights above, times the slope', () => {
    const { layers } = explained(config, 20, 0, 2).sample!;
    layers.forEach(({ input, weights, biases, z, delta, slope, weightGradient }, l) => {
      const inputs = input.length;
      z.forEach((value, j) => {
        const sum = input.reduce((part, a, i) => part + weights[j * inputs + i]! * a, biases[j]!);
        expect(value).toBeCloseTo(sum, 13);
        input.forEach((a, i) => expect(weightGradient[j * inputs + i]).toBe(delta[j]! * a + 0));
        const above = layers[l + 1];
        if (!above) return;
        expect(above.input[j]).toBe(layers[l]!.a[j]);
        const back = above.delta.reduce(
          (part, d, k) => part + above.weights[k * above.input.length + j]! * d,
          0,
        );
        expect(delta[j]).toBeCloseTo(back * slope[j]!, 13);
      });
    });
  });
});

it('a place behind the last sample is the last one', () => {
  const { sample } = explained(model('moons', [5]), 3, 0, 1e6);
  expect(sample).toMatchObject({ place: 6, batch: 7 });
});

it('a layer too wide to be looked at is not, nor anything but a model', () => {
  expect(explained(model('moons', [13]), 3, 0, 0).sample).toBeNull();
  expect(explained(model('moons', [12]), 3, 0, 0).sample).not.toBeNull();
});
