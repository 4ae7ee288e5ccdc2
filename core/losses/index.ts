import { binaryCrossEntropyFromProbabilities } from './binary-cross-entropy-from-probabilities.ts';
import { binaryCrossEntropy } from './binary-cross-entropy.ts';
import { hinge } from './hinge.ts';
import { huber } from './huber.ts';
import { mae } from './mae.ts';
import { mse } from './mse.ts';
import { smoothL1 } from './smooth-l1.ts';
import { softmaxCrossEntropy } from './softmax-cross-entropy.ts';
import { squaredHinge } from './squared-hinge.ts';

/** The registry: the only list of losses. */
export const losses = {
  mse,
  mae,
  huber,
  'smooth-l1': smoothL1,
  'binary-cross-entropy': binaryCrossEntropy,
  'binary-cross-entropy-from-probabilities': binaryCrossEntropyFromProbabilities,
  'softmax-cross-entropy': softmaxCrossEntropy,
  hinge,
  'squared-hinge': squaredHinge,
} as const;

export type LossId = keyof typeof losses;
export const lossIds = Object.keys(losses) as LossId[];
