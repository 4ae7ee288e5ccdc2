import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamax } from './adamax.ts';
import { adamw } from './adamw.ts';
import { amsgrad } from './amsgrad.ts';
import { asgd } from './asgd.ts';
import { lion } from './lion.ts';
import { momentum } from './momentum.ts';
import { nadam } from './nadam.ts';
import { nesterov } from './nesterov.ts';
import { radam } from './radam.ts';
import { rmsprop } from './rmsprop.ts';
import { rprop } from './rprop.ts';
import { scheduleFreeSgd } from './schedule-free-sgd.ts';
import { sgd } from './sgd.ts';

/** The registry: the only list of optimizers, in the order in which a menu shows them. */
export const optimizers = {
  sgd,
  momentum,
  nesterov,
  adagrad,
  adadelta,
  rmsprop,
  adam,
  adamax,
  nadam,
  amsgrad,
  adamw,
  radam,
  lion,
  rprop,
  asgd,
  'schedule-free-sgd': scheduleFreeSgd,
} as const;

export type OptimizerId = keyof typeof optimizers;
export const optimizerIds = Object.keys(optimizers) as OptimizerId[];
