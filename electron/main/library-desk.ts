import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Backup, BackupState, Restoration } from '../ipc/backups.ts';
import { AppError } from '../ipc/reply.ts';
import { removePartials } from '../store/backup/backup-folder.ts';
import { syncFolder } from '../store/durable-file.ts';
import { inspectLibrary } from '../store/inspect.ts';
import { asErrorData } from './answer.ts';
import type { BackupKeeper } from './backup-keeper.ts';
import { makeCheckedCopy } from './checked-copy.ts';
import type { LibraryPlace } from './library-place.ts';

/** What the desk needs of an open library and all that works on it. */
export interface Session {
  readonly backups: BackupKeeper;
  /** Runs in the library, those in the trash included. */
  readonly runs: number;
  /** Runs under way. */
  readonly live: number;
  /** Begins what needs no window to wait for. */
  start(): void;
  /** Stops runs at a checkpoint, as on quitting, and closes the library. */
  shutdown(): Promise<void>;
}

/** What a person is asked before another library takes the place of the present one. */
export interface RestoreQuestion {
  readonly at: number;
  readonly runs: number | null;
  readonly present: number;
  readonly live: number;
}

export interface LibraryDeskOptions<S extends Session> {
  readonly place: LibraryPlace;
  /** Throws StoreRefusedError. */
  readonly open: (path: string) => S;
  readonly confirm: (question: RestoreQuestion) => Promise<boolean>;
  /** The page begins anew, with another library behind it. */
  readonly reload: () => void;
  /** Not even the library that was open before can be opened again: tells the person and ends the app. */
  readonly lost: (error: unknown, path: string) => void;
  readonly verifierScript: URL;
  readonly log: (level: 'info' | 'error', message: string) => void;
}

/**
 * Holds the open library, and puts another in its place: a copy of a backup, or of one that was replaced
 * before. All of the copying and checking is done while the present one is in use; what follows is one
 * rename (library-place.ts). Where the new one cannot be opened the present one is opened again.
 */
export class LibraryDesk<S extends Session> {
  readonly #options: LibraryDeskOptions<S>;
  #session: S;
  #exchanging = false;
  #restoring: Promise<boolean> | null = null;
  #restoration: Restoration | null = null;

  /** Throws StoreRefusedError. */
  constructor(options: LibraryDeskOptions<S>) {
    this.#options = options;
    const { path } = options.place;
    this.#session = options.open(path);
    removePartials(dirname(path));
    this.#countDay();
  }

  /** The open library; null for a moment while it is exchanged. */
  get session(): S | null {
    return this.#exchanging ? null : this.#session;
  }

  get state(): BackupState {
    return { ...this.#session.backups.state, replaced: this.#options.place.replaced };
  }

  makeBackup(): Promise<Backup | null> {
    return this.#session.backups.make('manual');
  }

  cancelBackup(): void {
    this.#session.backups.cancel();
  }

  /** A backup was opened in the place of a library that is damaged: the page is told. */
  tellRestored({ at, runs }: Backup): void {
    this.#restoration = { ok: true, at, runs };
  }

  /** What became of the last restoration, once. */
  takeRestoration(): Restoration | null {
    const restoration = this.#restoration;
    this.#restoration = null;
    return restoration;
  }

  /** Whether the person agreed; one question at a time. Throws AppError; nothing has changed then. */
  restore(id: string): Promise<boolean> {
    this.#restoring ??= this.#restore(id).finally(() => (this.#restoring = null));
    return this.#restoring;
  }

  async shutdown(): Promise<void> {
    await this.#restoring?.catch(() => undefined);
    await this.#session.shutdown();
  }

  async #restore(id: string): Promise<boolean> {
    const { place, confirm } = this.#options;
    const { backups, runs: present, live } = this.#session;
    const backup = backups.state.backups.find((one) => one.id === id);
    const found = backup ?? place.replaced.find((one) => one.id === id);
    if (!found) throw new AppError('unknown-backup', `${id} is no backup`, { given: id });
    const { at, runs } = found;
    const source = backup ? join(backups.folder, id) : place.pathOf(found);
    // One that could not be opened may still be one that cannot.
    if (!backup) inspectLibrary(source);
    if (!(await confirm({ at, runs, present, live }))) return false;
    const target = place.newPath();
    const { verifierScript, log } = this.#options;
    const whole = await makeCheckedCopy({
      source,
      target,
      isBackup: backup !== undefined,
      verifierScript,
      log: (message) => log('error', message),
    });
    await this.#exchange(whole, target, { ok: true, at, runs });
    return true;
  }

  async #exchange(whole: string, target: string, restored: Restoration): Promise<void> {
    const { place, open, reload, log } = this.#options;
    const { runs } = this.#session;
    const before = place.path;
    this.#exchanging = true;
    try {
      await this.#session.shutdown();
      renameSync(whole, target);
      syncFolder(dirname(target));
      place.replaceBy(target, runs);
      this.#session = open(target);
      this.#session.start();
      this.#restoration = restored;
      log('info', `restored ${target}; ${before} is kept`);
    } catch (error) {
      log('error', `restoring ${target}: ${String(error)}`);
      this.#reopen(before, target);
      this.#restoration = { ok: false, error: asErrorData(error) };
    }
    // Not where no library is open any more: no page may ask one that is closed.
    this.#exchanging = false;
    reload();
  }

  #reopen(before: string, target: string): void {
    const { place, open, lost, log } = this.#options;
    try {
      if (place.path === target) place.takeBack();
      this.#session = open(before);
      this.#session.start();
    } catch (error) {
      log('error', `opening ${before} again: ${String(error)}`);
      lost(error, before);
      throw error;
    }
  }

  #countDay(): void {
    try {
      for (const file of this.#options.place.countDay()) {
        this.#options.log('info', `${file} was replaced long ago and is deleted`);
      }
    } catch (error) {
      this.#options.log('error', `counting days of replaced libraries: ${String(error)}`);
    }
  }
}
