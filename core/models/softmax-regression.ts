import { defineModel } from './model.ts';
import { linearDim, linearModel } from './linear-model.ts';

/**
 * Softmax (multinomial logistic) regression: a weighted sum for each class, the largest wins.
 *
 * Scores z = W x + b, loss = cross-entropy of softmax(z). θ = (W row-major [classes][features], then b);
 * zero initialisation, because the loss is convex and every start leads to the same place.
 * With p = softmax(z):
 *   ∂loss/∂W = mean (p − onehot(y)) xᵀ        ∂loss/∂b = mean (p − onehot(y))
 */
export const softmaxRegression = defineModel({
  id: 'softmax-regression',
  name: { zh: 'softmax 回归', en: 'softmax regression' },
  formula: ['p = \\mathrm{softmax}(W x + b)', '\\ell = -\\log p_y'],
  summary: {
    zh: '每个类别一组权重；损失是凸的，从哪里出发都到同一处。',
    en: 'One set of weights per class; the loss is convex, so every start leads to the same place.',
  },
  tasks: ['classes'],
  params: {},
  dim: (_values, features, outputs) => linearDim(features, outputs),
  drawsWeights: () => false,
  create: (_values, features, criterion) => linearModel(features, criterion),
});
