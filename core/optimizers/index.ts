import { sgd } from './sgd.ts';

/** The registry: the only list of optimizers. */
export const optimizers = { sgd } as const;

export type OptimizerId = keyof typeof optimizers;
export const optimizerIds = Object.keys(optimizers) as OptimizerId[];
