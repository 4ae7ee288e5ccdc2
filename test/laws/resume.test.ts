/**
 * Every optimizer under every schedule on three problems: a run cut at any step and resumed, and a run
 * forked there without a change, are the uninterrupted run to the bit.
 */
import { describe, expect, test } from 'vitest';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { mulberry32 } from '../../core/math/rng.ts';
import { optimizerIds } from '../../core/optimizers/index.ts';
import { adaptiveScheduleIds, scheduleIds } from '../../core/schedules/index.ts';
import { fork } from '../../core/training/fork.ts';
import { createRecorder } from '../../core/training/recorder.ts';
import { createTrainer, type Checkpoint, type Trainer } from '../../core/training/trainer.ts';
import { stringify } from '../../electron/store/json-values.ts';
import { assets } from '../support/assets.ts';
import { columnsOf } from '../support/experiments.ts';

const STEPS = 60;

const problems = {
  'a noisy bowl, two seeds': {
    problem: { kind: 'objective', objective: { id: 'quadratic-bowl' }, noise: 0.5 },
    replicates: 2,
    stepsPerEpoch: 7,
  },
  'an objective': {
    problem: { kind: 'objective', objective: { id: 'rosenbrock' } },
    lr: 0.001,
    stop: { lossChange: 1e-300 },
  },
  'a small model': {
    problem: {
      kind: 'model',
      model: { id: 'mlp', params: { hidden: [3] } },
      dataset: { id: 'xor' },
      batchSize: 2,
    },
    evaluateEvery: 25,
    scheduleUnit: 'sample',
    scheduleMetric: 'train-loss',
  },
} as const;

const cut = mulberry32(5);

/** What a run records of the steps from `step` on, and the state it ends in: every bit, as text. */
function rest(trainer: Trainer, step: number): string {
  const recorder = createRecorder();
  trainer.advance(STEPS, recorder);
  const columns = [...columnsOf(recorder.flush())].flatMap(([metric, { steps, values }]) => {
    const first = steps.findIndex((at) => at >= step);
    return first < 0 ? [] : [[metric, steps.slice(first), values.slice(first)]];
  });
  const { outcome } = trainer;
  return stringify({ columns, outcome, end: trainer.checkpoint(), result: trainer.result() });
}

function checkpointAt(config: ExperimentConfig, step: number): Checkpoint {
  const trainer = createTrainer(config, assets);
  trainer.advance(step, null);
  return structuredClone(trainer.checkpoint());
}

describe.each(Object.entries(problems))('%s', (_name, given) => {
  test.each(optimizerIds)('%s, under every schedule', (id) => {
    for (const schedule of [...scheduleIds, ...adaptiveScheduleIds]) {
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
      const expected = rest(createTrainer(config, assets), step);
      const checkpoint = checkpointAt(config, step);
      const resumed = createTrainer(config, assets, checkpoint);
      const forked = fork(config, checkpoint, {});
      const other = createTrainer(forked.config, assets, forked.checkpoint);
      expect(rest(resumed, step), schedule).toBe(expected);
      expect(rest(other, step), schedule).toBe(expected);
    }
  });
});
