/** Laws that every model keeps on every loss that fits it: exact gradients and Hessians, batches as means. */
import { describe, expect, test } from 'vitest';
import { losses, lossIds, type LossId } from '../../core/losses/index.ts';
import type { Task } from '../../core/losses/loss.ts';
import { mulberry32 } from '../../core/math/rng.ts';
import { norm } from '../../core/math/vector.ts';
import { modelIds, models, type ModelId } from '../../core/models/index.ts';
import type { Values } from '../../core/params.ts';
import { modelOf, samplesOf } from '../support/models.ts';

const FEATURES = 3;
const ROWS = 11;
const CLASSES = { regression: null, binary: 2, classes: 4 } as const;

const networks: readonly Values[] = [
  { hidden: [5, 4], activation: 'tanh' },
  { hidden: [6], activation: 'sigmoid' },
  { hidden: [7, 3], activation: 'relu' },
];

const fitting = modelIds.flatMap((model) =>
  lossIds.flatMap((loss) =>
    (losses[loss].tasks as readonly Task[])
      .filter((task) => (models[model].tasks as readonly Task[]).includes(task))
      .flatMap((task) =>
        (model === 'mlp' ? networks : [{}]).map((values) => ({ model, loss, task, values })),
      ),
  ),
);

function samples(task: Task, seed: number) {
  const rng = mulberry32(seed);
  const rows = Array.from({ length: ROWS }, () =>
    Array.from({ length: FEATURES }, () => rng.normal()),
  );
  const targets = rows.map(() =>
    task === 'regression' ? rng.normal() : Math.floor(CLASSES[task] * rng.uniform()),
  );
  return samplesOf(rows, targets);
}

function make(model: ModelId, loss: LossId, task: Task, values: Values) {
  return modelOf(model, values, loss, { features: FEATURES, classes: CLASSES[task] }, 0.1);
}

const difference = (a: Float64Array, b: Float64Array): number => norm(a.map((x, i) => x - b[i]!));

describe.each(fitting)('$model on $loss ($task, $values)', ({ model: id, loss, task, values }) => {
  const model = make(id, loss, task, values);
  const h = 1e-5;

  /** Points away from kinks, where differences mean something. */
  const points = Array.from({ length: 6 }, (_, i) => i + 1).flatMap((seed) => {
    const data = samples(task, seed);
    const rng = mulberry32(100 + seed);
    const params = Float64Array.from({ length: model.dim }, () => 0.7 * rng.normal());
    const direction = Float64Array.from({ length: model.dim }, () => rng.normal());
    const near = model.kinkDistance(params, data, null, 0, ROWS) < 1e-3;
    return near ? [] : [{ data, params, direction }];
  });
  const lossAt = (params: Float64Array, data: ReturnType<typeof samples>, grad: Float64Array) =>
    model.lossAndGrad(params, data, null, 0, ROWS, grad);

  test('the gradient matches central differences norm-wise', () => {
    expect(points.length).toBeGreaterThan(1);
    for (const { data, params } of points) {
      const grad = new Float64Array(model.dim);
      const scratch = new Float64Array(model.dim);
      const f = lossAt(params, data, grad);
      const differences = params.map((_value, i) => {
        const [up, down] = [params.slice(), params.slice()];
        up[i] = up[i]! + h;
        down[i] = down[i]! - h;
        return (lossAt(up, data, scratch) - lossAt(down, data, scratch)) / (2 * h);
      });
      const scale = Math.max(norm(grad), 1e-4 * (1 + Math.abs(f)));
      expect(difference(grad, differences) / scale).toBeLessThan(1e-6);
    }
  });

  test('Hessian times a vector matches differences of the gradient', () => {
    for (const { data, params, direction } of points) {
      const product = new Float64Array(model.dim);
      model.hessianTimes(params, data, null, 0, ROWS, direction, product);
      const [up, down] = [new Float64Array(model.dim), new Float64Array(model.dim)];
      lossAt(
        params.map((x, i) => x + 1e-6 * direction[i]!),
        data,
        up,
      );
      lossAt(
        params.map((x, i) => x - 1e-6 * direction[i]!),
        data,
        down,
      );
      const slope = up.map((x, i) => (x - down[i]!) / 2e-6);
      expect(difference(product, slope)).toBeLessThan(1e-6 * (1 + norm(slope)));
    }
  });

  test('evaluation is the loss of the whole as one batch', () => {
    const { data, params } = points[0]!;
    const { loss: evaluated, accuracy } = model.evaluate(params, data);
    const whole = lossAt(params, data, new Float64Array(model.dim));
    expect(evaluated).toBeCloseTo(whole, 12);
    expect(accuracy === null).toBe(task === 'regression');
  });

  test('the number of parameters is known before the model is built', () => {
    const outputs = task === 'classes' ? CLASSES.classes : 1;
    const full = { hidden: [], ...values };
    expect(models[id].dim(full as never, FEATURES, outputs)).toBe(model.dim);
    expect(model.init(mulberry32(1))).toHaveLength(model.dim);
  });
});
