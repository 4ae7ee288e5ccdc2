import { bestGradientDescent } from '../../../core/analysis/best-rate.ts';
import { expectedLoss } from '../../../core/analysis/expected-loss.ts';
import { linearRuleOf } from '../../../core/analysis/linear-rules.ts';
import { noiseFloor as floorOf } from '../../../core/analysis/noise-floor.ts';
import { directions, quadraticForm } from '../../../core/analysis/quadratic-form.ts';
import { stabilityLimit as limitOf } from '../../../core/analysis/stability-limit.ts';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import { TravelSeries } from '../../../core/analysis/travel-series.ts';
import { datasetSizes } from '../../../core/datasets/build.ts';
import type { ExperimentConfig, ProblemConfig } from '../../../core/experiment/config.ts';
import { buildObjective } from '../../../core/objectives/build.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import { isAdaptive } from '../../../core/schedules/index.ts';
import type { Schedule } from '../../../core/schedules/schedule.ts';
import { hasLocalLimit } from '../../../core/training/local-stability.ts';
import { Clock } from '../../../core/training/clock.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import { once } from './once.ts';

/** Longest run for which every step is computed on the page. */
export const MOST_STEPS = 2_000_000;

/** Updates in one pass over the data; 1 where there are no data. */
export function stepsPerEpoch(problem: ProblemConfig, given: number | null = null): number {
  if (problem.kind !== 'model') return given ?? 1;
  const { train } = datasetSizes(problem.dataset);
  const batches = train / problem.batchSize;
  return problem.dropLast ? Math.max(1, Math.floor(batches)) : Math.ceil(batches);
}

/** Samples in one update; 1 where there are no data. */
export function batchOf(problem: ProblemConfig): number {
  return problem.kind === 'model' ? problem.batchSize : 1;
}

/** What turns the steps of a run into the index its schedule counts in. */
export function clockOf({
  problem,
  scheduleUnit,
  scheduleStart,
  stepsPerEpoch: given,
}: ExperimentConfig): Clock {
  return new Clock(scheduleUnit, scheduleStart, stepsPerEpoch(problem, given), batchOf(problem));
}

/**
 * The rate that update s + 1 uses, for s = 0, 1, 2, …; of a fork, before it that of the run it leaves. Null
 * where a schedule that looks at a metric makes it: only the first of those is known before the run.
 */
export function rateOf(config: ExperimentConfig): (step: number) => number | null {
  const own = ownRateOf(config);
  if (!config.fork) return own;
  const { step: forkStep, from } = config.fork;
  const before = rateOf(from);
  return (step) => (step < forkStep ? before(step) : own(step));
}

function ownRateOf(config: ExperimentConfig): (step: number) => number | null {
  const { schedule: choice, lr, totalSteps } = config;
  if (isAdaptive(choice.id)) return (step) => (step === 0 ? lr : null);
  const clock = clockOf(config);
  const schedule = buildSchedule(choice, lr, clock.at(totalSteps));
  return (step) => schedule.lr(clock.at(step));
}

/** Rates do not depend on the problem, but for a model's epochs, and its theory is not kept. */
const withoutProblem = ({ problem: _, ...rest }: ExperimentConfig): unknown => rest;

/** The rates of all updates, shape (T,); null where the run makes them, and for very long runs. */
export const allRates = once((config): Float64Array | null => {
  const { totalSteps } = config;
  if (totalSteps > MOST_STEPS) return null;
  const rate = rateOf(config);
  const rates = new Float64Array(totalSteps);
  for (let s = 0; s < totalSteps; s++) {
    const known = rate(s);
    if (known === null) return null;
    rates[s] = known;
  }
  return rates;
}, withoutProblem);

/** Travel Σ η at the steps s = 0 … T of a run; null where `plannedRates` is. */
export const travelOf = once((config): TravelSeries | null => {
  const rates = allRates(config);
  if (!rates) return null;
  const travel = new TravelSeries();
  travel.append(rates);
  return travel;
});

/**
 * The planned rates of a run as a series, for the chart before the run; null where a metric makes some of
 * them, and for very long runs.
 */
export const plannedRates = once((config): SeriesBuffer | null => {
  const rates = allRates(config);
  return rates && seriesOf('optim/lr', rates);
}, withoutProblem);

/** Exact expected loss of a run, and what it is made of, as values of the loss; for s = 0 … T each. */
export interface Expectation {
  readonly total: SeriesBuffer;
  /** What it would be without noise: the minimum and what is left of the start. */
  readonly start: SeriesBuffer;
  /** What it would be from the minimum: the minimum and what the noise adds. */
  readonly noise: SeriesBuffer;
}

/** Null unless problem and optimizer allow an exact expectation, and for very long runs. */
export const expectationOf = once(expectation);

/** The same for who keeps a few numbers of it and not the whole, which is as long as the run. */
export function expectation(config: ExperimentConfig): Expectation | null {
  const { problem, optimizer, totalSteps } = config;
  if (problem.kind !== 'objective' || totalSteps > MOST_STEPS) return null;
  if (config.fork || isAdaptive(config.schedule.id)) return null;
  const form = quadraticForm(buildObjective(problem));
  if (!form) return null;
  const along = directions(form, problem.start);
  const schedule = byStep(config);
  const expected = expectedLoss(along, problem.noise, optimizer, schedule, totalSteps);
  if (!expected) return null;
  const { total, memory, noise } = expected;
  const above = (part: Float64Array): SeriesBuffer =>
    seriesOf(
      'train/loss',
      part.map((value) => form.value + value),
    );
  let [startPart, noisePart] = [null, null] as [SeriesBuffer | null, SeriesBuffer | null];
  // The parts are rarely drawn, and as long as the run.
  return {
    total: above(total),
    get start() {
      return (startPart ??= above(memory));
    },
    get noise() {
      return (noisePart ??= above(noise));
    },
  };
}

/** The schedule of a run, whatever it counts, with the step for its index. */
function byStep(config: ExperimentConfig): Schedule {
  const clock = clockOf(config);
  const schedule = buildSchedule(config.schedule, config.lr, clock.at(config.totalSteps));
  const { momentum } = schedule;
  return {
    lr: (step) => schedule.lr(clock.at(step)),
    ...(momentum ? { momentum: (step: number) => momentum(clock.at(step)) } : {}),
  };
}

function seriesOf(metric: MetricName, values: Float64Array): SeriesBuffer {
  const buffer = new SeriesBuffer();
  buffer.append({ metric, first: 0, stride: 1, values });
  return buffer;
}

/** Curvature along each axis, if the objective is a bowl whose axes are its eigen-directions; else null. */
export function curvaturesOf(problem: ProblemConfig): readonly number[] | null {
  if (problem.kind !== 'objective') return null;
  const objective = buildObjective(problem);
  const { dim } = objective;
  const form = quadraticForm(objective);
  if (!form || form.curvatures.some((curvature) => curvature <= 0)) return null;
  const hessian = new Float64Array(dim * dim);
  objective.hessian(Float64Array.from(problem.start), hessian);
  const offDiagonal = hessian.some((value, i) => i % (dim + 1) !== 0 && value !== 0);
  return offDiagonal ? null : Array.from({ length: dim }, (_, i) => hessian[i * (dim + 1)]!);
}

/** What decides how large a rate is borne: wherever a run begins, and whatever its rates are. */
const withoutStart = ({ problem, optimizer }: ExperimentConfig): unknown => [
  { ...problem, start: null },
  optimizer,
];

/** Largest constant rate that this optimizer bears on this problem, exactly; null where it is not known. */
export const stabilityLimit = once((config): number | null => {
  const { problem, optimizer } = config;
  if (problem.kind !== 'objective') return null;
  const form = quadraticForm(buildObjective(problem));
  return form && (limitOf(optimizer, form.curvatures)?.rate ?? null);
}, withoutStart);

/**
 * Whether the largest stable rate changes along a run and can be estimated there: wherever it follows from the
 * curvature, but for rules that are linear on a quadratic, of which it is known once and for all.
 */
export const hasMovingLimit = once((config): boolean => {
  const { problem, optimizer } = config;
  if (!hasLocalLimit(config)) return false;
  if (problem.kind !== 'objective' || !linearRuleOf(optimizer)) return true;
  return quadraticForm(buildObjective(problem)) === null;
}, withoutStart);

/** The constant rate at which plain descent without noise comes nearer fastest, in the long run; null elsewhere. */
export const bestRate = once((config): number | null => {
  const { problem, optimizer } = config;
  if (problem.kind !== 'objective' || problem.noise > 0 || optimizer.id !== 'sgd') return null;
  const form = quadraticForm(buildObjective(problem));
  if (!form || form.curvatures.some((curvature) => curvature <= 0)) return null;
  return bestGradientDescent(Math.min(...form.curvatures), Math.max(...form.curvatures)).rate;
});

/** Expected loss at which a constant rate stalls; null without noise, and where it is not known. */
export const noiseFloor = once((config): number | null => {
  const { problem, optimizer, lr } = config;
  if (problem.kind !== 'objective' || problem.noise === 0) return null;
  const form = quadraticForm(buildObjective(problem));
  if (!form) return null;
  const floor = floorOf(directions(form, problem.start), problem.noise, optimizer, lr);
  return floor && form.value + floor.total;
});
