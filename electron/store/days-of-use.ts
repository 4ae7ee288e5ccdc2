import type { Meta } from './meta.ts';

/**
 * Counts the days on which the app was used, so that neither a clock that jumps nor a year away from the
 * app empties the trash. A day that differs from the last one counts, whichever way the clock went.
 */
export class DaysOfUse {
  readonly #meta: Meta;
  readonly #now: () => number;

  constructor(meta: Meta, now: () => number) {
    this.#meta = meta;
    this.#now = now;
  }

  /** 1 on the first day. */
  get count(): number {
    return Number(this.#meta.read('days_of_use') ?? 1);
  }

  /** Counts today, if it was not yet. */
  countToday(): void {
    const today = new Date(this.#now()).toDateString();
    const last = this.#meta.read('last_day_of_use');
    if (today === last) return;
    this.#meta.write('days_of_use', String(last === null ? 1 : this.count + 1));
    this.#meta.write('last_day_of_use', today);
  }
}
