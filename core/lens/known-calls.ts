import type { Choice } from '../params.ts';
import type { Arguments } from './call-arguments.ts';
import { exponential, inverseTime } from './choices.ts';

/**
 * The few calls of PyTorch and Keras the lens knows, each with the rate it gives after n calls of step() or where step()
 * sets n (PyTorch), to the n-th update (Keras) or epoch (Keras' callback), n from 0, as their documentation says.
 */

/** `before`: the rate before; at first that of the optimizer. */
export type RateOf = (n: number, before: number) => number;

export interface Known {
  /** Names of its arguments in their order, after the optimizer. */
  readonly args: readonly string[];
  readonly counts: 'calls' | 'updates' | 'epochs';
  /** The schedule it is; where a function decides, `rate` is what the function gives. */
  choice?(call: Arguments): Choice;
  rate?(call: Arguments, lr: number): RateOf;
}

export const known: Readonly<Record<string, Known>> = {
  LambdaLR: {
    args: ['optimizer', 'lr_lambda'],
    counts: 'calls',
    rate(call, lr) {
      const factor = call.callable('lr_lambda');
      return (n) => lr * factor(n);
    },
  },
  MultiplicativeLR: {
    args: ['optimizer', 'lr_lambda'],
    counts: 'calls',
    rate(call) {
      const factor = call.callable('lr_lambda');
      return (n, before) => (n === 0 ? before : before * factor(n));
    },
  },
  ExponentialLR: {
    args: ['optimizer', 'gamma'],
    counts: 'calls',
    choice: (call) => exponential(call.number('gamma'), 1, false),
  },
  StepLR: {
    args: ['optimizer', 'step_size', 'gamma'],
    counts: 'calls',
    choice: (call) => exponential(call.number('gamma', 0.1), call.number('step_size'), true),
  },
  InverseTimeDecay: {
    args: ['initial_learning_rate', 'decay_steps', 'decay_rate', 'staircase'],
    counts: 'updates',
    choice: (call) =>
      inverseTime(call.number('decay_rate'), call.number('decay_steps'), call.is('staircase')),
  },
  ExponentialDecay: {
    args: ['initial_learning_rate', 'decay_steps', 'decay_rate', 'staircase'],
    counts: 'updates',
    choice: (call) =>
      exponential(call.number('decay_rate'), call.number('decay_steps'), call.is('staircase')),
  },
  LearningRateScheduler: {
    args: ['schedule'],
    counts: 'epochs',
    rate(call, lr) {
      const next = call.callable('schedule');
      return (n, before) => next(n, n === 0 ? lr : before);
    },
  },
};

/** The old Keras optimizers' `decay=`: divided anew at every update, from the initial rate. */
export const oldKeras: Known = {
  args: ['learning_rate'],
  counts: 'updates',
  choice: (call) => inverseTime(call.number('decay'), 1, false),
};

export const knownCalls = [...Object.keys(known), 'SGD(decay=…)', 'ReduceLROnPlateau'];
