import { buildSchedule } from '../schedules/build.ts';
import type { ScheduleId } from '../schedules/index.ts';
import type { ClockReading, LensSettings } from './reading.ts';
import { sameRate } from './recognise.ts';

/** The formula a person meant, with η₀ and k. */
export interface MeantFormula {
  readonly id: Extract<
    ScheduleId,
    'inverse-time' | 'inverse-sqrt' | 'natural-exponential' | 'literal-recurrence' | 'constant'
  >;
  /** What its t counts. A formula of epochs keeps its rate through all steps of an epoch. */
  readonly unit: 'epoch' | 'step';
}

export interface RateComparison {
  /** The formula's rates, one for each of the code's. */
  readonly formula: readonly number[];
  /** The first t, in the unit of the code, at which they differ by more than a share of 10⁻¹⁰; null: nowhere. */
  readonly partsAt: number | null;
  /** Σ η_t over the run: of the code, of the formula. */
  readonly travel: number;
  readonly formulaTravel: number;
  /** All the travel the code's rates have behind the run; Infinity: no bound; null: not known. */
  readonly left: number | null;
}

/** Rounding in another order does not part two rates; this relative difference does. */
export const PARTED = 1e-10;

/** So many terms behind the run are added up. */
const MOST_TERMS = 1_000_000;

/** Sets the code's rates beside those of the formula with the same η₀ and k, index by index. */
export function compareRates(
  reading: ClockReading,
  meant: MeantFormula,
  { epochs, stepsPerEpoch }: Pick<LensSettings, 'epochs' | 'stepsPerEpoch'>,
): RateComparison {
  const { rates, unit, lr } = reading;
  const schedule = buildSchedule({ id: meant.id, params: paramsOf(meant, reading) }, lr, epochs);
  const index = (t: number): number => {
    if (meant.unit === unit) return t;
    return unit === 'step' ? Math.floor(t / stepsPerEpoch) : t * stepsPerEpoch;
  };
  const formula = rates.map((_, t) => schedule.lr(index(t)));
  const parted = rates.findIndex((rate, t) => !sameRate(rate, formula[t]!, PARTED));
  return {
    formula,
    partsAt: parted < 0 ? null : parted,
    travel: sum(rates),
    formulaTravel: sum(formula),
    left: travelLeft(reading),
  };
}

function paramsOf({ id }: MeantFormula, { decay }: ClockReading): ScheduleParams {
  switch (id) {
    case 'constant':
      return {};
    case 'inverse-time':
      return { decay, decayLength: 1, staircase: false };
    case 'natural-exponential':
      return { k: decay, decayLength: 1, staircase: false };
    case 'inverse-sqrt':
    case 'literal-recurrence':
      return { decay };
  }
}

type ScheduleParams = Readonly<Record<string, number | boolean>>;

/** Σ η_t behind the run, of a rule whose rates go on as they began. */
function travelLeft({ rates, rule }: ClockReading): number | null {
  if (!rule) return null;
  const { choice, shift } = rule;
  // Rates that stayed the same so far need not stay so.
  if (choice.id === 'constant') return null;
  if (choice.id === 'inverse-time' || choice.id === 'inverse-sqrt') return Infinity;
  if (choice.id === 'exponential' && (choice.params['gamma'] as number) >= 1) return Infinity;
  const schedule = buildSchedule(choice, rule.lr, rates.length);
  let left = 0;
  for (let t = rates.length; t < rates.length + MOST_TERMS; t++) {
    const rate = schedule.lr(t + shift);
    if (rate <= left * 1e-17) return left;
    left += rate;
  }
  return null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
