import { linearRegression } from './linear-regression.ts';
import { logisticRegression } from './logistic-regression.ts';
import { mlp } from './mlp.ts';
import { softmaxRegression } from './softmax-regression.ts';

/** The registry: the only list of models. */
export const models = {
  'linear-regression': linearRegression,
  'logistic-regression': logisticRegression,
  'softmax-regression': softmaxRegression,
  mlp,
} as const;

export type ModelId = keyof typeof models;
export const modelIds = Object.keys(models) as ModelId[];
