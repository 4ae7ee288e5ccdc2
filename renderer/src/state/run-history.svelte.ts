import type { HistoryLabel, HistoryState } from '../../../electron/ipc/library.ts';
import type { Lab } from '../api.ts';

/** What was done in the library, can be undone and done again, and is remembered over restarts. */
export class RunHistory {
  readonly #lab: Lab;
  readonly #stop: () => void;
  #state = $state.raw<HistoryState>({ undo: null, redo: null });

  constructor(lab: Lab) {
    this.#lab = lab;
    this.#stop = lab.on('history:changed', (state) => (this.#state = state));
  }

  /** What would be undone; null if there is nothing. */
  get undoable(): HistoryLabel | null {
    return this.#state.undo;
  }
  get redoable(): HistoryLabel | null {
    return this.#state.redo;
  }

  async read(): Promise<void> {
    this.#state = await this.#lab.request('history:state');
  }

  /** What was undone; null if there was nothing. */
  undo(): Promise<HistoryLabel | null> {
    return this.#lab.request('history:undo');
  }
  redo(): Promise<HistoryLabel | null> {
    return this.#lab.request('history:redo');
  }

  dispose(): void {
    this.#stop();
  }
}
