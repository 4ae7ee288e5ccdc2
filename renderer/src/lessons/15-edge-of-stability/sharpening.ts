import { estimate } from '../../../../core/analysis/verdict.ts';
import { sharpness } from '../../../../core/analysis/sharpness.ts';
import type { Assets } from '../../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { buildModelOnData } from '../../../../core/training/model-on-data.ts';
import { createTrainer } from '../../../../core/training/trainer.ts';

/** Last steps of a run over which its sharpness is looked at, and how often. */
export const LAST = 2000;
const LOOK_EVERY = 100;
/** Updates from one evaluation on all points to the next: what the stage draws. */
const EVALUATED = 20;

/** A network of 321 parameters that learns one period of a sine from all its 40 points in every update. */
export function sineTraining(lr: number, totalSteps = 10_000): ExperimentConfig {
  return parseExperimentConfig({
    version: 1,
    seed: 3,
    streams: { init: 3, data: 5 },
    problem: {
      kind: 'model',
      model: { id: 'mlp', params: { hidden: [16, 16], activation: 'tanh' } },
      dataset: { id: 'sine', params: { samples: 40, noise: 0 } },
      loss: { id: 'mse' },
      batchSize: 40,
      order: 'sequential',
    },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    lr,
    totalSteps,
    evaluateEvery: EVALUATED,
  });
}

/**
 * The mean sharpness over the last steps of a run: at the edge it swings, and a single value of it is luck.
 * Infinity where the run ended before.
 */
export function lastSharpness(config: ExperimentConfig): number {
  const trainer = createTrainer(config);
  const look = lookAt(config, {});
  trainer.advance(config.totalSteps - LAST, null);
  const seen: number[] = [];
  while (trainer.step < config.totalSteps && trainer.outcome === null) {
    trainer.advance(LOOK_EVERY, null);
    seen.push(look(trainer.judgedPoint()));
  }
  return trainer.outcome?.reason === 'max-steps' ? estimate(seen).mean : Infinity;
}

/** The sharpness after so many updates of a run. */
export function sharpnessAfter(config: ExperimentConfig, updates: number, assets: Assets): number {
  const trainer = createTrainer(config, assets);
  trainer.advance(updates, null);
  return lookAt(config, assets)(trainer.judgedPoint());
}

function lookAt(config: ExperimentConfig, assets: Assets): (params: Float64Array) => number {
  if (config.problem.kind !== 'model') throw new Error('only of models');
  const { model, dataset } = buildModelOnData(config.problem, config, assets);
  return (params) => sharpness(model, dataset.train, params).eigenvalue;
}
