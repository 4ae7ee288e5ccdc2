import type { Choice } from '../params.ts';
import { buildSchedule } from '../schedules/build.ts';
import { exponential, inverseTime } from './choices.ts';
import type { KnownRule } from './reading.ts';

/** Rates that differ by no more than this share count as the same: code rounds in another order than the formula. */
export const SAME = 1e-9;
/** Below this, relative differences are those of the number format. */
const VANISHED = 1e-290;
/** So few values say nothing about a rule. */
const FEWEST = 3;

export function sameRate(a: number, b: number, tolerance = SAME): boolean {
  const size = Math.max(Math.abs(a), Math.abs(b));
  return size < VANISHED || Math.abs(a - b) <= tolerance * size;
}

/**
 * The known rule with these rates for t = 0, 1, …, found by solving for its constants in the first values and
 * comparing all of them; null if none of them has these rates.
 */
export function recognise(rates: readonly number[], lr: number): KnownRule | null {
  if (rates.length < FEWEST || !rates.every((rate) => rate > 0 || rate === 0)) return null;
  for (const rule of candidates(rates, lr)) {
    const { choice, shift } = rule;
    const schedule = buildSchedule(choice, rule.lr, rates.length);
    if (rates.every((rate, t) => sameRate(rate, schedule.lr(Math.max(0, t + shift))))) return rule;
  }
  return null;
}

function* candidates(rates: readonly number[], lr: number): Generator<KnownRule> {
  const [a, b, c] = [rates[0]!, rates[1]!, rates[2]!];
  yield { choice: { id: 'constant', params: {} }, shift: 0, lr: a };
  yield* inverseTimes(rates, lr);
  // η_{t−1}/η_t = 1 + d·(t + shift): growing evenly from one quotient to the next.
  const decay = round(b / c - a / b);
  if (decay > 0) {
    for (const shift of [0, 1, -1]) {
      const choice = { id: 'literal-recurrence', params: { decay } };
      if (shift >= 0) yield { choice, shift, lr };
      else yield* delayed(choice, rates, lr);
    }
  }
  const gamma = round(b / a);
  yield { choice: exponential(gamma, 1, false), shift: 0, lr: a };
  const hold = held(rates);
  if (hold > 1) yield { choice: exponential(round(rates[hold]! / a), hold, true), shift: 0, lr: a };
  const root = round((a / b) ** 2 - 1);
  if (root > 0) yield { choice: { id: 'inverse-sqrt', params: { decay: root } }, shift: 0, lr: a };
}

/** 1/η grows evenly, from 1/η₀ if t counts from 0, from (1 + d)/η₀ if it counts from 1. */
function* inverseTimes(rates: readonly number[], lr: number): Generator<KnownRule> {
  const hold = held(rates);
  const [a, b] = [rates[0]!, rates[hold] ?? rates[1]!];
  const inverse = (decay: number, decayLength: number): Choice =>
    inverseTime(decay, decayLength, decayLength > 1);
  yield { choice: inverse(round(lr / a - 1), 1), shift: 1, lr };
  yield { choice: inverse(round(a / b - 1), hold), shift: 0, lr: a };
  yield* delayed(inverse(round(a / rates[2]! - 1), 1), rates, lr);
}

/** A rule whose first value is used twice: it is set behind the training of its round. */
function* delayed(choice: Choice, rates: readonly number[], lr: number): Generator<KnownRule> {
  if (rates[0] === rates[1]) yield { choice, shift: -1, lr };
}

/** For how many t the first rate stays; 1 where it never changes. */
function held(rates: readonly number[]): number {
  const first = rates.findIndex((rate) => rate !== rates[0]);
  return first < 1 ? 1 : first;
}

/** Constants as they were typed, without the rounding of the quotients they come from. */
function round(value: number): number {
  return Number(value.toPrecision(10));
}
