import { describe, expect, test } from 'vitest';
import { sharpness } from '../../../core/analysis/sharpness.ts';
import { sine } from '../../../core/datasets/sine.ts';
import { xor } from '../../../core/datasets/xor.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import { symmetricEigen } from '../../../core/math/symmetric-eigen.ts';
import { descend, modelOf, samplesOf } from '../../support/models.ts';

const full = process.env['DOWNHILL_TEST_SIZE'] === 'full';

test('of least squares it is the largest eigenvalue, wherever θ is', () => {
  const line = samplesOf([[-1], [-0.5], [0], [0.5], [1]], [-1, 0, 1, 2, 3]);
  const model = modelOf('linear-regression', {}, 'mse', { features: 1, classes: null });
  for (const params of [Float64Array.of(0, 0), Float64Array.of(7, -3)]) {
    const { eigenvalue, residual, direction } = sharpness(model, line, params);
    expect(eigenvalue).toBeCloseTo(2, 10);
    expect(residual).toBeLessThan(1e-6);
    expect(Math.abs(direction[1]!)).toBeCloseTo(1, 6);
  }
});

test('of a network it is the eigenvalue of largest size of its Hessian, built column by column', () => {
  const { train } = xor.load({}, {}, mulberry32(1));
  const model = modelOf('mlp', { hidden: [4] }, 'binary-cross-entropy', {
    features: 2,
    classes: 2,
  });
  const { dim } = model;
  const params = model.init(mulberry32(3));
  descend(model, train, params, 1, 100, () => false);
  const hessian = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) {
    const unit = new Float64Array(dim);
    unit[i] = 1;
    model.hessianTimes(params, train, null, 0, 4, unit, hessian.subarray(i * dim, (i + 1) * dim));
  }
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j < i; j++) {
      expect(hessian[i * dim + j]).toBeCloseTo(hessian[j * dim + i]!, 12);
    }
  }
  const largest = symmetricEigen(hessian, dim).values[0]!;
  const { eigenvalue, residual } = sharpness(model, train, params);
  expect(Math.abs(eigenvalue - largest)).toBeLessThanOrEqual(residual + 1e-9);
  expect(Math.abs(eigenvalue / largest - 1)).toBeLessThan(1e-3);
});

test('where nothing bends it is 0, not NaN', () => {
  const model = modelOf('linear-regression', {}, 'mae', { features: 1, classes: null });
  const data = samplesOf([[1]], [5]);
  expect(sharpness(model, data, new Float64Array(2))).toMatchObject({ eigenvalue: 0, residual: 0 });
});

/**
 * The edge of stability: gradient descent sharpens a network until 2/η, and stays there. Such runs amplify
 * rounding: the printed sharpness and number of rises are met within 2 %, the loss, which swings, within
 * 10 %; at η = 0.2 it swings over a whole decade.
 */
describe('sine, 40 points, 1-16-16-1 with tanh, full batch, after 10,000 steps', () => {
  const { train } = sine.load({}, { samples: 40, noise: 0 }, mulberry32(5));
  const model = modelOf('mlp', { hidden: [16, 16] }, 'mse', { features: 1, classes: null });
  const edge = [
    [0.1, 20.45, 3.1e-4, 436],
    [0.06, 33.19, 9.4e-4, 243],
    [0.08, 24.71, 7.1e-4, 355],
    [0.2, 10.18, null, 4660],
  ] as const;

  /** Steps on which the loss was higher than on the one before; `params` are moved. */
  const risesOf = (params: Float64Array, lr: number, steps: number): number => {
    let rises = 0;
    let before = Infinity;
    descend(model, train, params, lr, steps, (loss) => {
      if (loss > before) rises++;
      before = loss;
      return false;
    });
    return rises;
  };
  const near = (value: number, printed: number, unit: number): boolean =>
    Math.abs(value - printed) <= unit / 2 + 0.02 * printed;

  test.each(full ? edge : edge.slice(0, 1))(
    'at η = %f the sharpness hovers at 2/η (%f), while the loss (%f) rises %i times',
    (lr, sharp, printed, up) => {
      const params = model.init(mulberry32(3));
      const rises = risesOf(params, lr, 10_000);
      const { eigenvalue, residual } = sharpness(model, train, params);
      const { loss } = model.evaluate(params, train);
      expect(near(eigenvalue, sharp, 0.01), `${eigenvalue}`).toBe(true);
      expect(Math.abs((eigenvalue * lr) / 2 - 1)).toBeLessThan(0.05);
      expect(residual).toBeLessThan(0.02 * eigenvalue);
      expect(near(rises, up, 1), `${rises}`).toBe(true);
      if (printed !== null) expect(Math.abs(loss / printed - 1)).toBeLessThan(0.1);
    },
  );

  if (full) {
    test('at η = 0.02 the edge is far: 23.4 and still rising, the loss never does', () => {
      const params = model.init(mulberry32(3));
      expect(risesOf(params, 0.02, 10_000)).toBe(0);
      expect(sharpness(model, train, params).eigenvalue).toBeCloseTo(23.4, 1);
      expect(model.evaluate(params, train).loss).toBeCloseTo(3.8e-3, 4);
    });
  }
});
