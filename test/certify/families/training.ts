import { parseMember, parseSchedule } from '../../../core/experiment/parse-choice.ts';
import { optimizerIds, optimizers } from '../../../core/optimizers/index.ts';
import type { Optimizer } from '../../../core/optimizers/optimizer.ts';
import { problemFromModel } from '../../../core/problems/from-model.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import { createStreams } from '../../../core/training/streams.ts';
import { judgeCase, usingAll, type CaseResult } from '../case-result.ts';
import { Recorded } from '../comparison.ts';
import type { ReferenceFile, TrainingCase, TrainingHeader } from '../format.ts';
import { optimizerChoice } from '../optimizer-ids.ts';
import { scheduleChoice } from '../schedule-kinds.ts';
import { flatParams, trainingTask } from '../training-tasks.ts';

/** Small trainings from given weights in a given order: losses, rates, the first gradient, what was learnt. */
export function training({ header, cases }: ReferenceFile): readonly CaseResult[] {
  return (cases as unknown as readonly TrainingCase[]).map((given) =>
    judgeCase(given.id, () => compare(header as unknown as TrainingHeader, given)),
  );
}

function compare(header: TrainingHeader, given: TrainingCase): Recorded {
  const result = new Recorded(given.tolerance);
  const { model, dataset, initialParams } = trainingTask(header);
  const { batchSize, epochs, order } = given;
  const problem = problemFromModel(model, dataset, {
    batchSize,
    dropLast: false,
    order: order === 'sequential' ? order : header.batchOrder,
    initialParams,
  });
  const { stepsPerEpoch } = problem;
  const streams = createStreams(0);
  const visits = problem.initialState(streams);
  const params = problem.initialParams(streams);
  const grad = new Float64Array(model.dim);
  const delta = new Float64Array(model.dim);
  const optimizer = optimizerOf(given);
  const state = optimizer.init(model.dim);
  const rate = rateOf(given, stepsPerEpoch);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let batch = 0; batch < stepsPerEpoch; batch++) {
      const step = epoch * stepsPerEpoch + batch;
      const lr = rate(given.scheduleUnit === 'epoch' ? epoch : step);
      const loss = problem.next(params, grad, visits, streams);
      if (batch === 0) result.number(`lr of epoch ${epoch}`, lr, given.epochLr[epoch]!);
      result.number(`loss before step ${step}`, loss, given.stepLoss[step]!);
      if (step === 0 && given.firstGradient) {
        result.list('first gradient', grad, flatParams(given.firstGradient));
      }
      optimizer.update({ t: step + 1, lr, momentum: null, params, grad }, state, delta);
      for (let i = 0; i < params.length; i++) params[i]! += delta[i]!;
    }
    const { loss } = model.evaluate(params, dataset.train);
    result.number(`loss after epoch ${epoch}`, loss, given.epochLoss[epoch]!);
  }
  result.exact('steps', epochs * stepsPerEpoch, given.stepLoss.length);
  result.list('final parameters', params, flatParams(given.finalParams));
  const { accuracy } = model.evaluate(params, dataset.train);
  if (given.finalAccuracy === null) result.exact('final accuracy', accuracy, null);
  else result.number('final accuracy', accuracy ?? NaN, given.finalAccuracy);
  return result;
}

function optimizerOf({ optimizer, hyper }: TrainingCase): Optimizer<unknown> {
  const { lr, ...rest } = hyper;
  const { choice } = usingAll(rest, (all) => optimizerChoice(optimizer, all));
  const { id, params } = parseMember(choice, optimizer, optimizerIds, optimizers);
  return optimizers[id].create(params as never, lr) as Optimizer<unknown>;
}

/** The rate at an index in the schedule's own unit. */
function rateOf(given: TrainingCase, stepsPerEpoch: number): (index: number) => number {
  const { kind, params } = given.schedule;
  const total = given.scheduleUnit === 'epoch' ? given.epochs : given.epochs * stepsPerEpoch;
  const rate = usingAll(params, (all) => scheduleChoice(kind, all, given.hyper.lr, total));
  const schedule = buildSchedule(parseSchedule(rate.choice, kind), rate.lr, rate.total);
  return (index) => schedule.lr(index);
}
