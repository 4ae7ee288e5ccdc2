/** The public surface of the core: experiments, trainers, registries and the mathematics beside them. */
export { bestGradientDescent, bestHeavyBall, bestNesterov } from './analysis/best-rate.ts';
export { contractionRate, firstBelow, settledBelow } from './analysis/convergence.ts';
export { expectedLoss, type ExpectedLoss } from './analysis/expected-loss.ts';
export { modes, spectralRadius, type LinearRule } from './analysis/linear-rule.ts';
export { linearRuleOf } from './analysis/linear-rules.ts';
export { moments, type Direction, type Moments } from './analysis/moments.ts';
export { noiseFloor, type NoiseFloor } from './analysis/noise-floor.ts';
export { inverseTimeLimit, leastExpectedLoss, optimalDecay } from './analysis/optimal-decay.ts';
export { predictedChange, timesHessian } from './analysis/predicted-change.ts';
export { directions, quadraticForm, type QuadraticForm } from './analysis/quadratic-form.ts';
export { rangeMarks, rangeRates, type RangeMarks } from './analysis/range-test.ts';
export { scheduleSums, type ScheduleSums } from './analysis/schedule-sums.ts';
export { frozenLimit, stabilityLimit, type StabilityLimit } from './analysis/stability-limit.ts';
export {
  ARRIVED,
  diesOut,
  isFrozen,
  rateNeeded,
  reach,
  travel,
  travelNeeded,
} from './analysis/travel.ts';
export { SeriesBuffer } from './analysis/series-buffer.ts';
export type { SeriesView } from './analysis/series-view.ts';
export { toCsv } from './analysis/csv.ts';
export { seriesCsv, type CsvColumn } from './analysis/series-csv.ts';
export {
  commonBest,
  sweepCurve,
  type CurvePoint,
  type Fate,
  type SweepCurve,
} from './analysis/sweep-curve.ts';
export { summariseSweep, type PointSummary } from './analysis/sweep-summary.ts';
export {
  estimate,
  seedsApart,
  standardErrorsApart,
  DISTINCT,
  type Estimate,
  type SeedLosses,
  type SeedsApart,
} from './analysis/verdict.ts';
export { datasets, type DatasetId } from './datasets/index.ts';
export { ConfigError, type ConfigErrorCode } from './errors.ts';
export * from './experiment/config.ts';
export { sweep, type SweepAxis, type SweepPoint } from './experiment/sweep.ts';
export { parseExperimentConfig } from './experiment/parse.ts';
export { presets, presetIds, type Preset, type PresetId } from './experiment/presets.ts';
export { codeTargetIds, codeTargets, type CodeTargetId } from './export/index.ts';
export type { CodeRequest, CodeTarget } from './export/code-request.ts';
export { FormulaError, type FormulaErrorCode } from './formula/errors.ts';
export { parseFormula } from './formula/parse.ts';
export { formulaTex } from './formula/tex.ts';
export { stream, mulberry32, Rng } from './math/rng.ts';
export { models, type ModelId } from './models/index.ts';
export { objectives, type ObjectiveId } from './objectives/index.ts';
export { optimizers, type OptimizerId } from './optimizers/index.ts';
export { defaultParams, parseParams, type NumberParam, type ParamSpecs } from './params.ts';
export {
  adaptiveScheduleIds,
  adaptiveSchedules,
  scheduleFamilies,
  runSchedules,
  scheduleIds,
  schedules,
  type AdaptiveScheduleId,
  type RunScheduleId,
  type ScheduleId,
} from './schedules/index.ts';
export { gradientStreams, type GradientStreamId } from './streams/index.ts';
export {
  explainStep,
  firstSeedAt,
  firstSeedOf,
  type ExplainedStep,
  type StepExplanation,
} from './training/explain-step.ts';
export { fork, runAt, type Fork, type ForkChanges } from './training/fork.ts';
export { createRecorder, type Recorder } from './training/recorder.ts';
export { metricNames, type MetricChunk, type MetricName } from './training/metrics.ts';
export type { FalseConvergence } from './training/stop-rules.ts';
export { runRangeTest, type RangeTest, type RangeTestPlan } from './training/run-range-test.ts';
export { runTrial, type TrialResult } from './training/run-trial.ts';
export type { TrialEnd } from './training/trial-end.ts';
export {
  createTrainer,
  startTrainer,
  type Checkpoint,
  type Outcome,
  type RunResult,
  type Trainer,
} from './training/trainer.ts';
export type { Text } from './text.ts';
