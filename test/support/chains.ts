import { mulberry32 } from '../../core/math/rng.ts';
import type { Direction } from '../../core/analysis/moments.ts';
import { optimizers, type OptimizerId } from '../../core/optimizers/index.ts';
import { defaultParams, type Choice, type Values } from '../../core/params.ts';
import { buildSchedule } from '../../core/schedules/build.ts';
import { runSchedules, type RunScheduleId, type ScheduleId } from '../../core/schedules/index.ts';
import type { Schedule } from '../../core/schedules/schedule.ts';

/** An optimizer with its defaults but for what is given. */
export function chosen(id: string, params: Values = {}): Choice {
  const spec = optimizers[id as OptimizerId];
  return { id, params: { ...(defaultParams(spec.params) as Values), ...params } };
}

/** The choice of a schedule with its defaults but for what is given. */
export function chosenSchedule(id: RunScheduleId, params: Values = {}): Choice {
  return { id, params: { ...(defaultParams(runSchedules[id].params) as Values), ...params } };
}

/** That schedule, built for a peak rate and a length. */
export function scheduled(id: ScheduleId, params: Values, lr: number, total: number): Schedule {
  return buildSchedule(chosenSchedule(id, params), lr, total);
}

export interface ChainsOptions {
  readonly directions: readonly Direction[];
  readonly noise: number;
  readonly optimizer: Choice;
  readonly schedule: Schedule;
  readonly steps: number;
  readonly chains: number;
  readonly seed: number;
}

/**
 * Simulates many runs on a quadratic with the real optimizer: its rules act on every coordinate alike, so
 * one update of a long vector is one update of every chain in every direction. `look` gets the loss of
 * every chain after s updates, s = 0 … steps.
 */
export function simulateChains(
  { directions, noise, optimizer, schedule, steps, chains, seed }: ChainsOptions,
  look: (step: number, losses: Float64Array) => void,
): void {
  const dim = chains * directions.length;
  const rng = mulberry32(seed);
  const rule = optimizers[optimizer.id as OptimizerId].create(optimizer.params as never);
  const state = rule.init(dim) as never;
  const params = new Float64Array(dim);
  const [grad, delta] = [new Float64Array(dim), new Float64Array(dim)];
  const losses = new Float64Array(chains);
  directions.forEach(({ start, centre }, i) =>
    params.fill(centre + start, i * chains, (i + 1) * chains),
  );
  for (let s = 0; ; s++) {
    losses.fill(0);
    directions.forEach(({ curvature, centre }, i) => {
      for (let c = 0; c < chains; c++) {
        const e = params[i * chains + c]! - centre;
        losses[c]! += 0.5 * curvature * e * e;
        grad[i * chains + c] = curvature * e;
      }
    });
    look(s, losses);
    if (s === steps) return;
    if (noise > 0) for (let k = 0; k < dim; k++) grad[k]! += noise * rng.normal();
    const momentum = schedule.momentum?.(s) ?? null;
    rule.update({ t: s + 1, lr: schedule.lr(s), momentum, params, grad }, state, delta);
    for (let k = 0; k < dim; k++) params[k]! += delta[k]!;
  }
}
