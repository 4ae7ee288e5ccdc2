/** Does one piece of work at a time; of what is wanted meanwhile only the newest follows. */
export class LatestWork {
  #wanted: (() => Promise<void>) | null = null;
  #busy = false;

  /** Null: nothing is wanted any more. What fails is left undone: the next wish asks again. */
  want(work: (() => Promise<void>) | null): void {
    this.#wanted = work;
    if (!this.#busy) void this.#go();
  }

  async #go(): Promise<void> {
    this.#busy = true;
    while (this.#wanted) {
      const work = this.#wanted;
      this.#wanted = null;
      try {
        await work();
      } catch {
        // Somebody looks at what is not there.
      }
    }
    this.#busy = false;
  }
}
