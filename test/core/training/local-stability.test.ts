import { describe, expect, it } from 'vitest';
import { frozenRule } from '../../../core/analysis/frozen-preconditioner.ts';
import { finish } from '../../../core/analysis/in-pieces.ts';
import { limitOfFrozen } from '../../../core/analysis/stability-limit.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { symmetricEigen } from '../../../core/math/symmetric-eigen.ts';
import {
  hasLocalLimit,
  isJudgedAlongOnly,
  isTooLargeToJudge,
  MOST_WORK,
  MOST_WORK_AT_ONCE,
  stabilityJudge,
} from '../../../core/training/local-stability.ts';
import { buildModelOnData } from '../../../core/training/model-on-data.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { assets, bowl, shortDigits } from '../../support/experiments.ts';

const moons = (optimizer: object): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 2,
    totalSteps: 400,
    lr: 0.01,
    problem: {
      kind: 'model',
      model: { id: 'mlp', params: { hidden: [3] } },
      dataset: { id: 'moons', params: { samples: 60 } },
      batchSize: 30,
    },
    optimizer,
    schedule: { id: 'constant' },
  });

/** The Hessian over all training samples in full, column by column. */
function hessianAt(config: ExperimentConfig, params: Float64Array): Float64Array {
  if (config.problem.kind !== 'model') throw new Error('no model');
  const { model, dataset } = buildModelOnData(config.problem, config, assets);
  const dim = params.length;
  const hessian = new Float64Array(dim * dim);
  for (let j = 0; j < dim; j++) {
    const [unit, column] = [new Float64Array(dim), new Float64Array(dim)];
    unit[j] = 1;
    model.hessianTimes(params, dataset.train, null, 0, dataset.train.count, unit, column);
    column.forEach((value, i) => (hessian[i * dim + j] = value));
  }
  return hessian;
}

// A network bends down in some direction nearly everywhere; the limit is that of the direction that bends up most.
describe('the largest stable rate of a model under an adaptive optimizer', () => {
  it.each([
    ['adam', {}],
    ['rmsprop', { momentum: 0.5, weightDecay: 0.01 }],
    ['adamw', { weightDecay: 0.05 }],
    ['amsgrad', {}],
  ])('%s is that of the whole Hessian between its frozen moments', (id, params) => {
    const config = moons({ id, params });
    const trainer = createTrainer(config, assets);
    trainer.advance(200, null);
    const { params: theta, optimizer: state } = trainer.checkpoint().members[0]!;
    const at = { state, t: 200 };
    const judge = stabilityJudge(config, assets, MOST_WORK)!;
    const place = { params: theta, momentum: null, ...at };
    const estimate = finish(judge.limit(place))!;
    const frozen = frozenRule(config.optimizer, at)!;
    const dim = theta.length;
    const scaled = hessianAt(config, theta).map((entry, k) => {
      const [i, j] = [Math.floor(k / dim), k % dim];
      const shift = i === j ? frozen.rule.l2 : 0;
      return (entry + shift) / Math.sqrt(frozen.divisor[i]! * frozen.divisor[j]!);
    });
    const steepest = symmetricEigen(scaled, dim).values[0]!;
    const exact = limitOfFrozen(frozen, [steepest])!;
    expect(estimate.kind).toBe('frozen-preconditioner');
    // Forty steps of power iteration come from below the eigenvalue.
    expect(estimate.rate / exact.rate).toBeCloseTo(1, 2);
    expect(judge.judge(place)!.limit).toEqual(estimate);
  });
});

describe('a limit along a run', () => {
  it('follows from the curvature for linear and adaptive rules, not for those that take signs', () => {
    const known = (change: object): boolean =>
      hasLocalLimit(parseExperimentConfig({ ...bowl(), ...change }));
    for (const id of ['sgd', 'momentum', 'nesterov', 'adam', 'adagrad']) {
      expect(known({ optimizer: { id } }), id).toBe(true);
    }
    expect(known({ optimizer: { id: 'lion' } })).toBe(false);
    expect(known({ problem: { kind: 'stream', stream: { id: 'reddi' } } })).toBe(false);
    expect(stabilityJudge(shortDigits, assets, MOST_WORK_AT_ONCE)).not.toBeNull();
  });

  // The bounds on parameters × 1,437 training samples: 415 parameters and 13,918.
  it('of a model too large to tell at once is told along the run; of one too large to wait for not at all', () => {
    const { problem } = shortDigits;
    if (problem.kind !== 'model') throw new Error('no model');
    const wide = (width: number): ExperimentConfig =>
      parseExperimentConfig({
        ...shortDigits,
        problem: { ...problem, model: { id: 'mlp', params: { hidden: [width] } } },
      });
    const told = (width: number) => ({
      atOnce: stabilityJudge(wide(width), assets, MOST_WORK_AT_ONCE) !== null,
      along: stabilityJudge(wide(width), assets, MOST_WORK) !== null,
      hasLimit: hasLocalLimit(wide(width)),
      alongOnly: isJudgedAlongOnly(wide(width)),
      tooLarge: isTooLargeToJudge(wide(width)),
    });
    const along = { atOnce: false, along: true, hasLimit: true, alongOnly: true, tooLarge: false };
    expect(told(16)).toEqual({ ...along, atOnce: true, alongOnly: false });
    expect(told(32)).toEqual(along);
    expect(told(128)).toEqual(along);
    expect(told(256)).toEqual({
      ...along,
      along: false,
      hasLimit: false,
      alongOnly: false,
      tooLarge: true,
    });
    const signs = { ...wide(256), optimizer: { id: 'lion', params: {} } };
    expect(isTooLargeToJudge(signs)).toBe(false);
  });
});
