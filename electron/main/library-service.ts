import type { EventName, Events } from '../ipc/contract.ts';
import type { RunId } from '../ipc/run.ts';
import {
  MOST_CHANGED_RUNS,
  type HistoryLabel,
  type HistoryState,
  type RunChange,
  type SavedView,
} from '../ipc/library.ts';
import type { Redone } from '../store/changes.ts';
import type { Store } from '../store/store.ts';

type LibraryEvent = Extract<EventName, 'library:changed' | 'history:changed' | 'views:changed'>;

export interface LibraryServiceOptions {
  readonly store: Store;
  readonly emit: <E extends LibraryEvent>(event: E, payload: Events[E]) => void;
}

/** Changes a person makes in the library, and the word of them to every page. */
export class LibraryService {
  readonly #store: Store;
  readonly #emit: LibraryServiceOptions['emit'];

  constructor({ store, emit }: LibraryServiceOptions) {
    this.#store = store;
    this.#emit = emit;
  }

  change(ids: readonly RunId[], change: RunChange): HistoryState {
    this.#tell({ runs: this.#store.changeRuns(ids, change), views: false });
    return this.#store.historyState();
  }

  saveView(view: SavedView): void {
    this.#tell({ runs: [], views: this.#store.saveView(view) });
  }

  removeView(name: string): void {
    this.#tell({ runs: [], views: this.#store.removeView(name) });
  }

  undo(): HistoryLabel | null {
    return this.#repeated(this.#store.undo());
  }

  redo(): HistoryLabel | null {
    return this.#repeated(this.#store.redo());
  }

  /** Tells of new runs. */
  came(ids: readonly RunId[]): void {
    this.#emit('library:changed', { ids });
  }

  /** Tells of runs that came from a file, or to an experiment, which can be taken back. */
  arrived(ids: readonly RunId[]): void {
    this.#tell({ runs: ids, views: false });
  }

  /** Tells of runs that were deleted for good, and with them what could be undone. */
  gone(ids: readonly RunId[]): void {
    this.#tell({ runs: ids, views: false });
  }

  #repeated(redone: Redone | null): HistoryLabel | null {
    if (redone) this.#tell(redone);
    return redone?.label ?? null;
  }

  #tell({ runs, views }: Pick<Redone, 'runs' | 'views'>): void {
    for (let at = 0; at < runs.length; at += MOST_CHANGED_RUNS) {
      this.#emit('library:changed', { ids: runs.slice(at, at + MOST_CHANGED_RUNS) });
    }
    if (views) this.#emit('views:changed', this.#store.listViews());
    if (runs.length > 0 || views) this.#emit('history:changed', this.#store.historyState());
  }
}
