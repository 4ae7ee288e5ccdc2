/** What the page shows, kept outside of it: its process may die while the runs go on. */
export class PageMemory {
  #kept: string | null = null;

  get kept(): string | null {
    return this.#kept;
  }

  keep(state: string): void {
    this.#kept = state;
  }
}
