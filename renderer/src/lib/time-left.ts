/** Weight of the newest measurement of the speed. */
const NEWEST = 0.2;
/** Speeds are measured over at least this many milliseconds. */
const LEAST_INTERVAL = 250;

/** Estimates how long a run still takes from the steps it made so far. */
export class TimeLeft {
  #since: { readonly time: number; readonly step: number } | null = null;
  /** Steps per millisecond, smoothed; 0 until measured. */
  #speed = 0;

  /** Seconds until `total` at the speed measured so far, or null while it is not known. */
  at(step: number, total: number, now: number): number | null {
    const since = this.#since;
    if (!since || step < since.step) {
      this.#since = { time: now, step };
      this.#speed = 0;
      return null;
    }
    const elapsed = now - since.time;
    if (elapsed >= LEAST_INTERVAL && step > since.step) {
      const speed = (step - since.step) / elapsed;
      this.#speed = this.#speed === 0 ? speed : NEWEST * speed + (1 - NEWEST) * this.#speed;
      this.#since = { time: now, step };
    }
    return this.#speed === 0 ? null : (total - step) / this.#speed / 1000;
  }

  /** Forgets what was measured, for instance after a pause. */
  reset(): void {
    this.#since = null;
    this.#speed = 0;
  }
}
