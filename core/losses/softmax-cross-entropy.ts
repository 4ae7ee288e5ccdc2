import { logSumExp } from '../math/stable.ts';
import { defineLoss, type Loss } from './loss.ts';
import { reductionParam } from './reduction.ts';

/**
 * Cross-entropy of one sample from its scores (logits) z, in nats: −log softmax(z)_y = logsumexp(z) − z_y.
 * Finite for any finite scores (checked at ±1000).
 *
 *   ∂ℓ/∂z = softmax(z) − q, where q is 1 for the true class; with label smoothing s, q ← (1 − s) q + s/K.
 *
 * Targets are class indices, or rows of probabilities q. Mean over rows, not over elements.
 * Variant: PyTorch's CrossEntropyLoss. Smoothing: Szegedy et al. 2016, arXiv 1512.00567.
 */
export const softmaxCrossEntropy = defineLoss({
  id: 'softmax-cross-entropy',
  name: { zh: 'softmax 交叉熵', en: 'softmax cross-entropy' },
  formula: [
    'p = \\mathrm{softmax}(z)',
    '\\ell = -\\sum_k q_k \\log p_k,\\quad q_k = (1 - s)\\,[k = y] + s/K',
    '\\partial\\ell/\\partial z = p - q',
  ],
  summary: {
    zh: '真实类别分到的概率越小，代价越大；各类的梯度之和为 0。',
    en: 'The less probability the true class is given, the more it costs; the gradients of all classes sum to 0.',
  },
  tasks: ['classes'],
  params: {
    reduction: reductionParam,
    labelSmoothing: {
      kind: 'number',
      symbol: 's',
      label: { zh: '标签平滑 s', en: 'label smoothing s' },
      help: {
        zh: '把目标的一部分匀给所有类别，logit 就不必冲向无穷。',
        en: 'Spreads part of the target over all classes, so that scores need not run to infinity.',
      },
      default: 0,
      offered: { min: 0, max: 0.5, scale: 'linear' },
      valid: { min: 0, max: 1 },
    },
  },
  create: ({ reduction, labelSmoothing }, { outputs, targets: perRow }) =>
    perRow !== outputs
      ? fromIndices(reduction, labelSmoothing, outputs)
      : fromRows(reduction, labelSmoothing, outputs),
});

function fromIndices(reduction: Loss['reduction'], smoothing: number, classes: number): Loss {
  const spread = smoothing / classes;
  return {
    terms: 1,
    reduction,
    evaluate(z, labels, rows, values, grad) {
      for (let i = 0; i < rows; i++) {
        const from = i * classes;
        const label = from + labels[i]!;
        const normaliser = logSumExp(z, from, classes);
        for (let k = from; k < from + classes; k++) {
          grad[k] = Math.exp(z[k]! - normaliser) - spread;
        }
        grad[label] = grad[label]! - (1 - smoothing);
        let loss = (1 - smoothing) * (normaliser - z[label]!);
        if (smoothing > 0) {
          for (let k = from; k < from + classes; k++) loss += spread * (normaliser - z[k]!);
        }
        values[i] = loss;
      }
    },
    curvatureTimes: (z, _labels, rows, v, out) => softmaxCurvature(z, rows, classes, v, out),
  };
}

function fromRows(reduction: Loss['reduction'], smoothing: number, classes: number): Loss {
  const spread = smoothing / classes;
  return {
    terms: 1,
    reduction,
    evaluate(z, probabilities, rows, values, grad) {
      for (let i = 0; i < rows; i++) {
        const from = i * classes;
        const normaliser = logSumExp(z, from, classes);
        let loss = 0;
        for (let k = from; k < from + classes; k++) {
          const q = (1 - smoothing) * probabilities[k]! + spread;
          const logP = z[k]! - normaliser;
          loss -= q * logP;
          grad[k] = Math.exp(logP) - q;
        }
        values[i] = loss;
      }
    },
    curvatureTimes: (z, _targets, rows, v, out) => softmaxCurvature(z, rows, classes, v, out),
  };
}

/** (diag p − p pᵀ) v, row by row. */
function softmaxCurvature(
  z: Float64Array,
  rows: number,
  classes: number,
  v: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < rows; i++) {
    const from = i * classes;
    const normaliser = logSumExp(z, from, classes);
    let mean = 0;
    for (let k = from; k < from + classes; k++) {
      out[k] = Math.exp(z[k]! - normaliser);
      mean += out[k]! * v[k]!;
    }
    for (let k = from; k < from + classes; k++) out[k] = out[k]! * (v[k]! - mean);
  }
}
