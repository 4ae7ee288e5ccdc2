import { losses, type LossId } from '../../core/losses/index.ts';
import { defaultParams, type Choice, type Values } from '../../core/params.ts';
import type { Named } from './format.ts';

/** The reference's losses, in our words; their parameters have the same names. */
const kinds: Readonly<Record<string, LossId>> = {
  mse: 'mse',
  mae: 'mae',
  huber: 'huber',
  smoothL1: 'smooth-l1',
  bceWithLogits: 'binary-cross-entropy',
  bce: 'binary-cross-entropy-from-probabilities',
  softmaxCrossEntropy: 'softmax-cross-entropy',
  hinge: 'hinge',
  squaredHinge: 'squared-hinge',
};

/** The loss of this kind; throws for an unknown one, and for a parameter it does not have. */
export function lossChoice(
  kind: string,
  params: Named,
  reduction: 'mean' | 'sum' = 'mean',
): Choice<LossId> {
  const id = Object.hasOwn(kinds, kind) ? kinds[kind]! : undefined;
  if (!id) throw new RangeError(`no loss is called '${kind}'`);
  const defaults = defaultParams(losses[id].params);
  const strange = Object.keys(params).filter((name) => !Object.hasOwn(defaults, name));
  if (strange.length > 0) throw new RangeError(`unknown parameters: ${strange.join(', ')}`);
  return { id, params: { ...defaults, ...(params as Values), reduction } };
}
