import type { Choice, ParamSpecs, ParamValues } from '../params.ts';
import type { ScheduleId, schedules } from '../schedules/index.ts';
import { milestonesIn } from '../schedules/multi-step.ts';
import { lengthOf, SEVENTH, TENTH, THIRD } from '../schedules/shared-params.ts';
import { float, num } from './python.ts';

/** A schedule of keras.optimizers.schedules with its arguments, one each. */
export interface KerasSchedule {
  readonly name: string;
  readonly args: readonly string[];
}

interface Run {
  readonly lr: number;
  /** Length of the run in the schedule's unit. */
  readonly total: number;
  /** Optimizer steps per unit: 1, or those of an epoch. Keras counts nothing else. */
  readonly steps: number;
}

type KerasOf<Spec extends { readonly params: ParamSpecs }> = (
  values: ParamValues<Spec['params']>,
  run: Run,
) => KerasSchedule | null;

function decay(
  name: string,
  lr: number,
  steps: number,
  rate: string,
  stairs: boolean,
): KerasSchedule {
  return {
    name,
    args: [
      float(lr),
      `decay_steps=${steps}`,
      `decay_rate=${rate}`,
      ...(stairs ? ['staircase=True'] : []),
    ],
  };
}

/**
 * Keras counts optimizer steps. A schedule that counts epochs is a staircase in them, as wide as an epoch:
 * `staircase=True` makes one where a decay length of one epoch does not change the rule.
 */
function timed(
  name: string,
  length: number,
  staircase: boolean,
  { lr, steps }: Run,
  rate: (perLength: number) => string,
): KerasSchedule {
  return staircase || steps === 1
    ? decay(name, lr, length * steps, rate(1), staircase && length * steps > 1)
    : decay(name, lr, steps, rate(length), true);
}

/** PiecewiseConstantDecay still uses the earlier value at a boundary: each is one step before the change. */
function pieces(starts: readonly number[], rates: readonly number[], steps: number): KerasSchedule {
  return {
    name: 'PiecewiseConstantDecay',
    args: [
      `boundaries=[${starts.map((t) => t * steps - 1).join(', ')}]`,
      `values=[${rates.map((rate) => float(Number(rate.toPrecision(12)))).join(', ')}]`,
    ],
  };
}

const byLibrary: { readonly [Id in ScheduleId]?: KerasOf<(typeof schedules)[Id]> } = {
  'inverse-time': ({ decay: d, decayLength, staircase }, run) =>
    timed('InverseTimeDecay', lengthOf(decayLength, run.total), staircase, run, (length) =>
      length === 1 ? num(d) : `${num(d)} / ${length}`,
    ),
  exponential: ({ gamma, decayLength, staircase }, run) =>
    timed('ExponentialDecay', lengthOf(decayLength, run.total), staircase, run, (length) =>
      length === 1 ? float(gamma) : `${float(gamma)} ** (1 / ${length})`,
    ),
  'natural-exponential': ({ k, decayLength, staircase }, run) =>
    timed('ExponentialDecay', lengthOf(decayLength, run.total), staircase, run, (length) =>
      length === 1 ? `math.exp(-${num(k)})` : `math.exp(-${num(k)} / ${length})`,
    ),
  step: ({ stepSize, gamma }, { lr, total, steps }) =>
    decay('ExponentialDecay', lr, lengthOf(stepSize, total, THIRD) * steps, float(gamma), true),
  'multi-step'({ milestones, gamma }, { lr, total, steps }) {
    const at = milestonesIn(milestones, total);
    return pieces(
      at,
      [0, ...at.map((_, i) => i + 1)].map((n) => lr * gamma ** n),
      steps,
    );
  },
  'constant-factor': ({ factor, length }, { lr, total, steps }) =>
    pieces([lengthOf(length, total, TENTH)], [factor * lr, lr], steps),
  list({ values, hold }, { lr, steps }) {
    if (hold === 0 || values.length === 1) return null;
    return pieces(
      values.slice(1).map((_, k) => (k + 1) * hold),
      values.map((v) => v * lr),
      steps,
    );
  },
  polynomial({ power, length, floor, cycle }, { lr, total, steps }) {
    if (steps > 1) return null;
    const end = [`end_learning_rate=${float(floor * lr)}`, `power=${float(power)}`];
    const more = cycle ? ['cycle=True'] : [];
    const args = [float(lr), `decay_steps=${lengthOf(length, total)}`, ...end, ...more];
    return { name: 'PolynomialDecay', args };
  },
  linear({ startFactor, endFactor, length }, { lr, total, steps }) {
    if (steps > 1) return null;
    const end = `end_learning_rate=${float(endFactor * lr)}`;
    const args = [float(startFactor * lr), `decay_steps=${lengthOf(length, total)}`, end];
    return { name: 'PolynomialDecay', args };
  },
  cosine({ dialect, length, floor }, { lr, total, steps }) {
    const end = lengthOf(length, total);
    // Past its end CosineDecay stays at the floor; within the run the dialects are one.
    if (steps > 1 || (dialect === 'pytorch' && end < total)) return null;
    return { name: 'CosineDecay', args: [float(lr), `decay_steps=${end}`, ...least(floor)] };
  },
  'cosine-warm-restarts'({ firstLength, lengthFactor, floor }, { lr, total, steps }) {
    if (steps > 1) return null;
    const first = `first_decay_steps=${lengthOf(firstLength, total, SEVENTH)}`;
    const args = [float(lr), first, `t_mul=${float(lengthFactor)}`, ...least(floor)];
    return { name: 'CosineDecayRestarts', args };
  },
  multiplicative: ({ factors }, { lr, steps }) =>
    factors.length === 1
      ? decay('ExponentialDecay', lr, steps, float(factors[0]!), steps > 1)
      : null,
};

/** The floor, which Keras wants as a fraction of the first rate. */
function least(floor: number): string[] {
  return floor > 0 ? [`alpha=${float(floor)}`] : [];
}

/** Keras' own schedule for a schedule counted from its index 0; null where it has none. */
export function kerasScheduleOf({ id, params }: Choice, run: Run): KerasSchedule | null {
  return byLibrary[id as ScheduleId]?.(params as never, run) ?? null;
}
