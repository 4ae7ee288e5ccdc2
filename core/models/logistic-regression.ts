import { defineModel } from './model.ts';
import { linearDim, linearModel } from './linear-model.ts';

/**
 * Logistic regression: one weighted sum decides between two classes, and says how surely.
 *
 *   z = w·x + b,  p = σ(z);  with cross-entropy ∂ℓ/∂w = (p − y) x,  ∂ℓ/∂b = p − y.
 *
 * θ = (w, b), starting at 0. With hinge loss instead it is a linear support vector machine, with squared
 * error on σ(z) the single neuron whose gradient dies when it is confidently wrong.
 * Source: Cox 1958, doi 10.1111/j.2517-6161.1958.tb00292.x.
 */
export const logisticRegression = defineModel({
  id: 'logistic-regression',
  name: { zh: '逻辑回归', en: 'Logistic regression' },
  formula: ['z = w^\\top x + b', 'p = \\sigma(z)'],
  summary: {
    zh: '用一条直线分开两类；数据能被完全分开时，最优权重在无穷远处。',
    en: 'One straight border between two classes; where they can be separated, the best weights lie at infinity.',
  },
  tasks: ['binary'],
  params: {},
  dim: (_values, features, outputs) => linearDim(features, outputs),
  drawsWeights: () => false,
  create: (_values, features, criterion) => linearModel(features, criterion),
});
