import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { problemFromModel } from '../../../core/problems/from-model.ts';
import type { Problem } from '../../../core/problems/problem.ts';
import { Ensemble } from '../../../core/training/ensemble.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createRules } from '../../../core/training/rules.ts';
import { createStreams } from '../../../core/training/streams.ts';
import { judgeCase, usingAll, type CaseResult } from '../case-result.ts';
import { Recorded } from '../comparison.ts';
import type { ReferenceFile, TrainingCase, TrainingHeader } from '../format.ts';
import { optimizerChoice } from '../optimizer-ids.ts';
import { plateauChoice, scheduleChoice } from '../schedule-kinds.ts';
import { flatParams, trainingTask, type TrainingTask } from '../training-tasks.ts';
import { adaptive } from './schedules.ts';

/** Small trainings from given weights in a given order: losses, rates, the first gradient, what was learnt. */
export function training({ header, cases }: ReferenceFile): readonly CaseResult[] {
  return (cases as unknown as readonly TrainingCase[]).map((given) =>
    judgeCase(given.id, () => compare(header as unknown as TrainingHeader, given)),
  );
}

function compare(header: TrainingHeader, given: TrainingCase): Recorded {
  const result = new Recorded(given.tolerance);
  const task = trainingTask(header);
  const problem = problemOf(header, given, task);
  if (given.firstGradient) {
    const first = firstGradient(problem);
    result.list('first gradient', first, flatParams(given.firstGradient));
  }
  const { metrics, params } = train(given, problem);
  const of = (metric: MetricName): readonly number[] => metrics.get(metric) ?? [];
  if (given.stepLoss) result.list('stepLoss', of('train/loss'), given.stepLoss);
  if (given.epochLoss) {
    // The first evaluation is that of the start.
    result.list('epochLoss', of('eval/train_loss').slice(1), given.epochLoss);
  }
  if (given.epochLr) {
    const rates = of('optim/lr').filter((_, step) => step % problem.stepsPerEpoch === 0);
    result.list('epochLr', rates, given.epochLr);
  }
  if (given.finalParams) result.list('finalParams', params, flatParams(given.finalParams));
  if (given.finalAccuracy !== undefined) {
    const last = of('eval/train_accuracy').at(-1);
    if (given.finalAccuracy === null) result.exact('finalAccuracy', last, undefined);
    else result.number('finalAccuracy', last ?? NaN, given.finalAccuracy);
  }
  return result;
}

function problemOf(
  { batchOrder }: TrainingHeader,
  { order, epochs, batchSize }: TrainingCase,
  { model, dataset, initialParams }: TrainingTask,
): Problem<unknown> {
  if (order !== 'sequential' && order !== 'recorded') {
    throw new RangeError(`no order is called '${String(order)}'`);
  }
  if (order === 'recorded' && batchOrder.length < epochs) {
    throw new RangeError(`the order of ${batchOrder.length} epochs is recorded, not of ${epochs}`);
  }
  return problemFromModel(model, dataset, {
    batchSize,
    dropLast: false,
    order: order === 'sequential' ? order : batchOrder,
    initialParams,
  }) as Problem<unknown>;
}

function firstGradient(problem: Problem<unknown>): Float64Array {
  const streams = createStreams(0);
  const grad = new Float64Array(problem.dim);
  problem.next(problem.initialParams(streams), grad, problem.initialState(streams), streams);
  return grad;
}

interface Trained {
  /** Values of every step, or of every evaluation after an epoch. */
  readonly metrics: ReadonlyMap<MetricName, readonly number[]>;
  readonly params: Float64Array;
}

/** Trains with the core's own trainer. */
function train(given: TrainingCase, problem: Problem<unknown>): Trained {
  const config = configOf(given, problem);
  const rules = createRules(config, {}, problem);
  // The reference judges θ itself, also where an optimizer offers an average.
  const optimizer = { init: rules.optimizer.init, update: rules.optimizer.update };
  const trainer = new Ensemble(config, { ...rules, optimizer }, null);
  const recorder = createRecorder();
  trainer.advance(config.totalSteps, recorder);
  const metrics = new Map<MetricName, number[]>();
  for (const { metric, values } of recorder.flush()) {
    metrics.set(metric, [...(metrics.get(metric) ?? []), ...values]);
  }
  return { metrics, params: trainer.checkpoint().members[0]!.params };
}

/** The configuration but for its problem, which is replaced. */
function configOf(given: TrainingCase, { stepsPerEpoch }: Problem<unknown>): ExperimentConfig {
  const { optimizer, hyper, schedule, scheduleUnit, epochs } = given;
  const { lr: baseLr, ...rest } = hyper;
  const total = scheduleUnit === 'epoch' ? epochs : epochs * stepsPerEpoch;
  const { choice, lr } = usingAll(schedule.params, (all) =>
    adaptive.has(schedule.kind)
      ? { choice: plateauChoice(all, baseLr), lr: baseLr }
      : scheduleChoice(schedule.kind, all, baseLr, total),
  );
  return parseExperimentConfig({
    version: 1,
    seed: 0,
    problem: { kind: 'objective', objective: { id: 'parabola' } },
    optimizer: usingAll(rest, (all) => optimizerChoice(optimizer, all)).choice,
    schedule: choice,
    scheduleUnit,
    scheduleMetric: 'train-loss',
    lr,
    totalSteps: epochs * stepsPerEpoch,
    evaluateEvery: stepsPerEpoch,
  });
}
