import type { Samples } from '../datasets/dataset.ts';
import { softmaxCrossEntropy } from '../losses/softmax-cross-entropy.ts';
import { defineModel } from './model.ts';

/**
 * Softmax (multinomial logistic) regression: logits z = W x + b, loss = cross-entropy of softmax(z).
 *
 * θ = (W row-major [classes][features], then b [classes]); zero initialisation, because the loss is
 * convex and every start leads to the same place. With p = softmax(z):
 *   ∂loss/∂W = mean (p − onehot(y)) xᵀ        ∂loss/∂b = mean (p − onehot(y))
 */
export const softmaxRegression = defineModel({
  id: 'softmax-regression',
  name: { zh: 'softmax 回归', en: 'softmax regression' },
  formula: ['p = \\mathrm{softmax}(W x + b)', '\\ell = -\\log p_y'],
  params: {},
  create: (_values, { features, classes }) => {
    const weights = classes * features;
    const logits = new Float64Array(classes);
    const delta = new Float64Array(classes);

    const score = (params: Float64Array, inputs: Float64Array, x: number): void => {
      for (let k = 0; k < classes; k++) {
        let sum = params[weights + k]!;
        const row = k * features;
        for (let j = 0; j < features; j++) sum += params[row + j]! * inputs[x + j]!;
        logits[k] = sum;
      }
    };

    return {
      dim: weights + classes,
      init: () => new Float64Array(weights + classes),
      lossAndGrad(params, samples, rows, from, to, grad) {
        const share = 1 / (to - from);
        grad.fill(0);
        let loss = 0;
        for (let i = from; i < to; i++) {
          const x = rows[i]! * features;
          score(params, samples.inputs, x);
          loss += softmaxCrossEntropy(logits, 0, classes, samples.labels[rows[i]!]!, delta);
          for (let k = 0; k < classes; k++) {
            const d = delta[k]! * share;
            const row = k * features;
            for (let j = 0; j < features; j++) grad[row + j]! += d * samples.inputs[x + j]!;
            grad[weights + k]! += d;
          }
        }
        return loss * share;
      },
      evaluate(params: Float64Array, samples: Samples) {
        let loss = 0;
        let correct = 0;
        for (let i = 0; i < samples.count; i++) {
          score(params, samples.inputs, i * features);
          loss += softmaxCrossEntropy(logits, 0, classes, samples.labels[i]!);
          if (argmax(logits) === samples.labels[i]) correct++;
        }
        return { loss: loss / samples.count, accuracy: correct / samples.count };
      },
    };
  },
});

/** The index of the largest value, the first of equals; −1 if all are NaN. */
function argmax(values: Float64Array): number {
  let best = -1;
  for (let k = 0; k < values.length; k++) {
    if (best < 0 ? !Number.isNaN(values[k]!) : values[k]! > values[best]!) best = k;
  }
  return best;
}
