import type { Choice, Values } from '../../core/params.ts';
import type { AdaptiveScheduleId, ScheduleId } from '../../core/schedules/index.ts';
import { usingAll } from './case-result.ts';
import type { Named, NamedSchedule } from './format.ts';

/** A schedule in our words: what to build, at which peak rate, for how many steps. */
export interface NamedRate {
  readonly choice: Choice<ScheduleId>;
  readonly lr: number;
  readonly total: number;
}

type Rated = Omit<NamedRate, 'total'>;

/** The reference's kinds and their parameters, in our words. Some kinds bring their own peak rate. */
const kinds: Readonly<Record<string, (params: Named, baseLr: number) => Rated>> = {
  constant: (_params, lr) => rated('constant', {}, lr),
  timeDecay: ({ decay }, lr) => rated('inverse-time', { decay }, lr),
  timeDecayRecurrence: ({ decay }, lr) => rated('literal-recurrence', { decay }, lr),
  inverseTimeDecay: ({ decayRate, decaySteps, staircase }, lr) =>
    rated('inverse-time', { decay: decayRate, decayLength: decaySteps, staircase }, lr),
  multiplicative: ({ factor }, lr) => rated('multiplicative', { factors: [factor] }, lr),
  step: ({ stepSize, gamma }, lr) => rated('step', { stepSize, gamma }, lr),
  multiStep: ({ milestones, gamma }, lr) => rated('multi-step', { milestones, gamma }, lr),
  exponential: ({ gamma }, lr) => rated('exponential', { gamma, decayLength: 1 }, lr),
  exponentialDecay: ({ decayRate, decaySteps, staircase }, lr) =>
    rated('exponential', { gamma: decayRate, decayLength: decaySteps, staircase }, lr),
  cosine: ({ tMax, etaMin }, lr) =>
    rated('cosine', { dialect: 'pytorch', length: tMax, floor: Number(etaMin) / lr }, lr),
  cosineDecay: ({ decaySteps, alpha }, lr) =>
    rated('cosine', { dialect: 'keras', length: decaySteps, floor: alpha }, lr),
  cosineWarmRestarts: ({ t0, tMult, etaMin }, lr) =>
    rated(
      'cosine-warm-restarts',
      { firstLength: t0, lengthFactor: tMult, floor: Number(etaMin) / lr },
      lr,
    ),
  cyclic({ baseLr, maxLr, stepSizeUp, stepSizeDown, mode, gamma, ...momentum }) {
    const params = {
      baseFactor: Number(baseLr) / Number(maxLr),
      up: stepSizeUp,
      down: stepSizeDown ?? 0,
      mode: mode === 'exp_range' ? 'exp-range' : mode,
      shrink: gamma,
      ...momentum,
    };
    return rated('cyclic', params, Number(maxLr));
  },
  oneCycle(params) {
    const { maxLr, totalSteps, pctStart, divFactor, finalDivFactor, ...same } = params;
    const renamed = {
      length: totalSteps,
      riseShare: pctStart,
      startDivisor: divFactor,
      endDivisor: finalDivFactor,
    };
    return rated('one-cycle', { ...renamed, ...same }, Number(maxLr));
  },
  linear: ({ startFactor, endFactor, totalIters }, lr) =>
    rated('linear', { startFactor, endFactor, length: totalIters }, lr),
  constantFactor: ({ factor, totalIters }, lr) =>
    rated('constant-factor', { factor, length: totalIters }, lr),
  polynomial: ({ totalIters, power }, lr) => rated('polynomial', { length: totalIters, power }, lr),
  polynomialDecay: ({ decaySteps, endLr, power, cycle }, lr) =>
    rated('polynomial', { length: decaySteps, floor: Number(endLr) / lr, power, cycle }, lr),
  noam: ({ dModel, warmup, factor }) =>
    rated('noam', { scale: 'paper', modelDim: dModel, warmup }, Number(factor)),
  inverseSqrtWarmup: ({ warmup, initLr }, lr) =>
    rated('inverse-sqrt-warmup', { warmup, initFactor: Number(initLr) / lr }, lr),
  sequential: ({ schedules, milestones }, lr) =>
    rated('sequential', { schedules: inside(schedules, lr), milestones }, lr),
  chained: ({ schedules }, lr) => rated('chained', { schedules: inside(schedules, lr) }, lr),
};

/** The pure schedule of this kind, for a run of `total` steps; throws for an unknown kind. */
export function scheduleChoice(
  kind: string,
  params: Named,
  baseLr: number,
  total: number,
): NamedRate {
  return { ...ratedOf({ kind, params }, baseLr), total };
}

/** The kind `plateau`, which looks at a metric. */
export function plateauChoice(params: Named, baseLr: number): Choice<AdaptiveScheduleId> {
  const { minLr, ...same } = params;
  const floor = Number(minLr) / baseLr;
  return {
    id: 'reduce-on-plateau',
    params: { dialect: 'pytorch', floor, ...same } as Values,
  };
}

function ratedOf({ kind, params }: NamedSchedule, baseLr: number): Rated {
  const build = kinds[kind];
  if (!build) throw new RangeError(`no schedule is called '${kind}'`);
  return usingAll(params, (all) => build(all, baseLr));
}

function rated(id: ScheduleId, params: Named, lr: number): Rated {
  return { choice: { id, params: params as Values }, lr };
}

/** Schedules inside one of base rate L; a kind with a peak of its own is scaled to it by a constant factor. */
function inside(schedules: unknown, baseLr: number): readonly Choice[] {
  return (schedules as readonly NamedSchedule[]).map((inner) => {
    const { choice, lr } = ratedOf(inner, baseLr);
    if (lr === baseLr) return choice;
    const factor = lr / baseLr;
    const scale = { id: 'linear', params: { startFactor: factor, endFactor: factor } };
    return { id: 'chained', params: { schedules: [scale, choice] } };
  });
}
