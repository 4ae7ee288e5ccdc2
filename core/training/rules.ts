import type { Assets } from '../datasets/dataset.ts';
import type { ExperimentConfig } from '../experiment/config.ts';
import { buildObjective } from '../objectives/build.ts';
import { optimizers, type OptimizerId } from '../optimizers/index.ts';
import { problemFromModel } from '../problems/from-model.ts';
import { problemFromObjective } from '../problems/from-objective.ts';
import { problemFromStream } from '../problems/from-stream.ts';
import type { Problem } from '../problems/problem.ts';
import { buildAdaptiveSchedule, buildSchedule } from '../schedules/build.ts';
import { isAdaptive } from '../schedules/index.ts';
import { gradientStreams, type GradientStreamId } from '../streams/index.ts';
import { Clock } from './clock.ts';
import type { Rules } from './member.ts';
import { buildModelOnData } from './model-on-data.ts';

/**
 * Builds what a parsed configuration names; the parser has checked ids and parameters. A `problem` that is
 * given takes the place of the configuration's own: data that are no data set of the app, for instance.
 */
export function createRules(
  config: ExperimentConfig,
  assets: Assets,
  problem: Problem<unknown> = createProblem(config, assets),
): Rules {
  const optimizer = optimizers[config.optimizer.id as OptimizerId];
  return {
    problem,
    optimizer: optimizer.create(config.optimizer.params as never, config.lr),
    rates: createRates(config, problem),
    totalSteps: config.totalSteps,
    lossLimit: config.stop.lossLimit ?? Infinity,
  };
}

function createRates(
  { schedule, scheduleUnit, scheduleStart, scheduleMetric, lr, totalSteps }: ExperimentConfig,
  { stepsPerEpoch, batchSize }: Problem<unknown>,
): Rules['rates'] {
  if (isAdaptive(schedule.id)) {
    const epochs = Math.ceil(totalSteps / stepsPerEpoch);
    return { schedule: buildAdaptiveSchedule(schedule, lr, epochs), metric: scheduleMetric };
  }
  const clock = new Clock(scheduleUnit, scheduleStart, stepsPerEpoch, batchSize);
  return { schedule: buildSchedule(schedule, lr, clock.at(totalSteps)), clock };
}

function createProblem(config: ExperimentConfig, assets: Assets): Problem<unknown> {
  const { problem } = config;
  if (problem.kind === 'objective') {
    return problemFromObjective(
      buildObjective(problem),
      problem.start,
      problem.noise,
      config.stepsPerEpoch ?? 1,
    ) as Problem<unknown>;
  }
  if (problem.kind === 'stream') {
    const spec = gradientStreams[problem.stream.id as GradientStreamId];
    const stream = spec.create(problem.stream.params as never);
    const stepsPerEpoch = config.stepsPerEpoch ?? 1;
    return problemFromStream(stream, problem.start, stepsPerEpoch) as Problem<unknown>;
  }
  const { model, dataset } = buildModelOnData(problem, config, assets);
  return problemFromModel(model, dataset, problem) as Problem<unknown>;
}
