import type { OptimizerId } from '../../core/optimizers/index.ts';
import type { Choice, Values } from '../../core/params.ts';
import type { Named } from './format.ts';

/** One number, or one per coordinate. */
export type Buffer = number | ArrayLike<number>;

/** An optimizer in our words, and its memory under the names the reference uses. */
export interface NamedOptimizer {
  readonly choice: Choice<OptimizerId>;
  buffers(state: never): Readonly<Record<string, Buffer>>;
}

/** The reference's optimizers, in our words. The rate `lr` is no parameter of an optimizer here. */
const optimizers: Readonly<Record<string, (hyper: Named) => NamedOptimizer>> = {
  sgd: (hyper) => ({ choice: { id: 'sgd', params: hyper as Values }, buffers: () => ({}) }),
};

/** The optimizer of this name; throws for an unknown one. */
export function optimizerChoice(name: string, hyper: Named): NamedOptimizer {
  const named = optimizers[name];
  if (!named) throw new RangeError(`no optimizer is called '${name}'`);
  return named(hyper);
}
