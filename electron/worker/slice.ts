/** Steps before the first look at the clock; small enough for a slow model, large enough for a bowl. */
const FIRST = 16;
/** Steps at most: what a batch may hold, which must pass through main and page without holding either up. */
export const MOST_STEPS = 8_192;
const AIM_MS = 8;

/** How many steps to make at once so that it takes about 8 ms: commands are never kept waiting for longer. */
export class Slice {
  readonly #now: () => number;
  #steps = FIRST;

  /** `now` is a monotonic clock in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Has as many steps made as fit, at most `limit`, and learns from what they took. */
  make<T>(work: (steps: number) => T, limit = Infinity): T {
    const steps = Math.min(this.#steps, limit);
    const begin = this.#now();
    const done = work(steps);
    if (steps === this.#steps) this.#adapt(this.#now() - begin);
    return done;
  }

  #adapt(milliseconds: number): void {
    if (milliseconds < AIM_MS / 2) this.#steps = Math.min(this.#steps * 2, MOST_STEPS);
    else if (milliseconds > AIM_MS) this.#steps = Math.max(1, this.#steps >> 1);
  }
}
