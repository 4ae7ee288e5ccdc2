/** Tells when something has happened a number of times within a stretch of time, in milliseconds. */
export class TooOften {
  readonly #times: number[] = [];
  readonly #count: number;
  readonly #within: number;

  constructor(count: number, within: number) {
    this.#count = count;
    this.#within = within;
  }

  /** Notes that it happened at `now`; true if that was too often. */
  happened(now: number): boolean {
    this.#times.push(now);
    if (this.#times.length > this.#count) this.#times.shift();
    return this.#times.length === this.#count && now - this.#times[0]! <= this.#within;
  }
}
