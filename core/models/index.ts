import { softmaxRegression } from './softmax-regression.ts';

/** The registry: the only list of models. */
export const models = { 'softmax-regression': softmaxRegression } as const;

export type ModelId = keyof typeof models;
export const modelIds = Object.keys(models) as ModelId[];
