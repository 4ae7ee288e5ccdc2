import { defineModel } from './model.ts';
import { linearDim, linearModel } from './linear-model.ts';

/**
 * Linear regression: predict a number by a weighted sum of the inputs.
 *
 *   p = w·x + b,  ∂ℓ/∂w = (∂ℓ/∂p) x,  ∂ℓ/∂b = ∂ℓ/∂p.
 *
 * θ = (w, b), starting at 0: with any convex loss every start leads to the same place.
 * With mean squared error the Hessian is (2/n) XᵀX with a column of ones for b, whatever θ.
 */
export const linearRegression = defineModel({
  id: 'linear-regression',
  name: { zh: '线性回归', en: 'Linear regression' },
  formula: ['p = w^\\top x + b'],
  summary: {
    zh: '平方误差下损失是一个二次碗，曲率完全由输入数据决定。',
    en: 'With squared error the loss is a quadratic bowl whose curvature depends on the inputs alone.',
  },
  tasks: ['regression'],
  params: {},
  dim: (_values, features, outputs) => linearDim(features, outputs),
  drawsWeights: () => false,
  create: (_values, features, criterion) => linearModel(features, criterion),
});
