import { expect, test } from 'vitest';
import { digits } from '../../../core/datasets/digits.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import { assets } from '../../support/assets.ts';
import { modelOf } from '../../support/models.ts';

const { train } = digits.load(assets, {}, mulberry32(1));
const model = modelOf('softmax-regression', {}, 'softmax-cross-entropy', {
  features: 64,
  classes: 10,
});
const rows = Uint32Array.from({ length: 8 }, (_, i) => i * 7);

test('the gradient of a batch matches central differences', () => {
  const rng = mulberry32(3);
  const params = Float64Array.from({ length: model.dim }, () => 0.3 * rng.normal());
  const grad = new Float64Array(model.dim);
  const scratch = new Float64Array(model.dim);
  model.lossAndGrad(params, train, rows, 0, rows.length, grad);
  const h = 1e-5;
  for (let i = 0; i < model.dim; i += 13) {
    const at = (by: number): number => {
      const moved = params.slice();
      moved[i]! += by;
      return model.lossAndGrad(moved, train, rows, 0, rows.length, scratch);
    };
    expect(grad[i]).toBeCloseTo((at(h) - at(-h)) / (2 * h), 8);
  }
});

test('with zero parameters every class is as likely as every other', () => {
  const zero = model.init(mulberry32(1));
  expect(model.evaluate(zero, train).loss).toBeCloseTo(Math.log(10), 12);
});

test('a batch is the mean over its rows', () => {
  const params = Float64Array.from({ length: model.dim }, (_, i) => Math.sin(i));
  const grad = new Float64Array(model.dim);
  const whole = model.lossAndGrad(params, train, rows, 0, 8, grad);
  const halves =
    model.lossAndGrad(params, train, rows, 0, 4, grad) +
    model.lossAndGrad(params, train, rows, 4, 8, grad);
  expect(whole).toBeCloseTo(halves / 2, 12);
});

test('parameters that are not numbers classify nothing', () => {
  const broken = new Float64Array(model.dim).fill(NaN);
  expect(model.evaluate(broken, train).accuracy).toBe(0);
});
