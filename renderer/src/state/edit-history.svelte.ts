/** Changes of one thing that follow each other this closely, in milliseconds, are one edit: a drag, or typing. */
const ONE_EDIT_MS = 800;
const MOST_EDITS = 200;

/** Earlier and later states of what is edited. The states are values: they are kept, never changed. */
export class EditHistory<T> {
  readonly #now: () => number;
  #past = $state.raw<readonly T[]>([]);
  #future = $state.raw<readonly T[]>([]);
  #last = { what: '', at: -Infinity };

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Keeps the state before a change of `what`, unless the change goes on with the last one. */
  keep(before: T, what: string): void {
    const at = this.#now();
    const goesOn = this.#last.what === what && at - this.#last.at < ONE_EDIT_MS;
    this.#last = { what, at };
    this.#future = [];
    if (!goesOn) this.#past = [...this.#past, before].slice(-MOST_EDITS);
  }

  /** What is edited now is the first of its states. */
  clear(): void {
    this.#past = [];
    this.#future = [];
    this.#last = { what: '', at: -Infinity };
  }

  /** The state before the last edit; null where there is none. */
  undo(present: T): T | null {
    const before = this.#past.at(-1);
    if (before === undefined) return null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, present];
    this.#last = { what: '', at: -Infinity };
    return before;
  }

  /** The state that was last undone; null where there is none. */
  redo(present: T): T | null {
    const after = this.#future.at(-1);
    if (after === undefined) return null;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, present];
    this.#last = { what: '', at: -Infinity };
    return after;
  }
}
