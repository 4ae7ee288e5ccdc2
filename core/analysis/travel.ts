/**
 * Travel is Σ η: the sum of the rates of a stretch of updates. It bounds how far gradient descent can
 * go, whatever the objective: ‖θ_T − θ_0‖ ≤ G Σ η where gradients are no longer than G; and in a
 * direction of curvature λ it leaves about e^(−λ Σ η) of the start error.
 */

/** Σ η of the updates `from` + 1 … `to`, where update s + 1 uses rate(s). */
export function travel(rate: (step: number) => number, from: number, to: number): number {
  let sum = 0;
  for (let s = from; s < to; s++) sum += rate(s);
  return sum;
}

/** Below this much λ Σ η a direction loses less than a tenth of its error. */
const FROZEN_BELOW = 0.1;
/** A rate has died out below this share of the largest of its run. */
const DIED_OUT = 0.1;
/** A direction has arrived when its start error has shrunk to this share. */
export const ARRIVED = 0.01;

/**
 * Whether a run is frozen in a direction of curvature λ: it has not arrived there (λ Σ η so far < ln 100), and
 * what it may still travel, times λ, is below 0.1. Because Π (1 − η λ) ≥ 1 − λ Σ η, at least 90 % of the error
 * it has there now will remain.
 *
 * `ahead` is the travel of the updates to come. Count as many as the run has, those beyond its end at its last
 * rate: at its last step every run has none left, but only one whose rates have died out has none ahead.
 */
export function isFrozen(travelled: number, ahead: number, curvature: number): boolean {
  return travelled < travelNeeded(curvature, ARRIVED) && ahead * curvature < FROZEN_BELOW;
}

/**
 * Whether the rates of a run, those of updates 1 … T in order, have died out at the last one: it is below a tenth of
 * the largest. A rate that stays may be small, and a run short, but neither freezes. Without rates: false.
 */
export function diesOut(rates: Float64Array): boolean {
  let largest = 0;
  for (const rate of rates) largest = Math.max(largest, rate);
  return rates.length > 0 && rates[rates.length - 1]! < DIED_OUT * largest;
}

/** How far Σ η can carry a run whose gradients are no longer than `gradientBound` G: G Σ η. */
export function reach(travelled: number, gradientBound: number): number {
  return gradientBound * travelled;
}

/**
 * Travel after which the error in a direction of curvature λ has shrunk to `share` of itself, for rates
 * small against 1/λ: Σ η = ln(1 / share) / λ.
 */
export function travelNeeded(curvature: number, share: number): number {
  return Math.log(1 / share) / curvature;
}

/**
 * First rate η₀ with which a schedule of relative travel Σ η / η₀ (its travel at first rate 1) comes to a
 * needed travel.
 */
export function rateNeeded(neededTravel: number, relativeTravel: number): number {
  return neededTravel / relativeTravel;
}
