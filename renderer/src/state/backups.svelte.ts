import type { BackupState, Restoration, StorageInfo } from '../../../electron/ipc/backups.ts';
import type { Lab } from '../api.ts';

/** Backups of the library, how the one that is being made goes, and the room on the disk. */
export class Backups {
  readonly #lab: Lab;
  readonly #stop: () => void;
  #state = $state.raw<BackupState | null>(null);
  #storage = $state.raw<StorageInfo | null>(null);

  constructor(lab: Lab) {
    this.#lab = lab;
    this.#stop = lab.on('backup:changed', (state) => (this.#state = state));
  }

  /** Null until it was read. */
  get state(): BackupState | null {
    return this.#state;
  }
  get storage(): StorageInfo | null {
    return this.#storage;
  }

  async read(): Promise<void> {
    [this.#state, this.#storage] = await Promise.all([
      this.#lab.request('backup:state'),
      this.#lab.request('app:storage'),
    ]);
  }

  /** False if it was cancelled. */
  async make(): Promise<boolean> {
    const made = await this.#lab.request('backup:make');
    await this.read();
    return made !== null;
  }

  cancel(): Promise<void> {
    return this.#lab.request('backup:cancel');
  }

  /** After the person agreed, the page begins anew. */
  restore(id: string): Promise<boolean> {
    return this.#lab.request('backup:restore', id);
  }

  takeRestoration(): Promise<Restoration | null> {
    return this.#lab.request('backup:restoration');
  }

  dispose(): void {
    this.#stop();
  }
}
