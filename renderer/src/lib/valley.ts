import { expectedLoss } from '../../../core/analysis/expected-loss.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { stream } from '../../../core/math/rng.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import { curvaturesOf } from './theory.ts';

/** A point of the map, θ₂ to the right and θ₁ up. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Mean and standard deviation of θᵢ after every step, for s = 0 … T. */
interface Moments {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/**
 * Exact moments of one coordinate under noisy gradient descent, read off the expected loss of that
 * coordinate alone: its memory is ½ λ b², its noise ½ λ v. The mean keeps its sign while η λ < 1.
 */
function moments(config: ExperimentConfig, index: number): Moments {
  const { problem } = config;
  const curvature = curvaturesOf(problem)?.[index];
  if (problem.kind !== 'objective' || curvature === undefined) throw new TypeError('not a bowl');
  const schedule = buildSchedule(config.schedule, config.lr, config.totalSteps);
  const start = problem.start[index]!;
  const { memory, noise } = expectedLoss(
    [curvature],
    [start],
    problem.noise,
    schedule,
    config.totalSteps,
  );
  return {
    mean: memory.map((value) => Math.sign(start) * Math.sqrt((2 * value) / curvature)),
    deviation: noise.map((value) => Math.sqrt((2 * value) / curvature)),
  };
}

/** The mean path of a run over the bowl, thinned to what a small map can show. */
export function meanPath(config: ExperimentConfig): readonly Point[] {
  const across = moments(config, 1).mean;
  const up = moments(config, 0).mean;
  const steps = Array.from({ length: config.totalSteps + 1 }, (_, s) => s);
  return steps.filter((s) => s < 60 || s % 20 === 0).map((s) => ({ x: across[s]!, y: up[s]! }));
}

/** Where `count` runs end: drawn from the exact distribution of the last point, the same every time. */
export function endPoints(config: ExperimentConfig, count: number): readonly Point[] {
  const random = stream(config.seed, 'noise');
  const [up, across] = [moments(config, 0), moments(config, 1)];
  const last = config.totalSteps;
  return Array.from({ length: count }, () => ({
    y: up.mean[last]! + up.deviation[last]! * random.normal(),
    x: across.mean[last]! + across.deviation[last]! * random.normal(),
  }));
}

/** Half axes of the level line f = level. */
export function levelLine(config: ExperimentConfig, level: number): Point {
  const [steep, flat] = curvaturesOf(config.problem)!;
  return { x: Math.sqrt((2 * level) / flat!), y: Math.sqrt((2 * level) / steep!) };
}
