import { describe, expect, test } from 'vitest';
import { digits } from '../../../core/datasets/digits.ts';
import { iris } from '../../../core/datasets/iris.ts';
import { conditionNumber, scaleFeatures, scalingIds } from '../../../core/datasets/scaling.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import { assets } from '../../support/assets.ts';
import { descend, modelOf, samplesOf } from '../../support/models.ts';

const flowers = iris.load({}, {}, mulberry32(1));
const column = (inputs: Float64Array, j: number, features: number): number[] =>
  [...inputs].filter((_x, i) => i % features === j);

test('standardised training features have mean 0 and deviation 1; the test half is moved alike', () => {
  const scaled = scaleFeatures(flowers, 'standardize');
  for (let j = 0; j < 4; j++) {
    const values = column(scaled.train.inputs, j, 4);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 12);
    expect(variance).toBeCloseTo(1, 12);
    // The same affine map for both halves, found from two training rows.
    const before = column(flowers.train.inputs, j, 4);
    const other = before.findIndex((x) => x !== before[0]);
    const slope = (values[other]! - values[0]!) / (before[other]! - before[0]!);
    const [raw, moved] = [flowers.test.inputs[j]!, scaled.test.inputs[j]!];
    expect(moved).toBeCloseTo(values[0]! + slope * (raw - before[0]!), 12);
  }
});

test('min–max maps the training range to 0–1; held-out samples may lie outside', () => {
  const dataset = {
    classes: null,
    train: samplesOf([[2], [6], [4]], [0, 0, 0]),
    test: samplesOf([[8]], [0]),
  };
  const scaled = scaleFeatures(dataset, 'min-max');
  expect([...scaled.train.inputs]).toEqual([0, 1, 0.5]);
  expect([...scaled.test.inputs]).toEqual([1.5]);
});

test('a feature that never varies becomes 0, not NaN', () => {
  const constant = samplesOf([[3], [3]], [0, 1]);
  for (const scaling of ['standardize', 'min-max'] as const) {
    const { train } = scaleFeatures({ classes: null, train: constant, test: constant }, scaling);
    expect([...train.inputs]).toEqual([0, 0]);
  }
});

describe('the condition number', () => {
  test('of two points at ±1 is 1, of five points on [−1, 1] it is 2', () => {
    expect(conditionNumber(samplesOf([[-1], [1]], [0, 0]))).toBeCloseTo(1, 14);
    const line = samplesOf([[-1], [-0.5], [0], [0.5], [1]], [0, 0, 0, 0, 0]);
    expect(conditionNumber(line)).toBeCloseTo(2, 12);
  });

  test('is infinite where a feature is the multiple of another', () => {
    const rows = [1, 2, 4].map((x) => [x, 3 * x]);
    expect(conditionNumber(samplesOf(rows, [0, 0, 0]))).toBe(Infinity);
    expect(conditionNumber(digits.load(assets, {}, mulberry32(1)).train)).toBe(Infinity);
  });

  test('falls when features of different size are scaled, and steps fall with it', () => {
    const rng = mulberry32(6);
    const rows = Array.from({ length: 50 }, () => [100 + 5 * rng.normal(), rng.normal()]);
    const samples = samplesOf(
      rows,
      rows.map(([a, b]) => a! / 5 + b!),
    );
    const raw = { classes: null, train: samples, test: samples };
    const [none, standardized] = scalingIds.map((scaling) => scaleFeatures(raw, scaling).train);
    const [before, after] = [conditionNumber(none!), conditionNumber(standardized!)];
    expect(before).toBeGreaterThan(1e5);
    expect(after).toBeLessThan(2);
    // λ_max of least squares is 2 λ_max(XᵀX/n); both runs get the safe rate 1/λ_max.
    const model = modelOf('linear-regression', {}, 'mse', { features: 2, classes: null });
    const steps = (data: typeof samples, lr: number): number =>
      descend(model, data, new Float64Array(3), lr, 2000, (loss) => loss < 1e-6);
    expect(steps(standardized!, 0.25)).toBeLessThan(60);
    expect(steps(none!, 1 / (2 * 10_100))).toBe(2000);
  });
});
