import type { RunId } from '../../../electron/ipc/run.ts';

export type NotesByRun = Readonly<Record<RunId, string>>;

/** Notes that are being written and are not saved yet. */
export class TypedNotes {
  #notes = $state.raw<NotesByRun>({});

  get all(): NotesByRun {
    return this.#notes;
  }

  /** Null: the note of this run is only read. */
  of(run: RunId): string | null {
    return this.#notes[run] ?? null;
  }

  /** Null: it is saved, or given up. */
  set(run: RunId, typed: string | null): void {
    const { [run]: _before, ...others } = this.#notes;
    this.#notes = typed === null ? others : { ...others, [run]: typed };
  }

  restore(notes: NotesByRun): void {
    this.#notes = notes;
  }
}
