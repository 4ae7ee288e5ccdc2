import type { ParamSpecs, ParamValues, Choice } from '../params.ts';
import type { ScheduleId, schedules } from '../schedules/index.ts';
import { milestonesIn } from '../schedules/multi-step.ts';
import { lengthOf, SEVENTH, TENTH, THIRD } from '../schedules/shared-params.ts';
import { float, num } from './python.ts';

/** A scheduler of torch.optim.lr_scheduler that follows a schedule exactly, counted from its index 0. */
export interface Native {
  readonly name: string;
  /** Arguments after the optimizer. */
  readonly args: string;
  /** Whether it may stand in SequentialLR, which restarts it by step(0): it needs a closed form of its own. */
  readonly restarts: boolean;
  /** Whether it only ever multiplies the rate in force, so that ChainedScheduler may stack it. */
  readonly stacks: boolean;
  /** Whether it moves momentum too. */
  readonly momentum?: boolean;
}

type NativeOf<Spec extends { readonly params: ParamSpecs }> = (
  values: ParamValues<Spec['params']>,
  run: { readonly lr: number; readonly total: number },
) => Native | null;

const factorInRange = (x: number): boolean => x > 0 && x <= 1;

function native(name: string, args: string, kinds: 'stacks' | 'restarts' | 'alone'): Native {
  return { name, args, restarts: kinds !== 'alone', stacks: kinds === 'stacks' };
}

function geometric(gamma: string, length: number, staircase: boolean): Native {
  return staircase && length > 1
    ? native('StepLR', `step_size=${length}, gamma=${gamma}`, 'stacks')
    : native('ExponentialLR', `gamma=${gamma}`, 'stacks');
}

const natives: { readonly [Id in ScheduleId]?: NativeOf<(typeof schedules)[Id]> } = {
  // MultiplicativeLR multiplies the rate in force: with the inverse-time factor it is the pitfall itself.
  'literal-recurrence': ({ decay }) =>
    native('MultiplicativeLR', `lambda t: 1 / (1 + ${num(decay)} * t)`, 'alone'),
  exponential({ gamma, decayLength, staircase }, { total }) {
    const length = lengthOf(decayLength, total);
    const base = float(gamma);
    return geometric(
      staircase || length === 1 ? base : `${base} ** (1 / ${length})`,
      length,
      staircase,
    );
  },
  'natural-exponential'({ k, decayLength, staircase }, { total }) {
    const length = lengthOf(decayLength, total);
    const rate = staircase || length === 1 ? `-${num(k)}` : `-${num(k)} / ${length}`;
    return geometric(`math.exp(${rate})`, length, staircase);
  },
  polynomial({ power, length, floor, cycle }, { total }) {
    if (floor !== 0 || cycle) return null;
    const args = `total_iters=${lengthOf(length, total)}, power=${float(power)}`;
    return native('PolynomialLR', args, 'restarts');
  },
  linear({ startFactor, endFactor, length }, { total }) {
    if (!factorInRange(startFactor) || endFactor > 1) return null;
    const ends = `start_factor=${float(startFactor)}, end_factor=${float(endFactor)}`;
    return native('LinearLR', `${ends}, total_iters=${lengthOf(length, total)}`, 'stacks');
  },
  step: ({ stepSize, gamma }, { total }) =>
    geometric(float(gamma), lengthOf(stepSize, total, THIRD), true),
  'multi-step': ({ milestones, gamma }, { total }) =>
    native(
      'MultiStepLR',
      `milestones=[${milestonesIn(milestones, total).join(', ')}], gamma=${float(gamma)}`,
      'stacks',
    ),
  'constant-factor'({ factor, length }, { total }) {
    if (!factorInRange(factor)) return null;
    const iterations = lengthOf(length, total, TENTH);
    return native('ConstantLR', `factor=${float(factor)}, total_iters=${iterations}`, 'stacks');
  },
  cosine({ dialect, length, floor }, { lr, total }) {
    const end = lengthOf(length, total);
    // CosineAnnealingLR rises again past its end; within the run the dialects are one.
    if (dialect === 'keras' && end < total) return null;
    return native('CosineAnnealingLR', `T_max=${end}${least(floor, lr)}`, 'restarts');
  },
  'cosine-warm-restarts'({ firstLength, lengthFactor, floor }, { lr, total }) {
    const first = lengthOf(firstLength, total, SEVENTH);
    const args = `T_0=${first}, T_mult=${lengthFactor}${least(floor, lr)}`;
    return native('CosineAnnealingWarmRestarts', args, 'restarts');
  },
  'one-cycle'(values, { lr, total }) {
    const n = lengthOf(values.length, total);
    const peak = values.riseShare * n - 1;
    // Phases without length divide by zero there, and past its end it raises an error.
    if (peak <= 0 || peak * (values.threePhase ? 2 : 1) >= n - 1 || n < total) return null;
    const args = [
      `max_lr=${float(lr)}`,
      `total_steps=${n}`,
      `pct_start=${num(values.riseShare)}`,
      `anneal_strategy="${values.anneal}"`,
      `div_factor=${num(values.startDivisor)}`,
      `final_div_factor=${num(values.endDivisor)}`,
      ...(values.threePhase ? ['three_phase=True'] : []),
      ...momentum(values),
    ];
    return { ...native('OneCycleLR', args.join(', '), 'alone'), momentum: values.cycleMomentum };
  },
  cyclic(values, { lr, total }) {
    const up = lengthOf(values.up, total, TENTH);
    const args = [
      `base_lr=${float(values.baseFactor * lr)}`,
      `max_lr=${float(lr)}`,
      `step_size_up=${up}`,
      `step_size_down=${values.down > 0 ? values.down : up}`,
      `mode="${values.mode.replace('-', '_')}"`,
      ...(values.mode === 'exp-range' ? [`gamma=${float(values.shrink)}`] : []),
      ...momentum(values),
    ];
    return { ...native('CyclicLR', args.join(', '), 'alone'), momentum: values.cycleMomentum };
  },
  multiplicative: ({ factors }) =>
    factors.length === 1 ? geometric(float(factors[0]!), 1, false) : null,
};

/** The floor, which PyTorch wants as a rate. */
function least(floor: number, lr: number): string {
  return floor > 0 ? `, eta_min=${float(floor * lr)}` : '';
}

function momentum(values: {
  readonly cycleMomentum: boolean;
  readonly baseMomentum: number;
  readonly maxMomentum: number;
}): string[] {
  return values.cycleMomentum
    ? [`base_momentum=${float(values.baseMomentum)}`, `max_momentum=${float(values.maxMomentum)}`]
    : ['cycle_momentum=False'];
}

/** The library's own scheduler for a schedule with rate η₀ in a run of length `total`; null where it has none. */
export function nativeOf({ id, params }: Choice, lr: number, total: number): Native | null {
  return natives[id as ScheduleId]?.(params as never, { lr, total }) ?? null;
}
