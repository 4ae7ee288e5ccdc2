import { describe, expect, it } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { ExperimentConfig, ModelProblemConfig } from '../../../core/experiment/config.ts';
import { createModelViewer, type ModelView } from '../../../core/model-views/model-view.ts';
import { buildModelOnData } from '../../../core/training/model-on-data.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { assets } from '../../support/experiments.ts';

function configOf(problem: unknown, seed = 3): ExperimentConfig {
  return parseExperimentConfig({
    version: 1,
    seed,
    totalSteps: 60,
    lr: 0.3,
    problem,
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
  });
}

function trained(config: ExperimentConfig, steps = 60): Float64Array {
  const trainer = createTrainer(config, assets);
  trainer.advance(steps, null);
  return trainer.judgedPoint();
}

/** The view of this kind after training, with everything it was made from. */
function viewed<K extends ModelView['kind']>(
  kind: K,
  config: ExperimentConfig,
  params = trained(config),
): {
  view: Extract<ModelView, { kind: K }>;
  params: Float64Array;
  data: ReturnType<typeof buildModelOnData>;
} {
  const view = createModelViewer(config, assets)(params);
  if (view.kind !== kind) throw new Error(`a ${view.kind}`);
  const data = buildModelOnData(config.problem as ModelProblemConfig, config, assets);
  return { view: view as Extract<ModelView, { kind: K }>, params, data };
}

/** A forward pass written once more, sample by sample: tanh in the hidden layers, the last one linear. */
function scoresOf(
  params: Float64Array,
  widths: readonly number[],
  x: ArrayLike<number>,
): readonly number[] {
  let at = 0;
  let a = Array.from(x);
  widths.slice(1).forEach((outputs, l) => {
    const inputs = widths[l]!;
    const z = Array.from({ length: outputs }, (_, o) =>
      a.reduce(
        (sum, value, i) => sum + params[at + o * inputs + i]! * value,
        params[at + inputs * outputs + o]!,
      ),
    );
    at += (inputs + 1) * outputs;
    a = l === widths.length - 2 ? z : z.map(Math.tanh);
  });
  return a;
}

const rowOf = (inputs: Float64Array, i: number, features: number): Float64Array =>
  inputs.subarray(i * features, (i + 1) * features);

const mlp = (hidden: readonly number[]): unknown => ({
  id: 'mlp',
  params: { hidden, activation: 'tanh' },
});

describe('the map of the decisions', () => {
  const spirals = configOf({ kind: 'model', dataset: { id: 'spirals' }, model: mlp([6, 5]) });

  it('has the class and the probability of a forward pass at every point of the grid', () => {
    const { view, params } = viewed('decision-map', spirals);
    const { side, window } = view;
    let bent = 0;
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        const x = window.x[0] + ((window.x[1] - window.x[0]) * column) / (side - 1);
        const y = window.y[0] + ((window.y[1] - window.y[0]) * row) / (side - 1);
        const [z] = scoresOf(params, [2, 6, 5, 1], [x, y]);
        const at = row * side + column;
        expect(view.chosen[at]).toBe(z! > 0 ? 1 : 0);
        expect(view.certainty[at]).toBeCloseTo(1 / (1 + Math.exp(-Math.abs(z!))), 6);
        bent += view.chosen[at]!;
      }
    }
    expect(bent).toBeGreaterThan(0);
    expect(bent).toBeLessThan(side * side);
  });

  it('is a square that holds all data with room around them', () => {
    const { view, data } = viewed('decision-map', spirals);
    const { x, y } = view.window;
    expect(x[1] - x[0]).toBeCloseTo(y[1] - y[0], 12);
    for (const { inputs } of [data.dataset.train, data.dataset.test]) {
      inputs.forEach((value, i) => {
        const [lo, hi] = i % 2 === 0 ? x : y;
        expect(value).toBeGreaterThan(lo);
        expect(value).toBeLessThan(hi);
      });
    }
  });

  it('draws its boundary where the probability is one half', () => {
    const { view, params } = viewed('decision-map', spirals);
    expect(view.boundary.length).toBeGreaterThan(0);
    for (let i = 0; i < view.boundary.length; i += 2) {
      const [z] = scoresOf(params, [2, 6, 5, 1], view.boundary.subarray(i, i + 2));
      expect(Math.abs(1 / (1 + Math.exp(-z!)) - 0.5)).toBeLessThan(0.01);
    }
  });

  it('marks the samples that are misclassified: as many as the accuracy says', () => {
    const { view, params, data } = viewed('decision-map', spirals);
    const { model, dataset } = data;
    for (const half of ['train', 'test'] as const) {
      const { label, predicted, x, y, of } = view[half];
      const wrong = label.filter((actual, i) => actual !== predicted[i]).length;
      const { accuracy } = model.evaluate(params, dataset[half]);
      expect(wrong).toBeGreaterThan(0);
      expect(1 - wrong / label.length).toBeCloseTo(accuracy!, 12);
      expect(of).toBe(dataset[half].count);
      expect([x[7], y[7]]).toEqual([...Float32Array.from(rowOf(dataset[half].inputs, 7, 2))]);
    }
  });

  it('of several classes is the largest score, its softmax, and the lines where two tie', () => {
    const config = configOf({
      kind: 'model',
      dataset: { id: 'blobs', params: { classes: 4 } },
      model: { id: 'softmax-regression' },
    });
    const { view, params } = viewed('decision-map', config);
    const { side, window } = view;
    for (const at of [0, 100, 2080, side * side - 1]) {
      const x = window.x[0] + ((window.x[1] - window.x[0]) * (at % side)) / (side - 1);
      const y = window.y[0] + ((window.y[1] - window.y[0]) * Math.floor(at / side)) / (side - 1);
      const z = scoresOf(params, [2, 4], [x, y]);
      const best = z.indexOf(Math.max(...z));
      const sum = z.reduce((total, score) => total + Math.exp(score), 0);
      expect(view.chosen[at]).toBe(best);
      expect(view.certainty[at]).toBeCloseTo(Math.exp(z[best]!) / sum, 6);
    }
    expect(new Set(view.chosen)).toEqual(new Set([0, 1, 2, 3]));
    // A corner where three regions meet lies between grid points, hence the tolerance.
    const ties = Array.from({ length: view.boundary.length / 2 }, (_, i) => {
      const z = scoresOf(params, [2, 4], view.boundary.subarray(2 * i, 2 * i + 2));
      const [first, second] = z.toSorted((a, b) => b - a);
      return first! - second!;
    });
    expect(Math.max(...ties)).toBeLessThan(0.25);
  });

  it('of a margin loss says how large the score is', () => {
    const config = configOf({
      kind: 'model',
      dataset: { id: 'moons' },
      model: { id: 'logistic-regression' },
      loss: { id: 'hinge' },
    });
    const { view, params } = viewed('decision-map', config);
    expect(view.unit).toBe('margin');
    const [z] = scoresOf(params, [2, 1], [view.window.x[0], view.window.y[0]]);
    expect(view.certainty[0]).toBeCloseTo(Math.abs(z!), 5);
  });

  it('of a model that starts at zero is undecided everywhere and has no boundary', () => {
    const config = configOf({
      kind: 'model',
      dataset: { id: 'moons' },
      model: { id: 'logistic-regression' },
    });
    const { view } = viewed('decision-map', config, trained(config, 0));
    expect(new Set(view.certainty)).toEqual(new Set([0.5]));
    expect(view.boundary).toHaveLength(0);
  });

  it('gives no more points than can be seen, and says how many there are', () => {
    const config = configOf({
      kind: 'model',
      dataset: { id: 'moons', params: { samples: 1500 } },
      model: { id: 'logistic-regression' },
    });
    const { view } = viewed('decision-map', config);
    expect([view.train.label.length, view.train.of]).toEqual([1000, 1500]);
  });
});

it('the fitted curve is the prediction at equal steps over the inputs', () => {
  const config = configOf({ kind: 'model', dataset: { id: 'sine' }, model: mlp([7]) });
  const { view, params, data } = viewed('fitted-curve', config);
  const [lo, hi] = view.window.x;
  expect(view.predicted).toHaveLength(256);
  view.predicted.forEach((y, i) => {
    const [expected] = scoresOf(params, [1, 7, 1], [lo + ((hi - lo) * i) / 255]);
    expect(y).toBeCloseTo(expected!, 5);
  });
  const { train } = data.dataset;
  expect([...view.train.x]).toEqual([...Float32Array.from(train.inputs)]);
  expect([...view.train.y]).toEqual([...Float32Array.from(train.targets)]);
  expect(Math.min(...train.targets)).toBeGreaterThan(view.window.y[0]);
});

describe('of digits', () => {
  it('softmax regression has a weight image for each class', () => {
    const config = configOf({
      kind: 'model',
      dataset: { id: 'digits' },
      model: { id: 'softmax-regression' },
      scaling: 'standardize',
    });
    const { view, params, data } = viewed('weight-images', config);
    expect([view.of, view.units, view.rows, view.columns]).toEqual(['class', 10, 8, 8]);
    expect([...view.weights]).toEqual([...Float32Array.from(params.subarray(0, 640))]);
    const { model, dataset } = data;
    const wrong = Array.from({ length: 360 }, (_, i) => i).filter((i) => {
      const z = scoresOf(params, [64, 10], rowOf(dataset.test.inputs, i, 64));
      return z.indexOf(Math.max(...z)) !== dataset.test.targets[i];
    });
    expect([view.misclassified, view.tested]).toEqual([wrong.length, 360]);
    const { accuracy } = model.evaluate(params, dataset.test);
    expect(1 - wrong.length / 360).toBeCloseTo(accuracy!, 12);
    const most = Math.min(24, wrong.length);
    expect(view.examples).toHaveLength(most);
    const raw = buildModelOnData(
      { ...(config.problem as ModelProblemConfig), scaling: 'none' },
      config,
      assets,
    ).dataset.test;
    for (const { index, label, predicted, probability, pixels } of view.examples) {
      expect(wrong).toContain(index);
      const z = scoresOf(params, [64, 10], rowOf(dataset.test.inputs, index, 64));
      const sum = z.reduce((total, score) => total + Math.exp(score), 0);
      expect([label, predicted]).toEqual([dataset.test.targets[index], z.indexOf(Math.max(...z))]);
      expect(probability).toBeCloseTo(Math.exp(Math.max(...z)) / sum, 9);
      expect([...pixels]).toEqual([...Float32Array.from(rowOf(raw.inputs, index, 64))]);
    }
    const sure = view.examples.map(({ probability }) => probability);
    expect(sure).toEqual(sure.toSorted((a, b) => b - a));
  });

  it('a network has an image for each unit of its first layer, as many as can be seen', () => {
    const config = configOf({ kind: 'model', dataset: { id: 'digits' }, model: mlp([70, 12]) });
    const { view, params } = viewed('weight-images', config, trained(config, 3));
    expect([view.of, view.units]).toEqual(['unit', 70]);
    expect([...view.weights]).toEqual([...Float32Array.from(params.subarray(0, 64 * 64))]);
  });
});

it('the confusion matrix counts every flower once, the right ones on its diagonal', () => {
  const config = configOf({
    kind: 'model',
    dataset: { id: 'iris' },
    model: { id: 'softmax-regression' },
  });
  const { view, params, data } = viewed('confusion-matrix', config);
  for (const half of ['train', 'test'] as const) {
    const { count, inputs, targets } = data.dataset[half];
    const expected = new Uint32Array(9);
    for (let i = 0; i < count; i++) {
      const z = scoresOf(params, [4, 3], rowOf(inputs, i, 4));
      expected[targets[i]! * 3 + z.indexOf(Math.max(...z))]!++;
    }
    expect([...view[half]]).toEqual([...expected]);
  }
});

it('a model of two inputs and a number is shown by what it predicts for what is actual', () => {
  const config = configOf({
    kind: 'model',
    dataset: { id: 'rare-feature', params: { samples: 50 } },
    model: { id: 'linear-regression' },
  });
  const { view, params, data } = viewed('predicted-actual', config);
  const { inputs, targets } = data.dataset.train;
  expect([...view.train.x]).toEqual([...Float32Array.from(targets)]);
  view.train.y.forEach((y, i) => {
    expect(y).toBeCloseTo(scoresOf(params, [2, 1], rowOf(inputs, i, 2))[0]!, 5);
  });
  expect([view.test.x.length, view.test.of]).toEqual([1000, 1000]);
});

it('parameters that are not finite have no view', () => {
  const config = configOf({ kind: 'model', dataset: { id: 'xor' }, model: mlp([2]) });
  const params = trained(config).slice();
  params[4] = NaN;
  expect(createModelViewer(config, assets)(params)).toEqual({ kind: 'not-finite' });
});

it('a problem that is no model has none', () => {
  const config = configOf({ kind: 'objective', objective: { id: 'parabola' } });
  expect(() => createModelViewer(config, assets)).toThrow('objective is no model');
});
