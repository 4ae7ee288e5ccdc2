/** The trainer repeats the recorded trainings, step by step: given weights, recorded orders, every schedule. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { problemFromModel } from '../../../core/problems/from-model.ts';
import { Ensemble } from '../../../core/training/ensemble.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createRules } from '../../../core/training/rules.ts';
import type { Problem } from '../../../core/problems/problem.ts';
import type { TrainingCase, TrainingHeader } from '../../certify/format.ts';
import { optimizerChoice } from '../../certify/optimizer-ids.ts';
import { plateauChoice, scheduleChoice } from '../../certify/schedule-kinds.ts';
import { flatParams, trainingTask } from '../../certify/training-tasks.ts';
import { seriesOf } from '../../support/training.ts';

const files = ['linear', 'logistic', 'mlpBinary', 'mlpClasses'].map((task) => {
  const file = new URL(`../../reference/training-${task}.json`, import.meta.url);
  const content = JSON.parse(readFileSync(file, 'utf8')) as TrainingHeader & {
    readonly cases: readonly TrainingCase[];
  };
  return [task, content, content.cases] as const;
});

function problemOf(header: TrainingHeader, { batchSize, order }: TrainingCase): Problem<unknown> {
  const { model, dataset, initialParams } = trainingTask(header);
  return problemFromModel(model, dataset, {
    batchSize,
    dropLast: false,
    order: order === 'sequential' ? order : header.batchOrder,
    initialParams,
  }) as Problem<unknown>;
}

function replay(header: TrainingHeader, given: TrainingCase) {
  const problem = problemOf(header, given);
  const { stepsPerEpoch } = problem;
  const { schedule, scheduleUnit, epochs, hyper } = given;
  const { lr, ...rest } = hyper;
  const total = scheduleUnit === 'epoch' ? epochs : epochs * stepsPerEpoch;
  const isPlateau = schedule.kind === 'plateau';
  const rated = isPlateau
    ? { choice: plateauChoice(schedule.params, lr), lr }
    : scheduleChoice(schedule.kind, schedule.params, lr, total);
  const config = parseExperimentConfig({
    version: 1,
    seed: 1,
    // Stands in for the recorded problem, which is no data set of the app.
    problem: { kind: 'objective', objective: { id: 'parabola' } },
    optimizer: optimizerChoice(given.optimizer, rest).choice,
    schedule: rated.choice,
    scheduleUnit,
    scheduleMetric: 'train-loss',
    lr: rated.lr,
    totalSteps: epochs * stepsPerEpoch,
    evaluateEvery: stepsPerEpoch,
  });
  const trainer = new Ensemble(config, createRules(config, {}, problem), null);
  const recorder = createRecorder();
  trainer.advance(Infinity, recorder);
  const chunks = recorder.flush();
  return {
    stepLoss: seriesOf(chunks, 'train/loss').values,
    epochLoss: seriesOf(chunks, 'eval/train_loss').values.slice(1),
    epochLr: seriesOf(chunks, 'optim/lr').values.filter((_, step) => step % stepsPerEpoch === 0),
    finalParams: [...trainer.checkpoint().members[0]!.params],
  };
}

/** The largest deviation as a fraction of what is allowed; Infinity where the lengths differ. */
function worst(values: readonly number[], expected: readonly number[], tolerance: number): number {
  if (values.length !== expected.length) return Infinity;
  return Math.max(
    ...expected.map((b, i) => Math.abs(values[i]! - b) / (tolerance * (1 + Math.abs(b)))),
  );
}

describe.each(files)('%s', (_task, header, cases) => {
  test.each(cases.map((given) => [given.id, given] as const))('%s', (_id, given) => {
    const replayed = replay(header, given);
    const { tolerance } = given;
    expect(worst(replayed.stepLoss, given.stepLoss, tolerance)).toBeLessThan(1);
    expect(worst(replayed.epochLoss, given.epochLoss, tolerance)).toBeLessThan(1);
    expect(worst(replayed.epochLr, given.epochLr, tolerance)).toBeLessThan(1);
    expect(worst(replayed.finalParams, flatParams(given.finalParams), tolerance)).toBeLessThan(1);
  });
});
