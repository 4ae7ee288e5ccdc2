import { describe, expect, test } from 'vitest';
import { xor } from '../../../core/datasets/xor.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import type { Model } from '../../../core/models/model.ts';
import { descend, lossChoice, modelOf, samplesOf } from '../../support/models.ts';

const { train: corners } = xor.load({}, {}, mulberry32(1));
const shape = { features: 2, classes: 2 };
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

const network = (hidden: number): Model =>
  modelOf('mlp', { hidden: [hidden] }, 'binary-cross-entropy', shape);

/** Full-batch epochs from each seed until `done`, or `most`. */
function epochs(
  model: Model,
  lr: number,
  most: number,
  done: (loss: number, params: Float64Array) => boolean,
): number[] {
  return SEEDS.map((seed) => {
    const params = model.init(mulberry32(seed));
    return descend(model, corners, params, lr, most, (loss) => done(loss, params));
  });
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[half - 1]! + sorted[half]!) / 2;
};

const small = (loss: number): boolean => loss < 0.01;
const solved = (hidden: number, lr: number): number =>
  epochs(network(hidden), lr, 20_000, small).filter((n) => n < 20_000).length;

/** Printed medians count the epoch in which the loss is seen; the state is reached one update before. */
describe('XOR on a 2-4-1 network with tanh: median of twenty seeds until the loss is below 0.01', () => {
  test.each([
    [0.1, 2898.5],
    [0.5, 580.5],
    [1, 293],
    [2, 147],
    [5, 76.5],
  ])('rate %f: %f updates', (lr, expected) => {
    expect(median(epochs(network(4), lr, 20_000, small))).toBe(expected);
  });

  test('rate 10 solves 4 of 20, rate 20 none', () => {
    expect([solved(4, 10), solved(4, 20)]).toEqual([4, 0]);
  });

  test('2-2-1 solves only 9 of 20', () => {
    expect(solved(2, 1)).toBe(9);
  });

  test('from zero all units stay alike, and the loss at log 2', () => {
    const model = modelOf('mlp', { hidden: [4], init: 'zero' }, 'binary-cross-entropy', shape);
    const params = model.init(mulberry32(1));
    descend(model, corners, params, 1, 1000, () => false);
    expect(model.evaluate(params, corners)).toEqual({ loss: Math.LN2, accuracy: 0.5 });
  });

  test('at rate 2 squared error needs 256.5 updates to be right within 0.1, cross-entropy 49.5', () => {
    /** The probability of a corner, computed by hand from θ. */
    const probability = (p: Float64Array, a: number, b: number): number => {
      let z = p[16]!;
      for (let h = 0; h < 4; h++) {
        z += p[12 + h]! * Math.tanh(p[2 * h]! * a + p[2 * h + 1]! * b + p[8 + h]!);
      }
      return 1 / (1 + Math.exp(-z));
    };
    const right = (_loss: number, params: Float64Array): boolean =>
      Array.from(corners.targets).every((target, i) => {
        const [a, b] = corners.inputs.subarray(2 * i, 2 * i + 2);
        return Math.abs(probability(params, a!, b!) - target) < 0.1;
      });
    const squared = modelOf('mlp', { hidden: [4] }, lossChoice('mse', { half: true }), shape);
    expect(median(epochs(squared, 2, 5000, right))).toBe(256.5);
    expect(median(epochs(network(4), 2, 5000, right))).toBe(49.5);
  });
});

describe('depth: mean log₁₀ of the first to the last layer’s gradient over twenty seeds', () => {
  test.each([
    ['sigmoid', 1, -0.99],
    ['sigmoid', 3, -2.3],
    ['sigmoid', 6, -4.33],
    ['sigmoid', 10, -6.73],
    ['tanh', 1, -0.08],
    ['tanh', 10, 0.26],
  ])('%s, %i hidden layers of 8: %f', (activation, depth, expected) => {
    const hidden = Array(depth).fill(8);
    const model = modelOf('mlp', { hidden, activation }, 'binary-cross-entropy', shape);
    const grad = new Float64Array(model.dim);
    const rms = (part: Float64Array): number => Math.hypot(...part) / Math.sqrt(part.length);
    const mean = SEEDS.reduce((sum, seed) => {
      model.lossAndGrad(model.init(mulberry32(seed)), corners, null, 0, 4, grad);
      const ratio = rms(grad.subarray(0, 16)) / rms(grad.subarray(-9, -1));
      return sum + Math.log10(ratio) / SEEDS.length;
    }, 0);
    expect(Math.abs(mean - expected)).toBeLessThanOrEqual(0.005);
  });
});

describe('initial weights', () => {
  const draw = (values: object, hidden: readonly number[]): Float64Array =>
    modelOf('mlp', { hidden, ...values }, 'mse', { features: 200, classes: null }).init(
      mulberry32(4),
    );

  test('are drawn layer by layer, W before b, biases 0', () => {
    const params = modelOf('mlp', { hidden: [2] }, 'mse', { features: 2, classes: null }).init(
      mulberry32(3),
    );
    const rng = mulberry32(3);
    const first = Array.from({ length: 4 }, () => Math.sqrt(2 / 4) * rng.normal());
    const last = Array.from({ length: 2 }, () => Math.sqrt(2 / 3) * rng.normal());
    expect([...params]).toEqual([...first, 0, 0, ...last, 0]);
  });

  test.each([
    ['glorot for tanh', { activation: 'tanh' }, Math.sqrt(2 / 300)],
    ['he for relu', { activation: 'relu' }, Math.sqrt(2 / 200)],
    ['glorot where told', { activation: 'relu', init: 'glorot' }, Math.sqrt(2 / 300)],
    ['he where told, times the gain', { init: 'he', gain: 3 }, 3 * Math.sqrt(2 / 200)],
    ['normal', { init: 'normal', gain: 0.5 }, 0.5],
  ])('%s', (_name, values, deviation) => {
    const weights = draw(values, [100]).subarray(0, 200 * 100);
    const measured = Math.hypot(...weights) / Math.sqrt(weights.length);
    // Four standard errors of a standard deviation.
    expect(Math.abs(measured / deviation - 1)).toBeLessThan(4 / Math.sqrt(2 * weights.length));
  });
});

test('a batch larger than a block is the mean over its rows, whatever the block', () => {
  const rng = mulberry32(8);
  const rows = Array.from({ length: 300 }, () => [rng.normal(), rng.normal()]);
  const data = samplesOf(
    rows,
    rows.map(([a, b]) => (a! * b! > 0 ? 1 : 0)),
  );
  const model = network(5);
  const params = model.init(rng);
  const order = Uint32Array.from({ length: 300 }, (_, i) => i);
  const whole = new Float64Array(model.dim);
  const part = new Float64Array(model.dim);
  const sum = new Float64Array(model.dim);
  const loss = model.lossAndGrad(params, data, null, 0, 300, whole);
  let losses = 0;
  for (let i = 0; i < 300; i++) {
    losses += model.lossAndGrad(params, data, order, i, i + 1, part) / 300;
    part.forEach((g, j) => (sum[j] = sum[j]! + g / 300));
  }
  expect(loss).toBeCloseTo(losses, 13);
  whole.forEach((g, j) => expect(g).toBeCloseTo(sum[j]!, 13));
});
