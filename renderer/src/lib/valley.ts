import { linearRuleOf } from '../../../core/analysis/linear-rules.ts';
import { moments, type Moments } from '../../../core/analysis/moments.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { stream } from '../../../core/math/rng.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import { curvaturesOf } from './theory.ts';

/** A point of the map, θ₂ to the right and θ₁ up. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Mean and variance of one coordinate after every step, for s = 0 … T. */
function momentsOf(config: ExperimentConfig, index: number): Moments {
  const { problem } = config;
  const curvature = curvaturesOf(problem)?.[index];
  const rule = linearRuleOf(config.optimizer);
  if (problem.kind !== 'objective' || curvature === undefined || !rule) {
    throw new TypeError('not a bowl under a linear rule');
  }
  const schedule = buildSchedule(config.schedule, config.lr, config.totalSteps);
  const direction = { curvature, start: problem.start[index]!, centre: 0 };
  return moments(direction, problem.noise, rule, schedule, config.totalSteps);
}

/** The mean path of a run over the bowl, thinned to what a small map can show. */
export function meanPath(config: ExperimentConfig): readonly Point[] {
  const across = momentsOf(config, 1).mean;
  const up = momentsOf(config, 0).mean;
  const steps = Array.from({ length: config.totalSteps + 1 }, (_, s) => s);
  return steps.filter((s) => s < 60 || s % 20 === 0).map((s) => ({ x: across[s]!, y: up[s]! }));
}

/** Where `count` runs end: drawn from the exact distribution of the last point, the same every time. */
export function endPoints(config: ExperimentConfig, count: number): readonly Point[] {
  const random = stream(config.seed, 'noise');
  const [up, across] = [momentsOf(config, 0), momentsOf(config, 1)];
  const last = config.totalSteps;
  return Array.from({ length: count }, () => ({
    y: up.mean[last]! + Math.sqrt(up.variance[last]!) * random.normal(),
    x: across.mean[last]! + Math.sqrt(across.variance[last]!) * random.normal(),
  }));
}

/** Half axes of the level line f = level. */
export function levelLine(config: ExperimentConfig, level: number): Point {
  const [steep, flat] = curvaturesOf(config.problem)!;
  return { x: Math.sqrt((2 * level) / flat!), y: Math.sqrt((2 * level) / steep!) };
}
