import {
  lockableParts,
  type Assignment,
  type LockablePart,
} from '../../../electron/ipc/assignment.ts';
import type { Lab } from '../api.ts';
import type { ExperimentDraft } from './experiment-draft.svelte.ts';

/** What has been written for an assignment so far. */
export type Written = Pick<Assignment, 'title' | 'instructions' | 'locked'>;

/** An assignment that is being made of the draft; what is written stays while the dialog is closed. */
export class AssignmentMaking {
  readonly #lab: Lab;
  readonly #draft: ExperimentDraft;
  /** Null: nothing is written yet. */
  #written = $state.raw<Written | null>(null);
  #open = $state(false);

  constructor(lab: Lab, draft: ExperimentDraft) {
    this.#lab = lab;
    this.#draft = draft;
  }

  get open(): boolean {
    return this.#open;
  }
  /** What is written; else what the assignment says that the draft is made for. */
  get written(): Written {
    if (this.#written) return this.#written;
    const { assignment, name } = this.#draft;
    return assignment ?? { title: name, instructions: '', locked: [] };
  }
  get kept(): Written | null {
    return this.#written;
  }
  get ready(): boolean {
    const { title, instructions } = this.written;
    return title.trim() !== '' && instructions.trim() !== '' && this.#draft.runnable;
  }

  ask(): void {
    this.#open = true;
  }
  close(): void {
    this.#open = false;
  }
  restore(written: Written | null): void {
    this.#written = written;
  }

  write(change: Partial<Written>): void {
    const { title, instructions, locked } = this.written;
    this.#written = { title, instructions, locked, ...change };
  }

  setLocked(part: LockablePart, locked: boolean): void {
    const { written } = this;
    this.write({
      locked: lockableParts.filter((one) => (one === part ? locked : written.locked.includes(one))),
    });
  }

  /** Writes the file where a person says; its path, or null if they cancelled, and then all is as it was. */
  async save(): Promise<string | null> {
    const { title, instructions, locked } = this.written;
    const { configs: runs, pace } = this.#draft;
    const given: Assignment = { title, instructions, locked, runs, pace };
    const path = await this.#lab.request('assignment:save', given);
    if (path === null) return null;
    this.#written = null;
    this.#open = false;
    return path;
  }
}
