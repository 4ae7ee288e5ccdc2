/**
 * Every optimizer under every schedule on three problems: a run cut at any step and resumed, and a run
 * forked there without a change, are the uninterrupted run to the bit.
 */
import { describe, expect, test } from 'vitest';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { mulberry32 } from '../../core/math/rng.ts';
import { optimizerIds } from '../../core/optimizers/index.ts';
import { scheduleIds } from '../../core/schedules/index.ts';
import { fork } from '../../core/training/fork.ts';
import { createRecorder } from '../../core/training/recorder.ts';
import { createTrainer, type Checkpoint, type Trainer } from '../../core/training/trainer.ts';
import { assets } from '../support/assets.ts';
import { bitsOf, columnsOf } from '../support/experiments.ts';

const STEPS = 60;

const problems = {
  'a noisy bowl, two seeds': {
    problem: { kind: 'objective', objective: { id: 'quadratic-bowl' }, noise: 0.5 },
    replicates: 2,
    stepsPerEpoch: 7,
  },
  'an objective': {
    problem: { kind: 'objective', objective: { id: 'rosenbrock' } },
    stop: { lossChange: 1e-300 },
  },
  'a small model': {
    problem: {
      kind: 'model',
      model: { id: 'softmax-regression' },
      dataset: { id: 'digits' },
      batchSize: 8,
    },
    totalSteps: 25,
    evaluateEvery: 25,
    scheduleUnit: 'sample',
  },
} as const;

const cut = mulberry32(5);

/** What a run records from here on, and the state it ends in. */
function rest(trainer: Trainer) {
  const recorder = createRecorder();
  trainer.advance(STEPS, recorder);
  const columns = bitsOf(columnsOf(recorder.flush()));
  return { columns, end: trainer.checkpoint(), outcome: trainer.outcome, result: trainer.result() };
}

function checkpointAt(config: ExperimentConfig, step: number): Checkpoint {
  const trainer = createTrainer(config, assets);
  trainer.advance(step, null);
  return structuredClone(trainer.checkpoint());
}

/** What was recorded from `step` on. */
function from(step: number, columns: ReturnType<typeof bitsOf>): ReturnType<typeof bitsOf> {
  return Object.fromEntries(
    Object.entries(columns)
      .map(([metric, points]) => [metric, points.filter(([at]) => at >= step)] as const)
      .filter(([, points]) => points.length > 0),
  );
}

describe.each(Object.entries(problems))('%s', (_name, given) => {
  test.each(optimizerIds)('%s, under every schedule', (id) => {
    for (const schedule of scheduleIds) {
      const config = parseExperimentConfig({
        version: 1,
        seed: 3,
        totalSteps: STEPS,
        lr: 0.01,
        optimizer: { id },
        schedule: { id: schedule },
        ...given,
      });
      const step = Math.floor(cut.uniform() * config.totalSteps);
      const whole = rest(createTrainer(config, assets));
      const expected = { ...whole, columns: from(step, whole.columns) };
      const checkpoint = checkpointAt(config, step);
      const forked = fork(config, checkpoint, {});
      expect(rest(createTrainer(config, assets, checkpoint)), schedule).toEqual(expected);
      expect(rest(createTrainer(forked.config, assets, forked.checkpoint)), schedule).toEqual(
        expected,
      );
    }
  });
});
