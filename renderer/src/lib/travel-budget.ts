import { longPull } from '../../../core/analysis/linear-rule.ts';
import { linearRuleOf } from '../../../core/analysis/linear-rules.ts';
import { directions, quadraticForm } from '../../../core/analysis/quadratic-form.ts';
import type { TravelSeries } from '../../../core/analysis/travel-series.ts';
import { ARRIVED, diesOut, isFrozen, travelNeeded } from '../../../core/analysis/travel.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { buildObjective } from '../../../core/objectives/build.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import { isAdaptive } from '../../../core/schedules/index.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import type { RunSummary } from '../../../electron/ipc/run.ts';
import { frozenCost, type FrozenCost } from './frozen-cost.ts';
import { once } from './once.ts';
import { allRates, MOST_STEPS, rateOf } from './theory.ts';

/** How far a run is on its way in the flattest direction it has to go, and whether it will get there. */
export interface TravelBudget {
  /** Travel Σ η after which the start error there has shrunk a hundredfold. */
  readonly needed: number;
  /** Travel of the first s updates as a share of that, s = 0 … T. */
  readonly share: (step: number) => number;
  /**
   * Whether it stays where it is: its rate dies out, and T updates more, those beyond the end at the last rate,
   * would take away less than a tenth of what is missing.
   */
  readonly frozen: (step: number) => boolean;
}

/** The budget of a run as it is planned; null also where a metric makes rates, and for very long runs. */
export const plannedBudget = once((config): TravelBudget | null => {
  const rates = allRates(config);
  return rates && travelBudget(config, rates);
});

/**
 * The travel budget of a run on a quadratic whose updates use these rates, to first order in η λ: in a direction of
 * curvature λ the error falls by about exp(−λ Σ η), with momentum by as much as the long pull of its rule is longer.
 * Null where the optimizer is not linear or its momentum is cycled, and where the start has no way to go or no
 * minimum to go to.
 */
export function travelBudget(config: ExperimentConfig, rates: Float64Array): TravelBudget | null {
  const flattest = flattestWay(config);
  const steps = rates.length;
  const gains = flattest === null ? null : pullsOf(config);
  if (flattest === null || !gains || steps === 0) return null;
  const sums = new Float64Array(steps + 1);
  // Millions of rates are summed while the page waits: a loop, not a call for each.
  for (let s = 0; s < steps; s++) sums[s + 1] = sums[s]! + rates[s]! * gains(s);
  const needed = travelNeeded(flattest, ARRIVED);
  const last = rates[steps - 1]! * gains(steps - 1);
  const mayFreeze = diesOut(rates);
  const ahead = (step: number): number => sums[steps]! - sums[Math.min(step, steps)]! + step * last;
  return {
    needed: needed / gains(steps - 1),
    share: (step) => sums[Math.min(step, steps)]! / needed,
    frozen: (step) => mayFreeze && isFrozen(sums[Math.min(step, steps)]!, ahead(step), flattest),
  };
}

/** What a run that froze in the first half of its updates had come to after the last. */
export interface FrozenEnd {
  /** After how many updates half of its travel was made. */
  readonly halfBy: number;
  /** Its travel as a share of the travel needed. */
  readonly share: number;
  /** What is left of the start error in the flattest direction, as a share; to first order in η λ. */
  readonly left: number;
  /** Null: not known. */
  readonly cost: FrozenCost | null;
}

/** A run that ended less than a tenth above what its first rate would have come to lost nothing by freezing. */
const COSTLY = 1.1;

/** What is to be known of a run to see whether it froze; without its result not what that cost. */
export type Ending = Pick<RunSummary, 'config' | 'state' | 'reason' | 'step'> &
  Partial<Pick<RunSummary, 'result'>>;

/** What was found of a configuration: tables and notes ask again whenever anything changes. */
const found = new WeakMap<
  ExperimentConfig,
  { readonly step: number; readonly end: FrozenEnd | null }
>();
const foundWithCost = new WeakMap<RunResult, FrozenEnd | null>();

/**
 * How a run had frozen long before it ended; null: it had not, is not over, blew up, or nothing is known of it, as
 * where a metric makes its rates. A schedule that comes to zero at the end of the run is no reason to have lost; nor
 * is one with which it ended about as low as with its first rate kept, or lower, which null is also said of.
 */
export function frozenEnd({ config, state, reason, step, result }: Ending): FrozenEnd | null {
  const ended = state === 'finished' || (state === 'stopped' && reason !== 'loss-limit');
  if (!config || !ended || step === 0) return null;
  let known = found.get(config);
  if (known?.step !== step) found.set(config, (known = { step, end: findFrozen(config, step) }));
  return known.end && result ? withCost(known.end, config, step, result) : known.end;
}

function withCost(
  end: FrozenEnd,
  config: ExperimentConfig,
  step: number,
  result: RunResult,
): FrozenEnd | null {
  let known = foundWithCost.get(result);
  if (known === undefined) {
    const cost = frozenCost(config, step, result);
    known = cost && cost.factor < COSTLY ? null : { ...end, cost };
    foundWithCost.set(result, known);
  }
  return known;
}

/** Its sums are forgotten again, because a library holds many runs. */
function findFrozen(config: ExperimentConfig, step: number): FrozenEnd | null {
  const rates = ratesOfSlow(config, step);
  const budget = rates && travelBudget(config, rates);
  if (!budget?.frozen(step) || !budget.frozen(Math.floor(step / 2))) return null;
  const share = budget.share(step);
  const halfBy = firstWhere(step, (s) => budget.share(s) >= share / 2);
  return { halfBy, share, left: ARRIVED ** share, cost: null };
}

/** The first of 0 … last of which something holds that holds of all after it, and of the last. */
function firstWhere(last: number, holds: (step: number) => boolean): number {
  let [from, to] = [0, last];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return to;
}

/**
 * The rates of a run that has not arrived and moves little at the end: no other can have frozen. Null as soon as it is
 * another.
 */
function ratesOfSlow(config: ExperimentConfig, step: number): Float64Array | null {
  const { totalSteps, schedule, fork } = config;
  if ((schedule.id === 'constant' && !fork) || totalSteps > MOST_STEPS) return null;
  const flattest = flattestWay(config);
  const gains = flattest === null ? null : pullsOf(config);
  if (flattest === null || !gains) return null;
  const rate = rateOf(config);
  const last = rate(totalSteps - 1);
  if (last === null || !isFrozen(0, step * last * gains(totalSteps - 1), flattest)) return null;
  const needed = travelNeeded(flattest, ARRIVED);
  const rates = new Float64Array(totalSteps);
  let travelled = 0;
  for (let s = 0; s < totalSteps; s++) {
    const now = rate(s);
    if (now === null) return null;
    rates[s] = now;
    if (s < step) travelled += now * gains(s);
    if (travelled >= needed) return null;
  }
  return rates;
}

/** Whether the run makes rates that were not known before, and is not too long to sum them up. */
export function makesRates(config: ExperimentConfig): boolean {
  return config.totalSteps <= MOST_STEPS && allRates(config) === null;
}

/** The budget of a run that has travelled so, whose rates were not known before. */
export function travelledBudget(
  config: ExperimentConfig,
  travel: TravelSeries,
): TravelBudget | null {
  const rates = Float64Array.from({ length: travel.lastStep }, (_, s) => travel.rate(s));
  return travelBudget(config, rates);
}

/**
 * Whether plain descent from this start would have a budget, and this optimizer has none: its steps are not a rate
 * times a sum of gradients, so that Σ η does not tell how far it gets.
 */
export function defiesTravel(config: ExperimentConfig): boolean {
  return linearRuleOf(config.optimizer) === null && flattestWay(config) !== null;
}

/** Least curvature of the directions that lead from the start to the minimum; null where there is no such way. */
const flattestWay = once(({ problem }): number | null => {
  if (problem.kind !== 'objective') return null;
  const form = quadraticForm(buildObjective(problem));
  if (!form || form.curvatures.some((curvature) => curvature < 0)) return null;
  const ways = directions(form, problem.start).filter(
    ({ curvature, start }) => curvature > 0 && start !== 0,
  );
  return ways.length === 0 ? null : Math.min(...ways.map(({ curvature }) => curvature));
});

/** The long pull of the rule that makes update s + 1, of a fork before its step that of the run it leaves. */
function pullsOf(config: ExperimentConfig): ((step: number) => number) | null {
  const own = pullOf(config);
  const { fork } = config;
  if (own === null || !fork) return own === null ? null : () => own;
  const before = pullsOf(fork.from);
  return before && ((step) => (step < fork.step ? before(step) : own));
}

function pullOf({ optimizer, schedule, lr, totalSteps }: ExperimentConfig): number | null {
  const rule = linearRuleOf(optimizer)?.(null);
  const cycled = !isAdaptive(schedule.id) && buildSchedule(schedule, lr, totalSteps).momentum;
  return !rule || cycled || rule.memory >= 1 ? null : longPull(rule);
}
