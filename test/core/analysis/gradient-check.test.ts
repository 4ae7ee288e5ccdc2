import { describe, expect, test } from 'vitest';
import { gradientCheck } from '../../../core/analysis/gradient-check.ts';
import { digits } from '../../../core/datasets/digits.ts';
import { xor } from '../../../core/datasets/xor.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import type { Model } from '../../../core/models/model.ts';
import { assets } from '../../support/assets.ts';
import { modelOf } from '../../support/models.ts';

const { train } = xor.load({}, {}, mulberry32(1));
const corners = Uint32Array.of(0, 1, 2, 3);
const shape = { features: 2, classes: 2 };
const hidden = { hidden: [4] };

/** The same model with a fault in its gradient. */
const faulty = (model: Model, spoil: (grad: Float64Array) => void): Model => ({
  ...{ dim: model.dim, init: model.init, hessianTimes: model.hessianTimes },
  ...{ evaluate: model.evaluate, layers: model.layers, scores: model.scores },
  kinkDistance: (...args) => model.kinkDistance(...args),
  lossAndGrad(...args) {
    const loss = model.lossAndGrad(...args);
    spoil(args[5]);
    return loss;
  },
});

test('a network passes at its start, on every coordinate', () => {
  const model = modelOf('mlp', hidden, 'binary-cross-entropy', shape);
  const params = model.init(mulberry32(1));
  const report = gradientCheck(model, train, corners, params, mulberry32(2));
  expect(report).toMatchObject({ passed: true, checked: 17, dim: 17, redraws: 0, atKink: false });
  expect(report.error).toBeLessThan(1e-9);
  expect(report.difference).toBeCloseTo(report.analytic, 9);
});

describe('a fault in one component is found', () => {
  const model = modelOf('mlp', hidden, 'binary-cross-entropy', shape);
  const params = model.init(mulberry32(1));
  test.each([
    ['one weight one part in 10⁵ off', (g: Float64Array) => (g[12] = g[12]! * 1.00001)],
    ['a bias forgotten', (g: Float64Array) => (g[16] = 0)],
    ['a sign turned', (g: Float64Array) => (g[0] = -g[0]!)],
  ])('%s', (_name, spoil) => {
    const report = gradientCheck(faulty(model, spoil), train, corners, params, mulberry32(2));
    expect(report.passed).toBe(false);
    expect(report.error).toBeGreaterThan(report.allowed);
  });
});

describe('kinks', () => {
  test('a point at the kink of a ReLU is moved away', () => {
    const model = modelOf('mlp', { ...hidden, activation: 'relu' }, 'binary-cross-entropy', shape);
    // The corner (0, 0) lies at the kink of every unit whose bias is 0.
    const report = gradientCheck(model, train, corners, model.init(mulberry32(1)), mulberry32(2));
    expect(report.passed).toBe(true);
    expect(report.redraws).toBeGreaterThan(0);
  });

  test('where no other point is found, nothing is claimed', () => {
    const model = modelOf('mlp', hidden, 'binary-cross-entropy', shape);
    const stuck = { ...faulty(model, () => undefined), kinkDistance: () => 0 };
    const report = gradientCheck(stuck, train, corners, model.init(mulberry32(1)), mulberry32(2));
    expect(report).toMatchObject({ passed: false, atKink: true, checked: 0, redraws: 100 });
  });
});

test('of a large model it checks as many coordinates as told', () => {
  const data = digits.load(assets, {}, mulberry32(1)).train;
  const model = modelOf('mlp', { hidden: [32], activation: 'relu' }, 'softmax-cross-entropy', {
    features: 64,
    classes: 10,
  });
  const rows = Uint32Array.of(5, 17, 900, 1200);
  const params = model.init(mulberry32(1));
  const report = gradientCheck(model, data, rows, params, mulberry32(2), 300);
  expect(report).toMatchObject({ passed: true, checked: 300, dim: 2410 });
  expect(report.analytic).toBeGreaterThan(0.01);
});
