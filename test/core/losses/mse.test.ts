import { expect, test } from 'vitest';
import { symmetricEigen } from '../../../core/math/symmetric-eigen.ts';
import { judge, descend, lossChoice, lossOf, modelOf, samplesOf } from '../../support/models.ts';

test('mean, half and sum of two residuals', () => {
  const value = (values: object): number =>
    judge(lossOf('mse', { ...values }), [3, 1], [1, 2]).value;
  expect(value({})).toBe(2.5);
  expect(value({ half: true })).toBe(1.25);
  expect(value({ reduction: 'sum' })).toBe(5);
});

/** y = 2x + 1 at five points: the convention decides the curvature, and so the largest stable rate. */
const line = samplesOf([[-1], [-0.5], [0], [0.5], [1]], [-1, 0, 1, 2, 3]);
const regression = (values: object) =>
  modelOf('linear-regression', {}, lossChoice('mse', { ...values }), {
    features: 1,
    classes: null,
  });

test.each([
  ['mean', {}, [2, 1]],
  ['half', { half: true }, [1, 0.5]],
  ['sum', { reduction: 'sum' }, [10, 5]],
])('least squares with the %s has the printed curvatures', (_name, values, expected) => {
  const model = regression(values);
  const hessian = new Float64Array(4);
  for (let i = 0; i < 2; i++) {
    const unit = Float64Array.of(i === 0 ? 1 : 0, i === 0 ? 0 : 1);
    const column = new Float64Array(2);
    model.hessianTimes(new Float64Array(2), line, null, 0, 5, unit, column);
    hessian.set(column, 2 * i);
  }
  symmetricEigen(hessian, 2).values.forEach((value, i) =>
    expect(value).toBeCloseTo(expected[i]!, 12),
  );
});

test('the best rate 2/3 of the mean needs 14 steps to 1e-12; 1 never arrives', () => {
  const reached = (lr: number) =>
    descend(regression({}), line, new Float64Array(2), lr, 1000, (loss) => loss < 1e-12);
  expect(reached(2 / 3)).toBe(14);
  expect(reached(1)).toBe(1000);
});

test('one unit further off pulls one unit harder', () => {
  expect(judge(lossOf('mse', { reduction: 'sum' }), [1, 2, 3], [0, 0, 0]).grad).toEqual([2, 4, 6]);
});
