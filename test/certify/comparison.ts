/**
 * How far computed numbers are from recorded ones, as fractions of what is allowed: 1 is the limit, 0
 * the same number. A comparison keeps the worst one and where it was.
 */

/** The rule of all files but the schedules: tolerance · (1 + |recorded|). */
export const allowed = (recorded: number, tolerance: number): number =>
  tolerance * (1 + Math.abs(recorded));

/** |computed − recorded| ÷ limit. Of a recorded NaN or infinity only that it is not finite is asked. */
export function errorFraction(computed: number, recorded: number, limit: number): number {
  if (!Number.isFinite(recorded)) return Number.isFinite(computed) ? Infinity : 0;
  const error = Math.abs(computed - recorded);
  if (error === 0) return 0;
  const fraction = error / limit;
  return Number.isNaN(fraction) ? Infinity : fraction;
}

export class Comparison {
  /** Numbers compared. */
  count = 0;
  worst = 0;
  /** Where the worst error is, with both numbers; empty while all are equal. */
  where = '';

  /** Compares with a limit on the absolute error. */
  within(name: string, computed: number, recorded: number, limit: number): void {
    this.judge(name, computed, recorded, errorFraction(computed, recorded, limit));
  }

  /** Compares what must be equal: a count, a step, null. */
  exact(name: string, computed: unknown, recorded: unknown): void {
    this.judge(name, computed, recorded, Object.is(computed, recorded) ? 0 : Infinity);
  }

  /** Notes an error that was measured elsewhere. */
  judge(name: string, computed: unknown, recorded: unknown, fraction: number): void {
    this.count++;
    const error = Number.isNaN(fraction) ? Infinity : fraction;
    if (error <= this.worst) return;
    this.worst = error;
    this.where = `${name}: computed ${String(computed)}, recorded ${String(recorded)}`;
  }
}

/** Compares by the usual rule, with the case's tolerance. */
export class Recorded extends Comparison {
  readonly tolerance: number;

  constructor(tolerance: number) {
    super();
    this.tolerance = tolerance;
  }

  number(name: string, computed: number, recorded: number): void {
    this.within(name, computed, recorded, allowed(recorded, this.tolerance));
  }

  /** Lists of equal length; a nested list is compared element by element. */
  list(name: string, computed: ArrayLike<number>, recorded: readonly number[]): void {
    this.exact(`${name}.length`, computed.length, recorded.length);
    recorded.forEach((value, i) => this.number(`${name}[${i}]`, computed[i] ?? NaN, value));
  }
}
