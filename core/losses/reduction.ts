import type { ChoiceParam } from '../params.ts';
import type { Loss } from './loss.ts';

/** How the terms of a batch become one number. A sum makes curvature, and so 2/L, depend on the batch size. */
export const reductionParam = {
  kind: 'choice',
  label: { zh: '归约方式', en: 'reduction' },
  help: {
    zh: '求和会把梯度和曲率都放大样本数倍，能承受的学习率也就小同样的倍数。',
    en: 'A sum multiplies gradient and curvature by the number of samples, so the rate must shrink as much.',
  },
  default: 'mean',
  options: [
    {
      id: 'mean',
      label: { zh: '平均', en: 'mean' },
      help: {
        zh: '除以项数，与批量大小无关。',
        en: 'Divided by the number of terms, whatever the batch.',
      },
    },
    {
      id: 'sum',
      label: { zh: '求和', en: 'sum' },
      help: { zh: '直接相加，批量越大越陡。', en: 'Added up: the larger the batch, the steeper.' },
    },
  ],
} as const satisfies ChoiceParam;

/** The weight of one term in the loss of a batch of `rows` rows. */
export function termWeight(loss: Loss, rows: number): number {
  return loss.reduction === 'sum' ? 1 : 1 / (rows * loss.terms);
}

/**
 * Evaluates the terms of (part of) a batch: multiplies the gradient by `weight` in place and returns the
 * sum of the terms, not weighted.
 */
export function sumTerms(
  loss: Loss,
  predictions: Float64Array,
  targets: Float64Array,
  rows: number,
  outputs: number,
  weight: number,
  values: Float64Array,
  grad: Float64Array,
  start: number,
): number {
  loss.evaluate(predictions, targets, rows, values, grad);
  for (let i = 0; i < rows * outputs; i++) grad[i] = grad[i]! * weight;
  let sum = start;
  for (let i = 0; i < rows * loss.terms; i++) sum += values[i]!;
  return sum;
}
