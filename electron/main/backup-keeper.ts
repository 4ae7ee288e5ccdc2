import { rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupReason, BackupState } from '../ipc/backups.ts';
import { AppError } from '../ipc/reply.ts';
import { listBackups, newPartial, thinOut } from '../store/backup/backup-folder.ts';
import { backupName } from '../store/backup/backup-name.ts';
import { changeMarkOf } from '../store/backup/change-mark.ts';
import { CopyCancelledError } from '../store/backup/copy-library.ts';
import { day } from '../store/backup/rotation.ts';
import type { Store } from '../store/store.ts';
import { asErrorData } from './answer.ts';
import { completeInThread } from './complete-in-thread.ts';

/** The window comes first. */
const FIRST_MS = 20_000;
const HOUR_MS = 3_600_000;
/** What a backup leaves free on its disk: runs that go on need it more. */
const RESERVE_BYTES = 256 * 1024 * 1024;

export interface BackupKeeperOptions {
  readonly store: Pick<Store, 'copyTo' | 'changeMark' | 'listRuns'>;
  /** The library file. */
  readonly library: string;
  /** Where backups go; made if need be. */
  readonly folder: string;
  readonly verifierScript: URL;
  readonly now: () => number;
  readonly changed: () => void;
  readonly log: (level: 'info' | 'error', message: string) => void;
  readonly reserveBytes?: number;
}

/**
 * Makes backups of the open library, one at a time: every day on which something has changed, before
 * something large, and when asked. A backup that cannot be made is told of and stops nothing.
 */
export class BackupKeeper {
  readonly #options: BackupKeeperOptions;
  #timer: NodeJS.Timeout | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #going: number | null = null;
  #failure: BackupState['failure'] = null;
  #cancelled = false;
  readonly #ending = new AbortController();

  constructor(options: BackupKeeperOptions) {
    this.#options = options;
  }

  get folder(): string {
    return this.#options.folder;
  }

  get state(): Omit<BackupState, 'replaced'> {
    return {
      folder: this.folder,
      backups: listBackups(this.folder),
      going: this.#going,
      failure: this.#failure,
    };
  }

  /** From now on, every hour: a backup if today has none and something has changed since the last. */
  start(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = setInterval(() => this.#tend(), HOUR_MS);
      this.#tend();
    }, FIRST_MS);
  }

  /** When those before are done, a backup of the library as it is then; null if it is cancelled. */
  make(reason: BackupReason): Promise<Backup | null> {
    const made = this.#last.then(() => this.#make(reason));
    this.#last = made.catch(() => undefined);
    return made;
  }

  /** Makes the backup of a day if there is reason to. */
  async makeDaily(): Promise<Backup | null> {
    const [newest] = listBackups(this.folder);
    const { store, now } = this.#options;
    if (!newest && store.listRuns({ limit: 1, trashed: false }).length === 0) return null;
    if (newest && day(new Date(newest.at)) === day(new Date(now()))) return null;
    if (newest && changeMarkOf(join(this.folder, newest.id)) === store.changeMark()) return null;
    return this.make('daily');
  }

  /** Ends the one that is being made. */
  cancel(): void {
    this.#cancelled = this.#going !== null;
  }

  /** Ends what is going on; whatever was not whole is no backup. */
  async shutdown(): Promise<void> {
    this.#ending.abort();
    if (this.#timer) clearTimeout(this.#timer);
    await this.#last;
  }

  #tend(): void {
    this.makeDaily().catch((error: unknown) => {
      this.#options.log('error', `the backup of the day: ${String(error)}`);
    });
  }

  async #make(reason: BackupReason): Promise<Backup | null> {
    if (this.#isOver) return null;
    this.#cancelled = false;
    this.#tell(0, this.#failure);
    try {
      const backup = await this.#copy(reason);
      this.#options.log('info', `backup ${backup.id}, ${backup.bytes} bytes`);
      this.#thinOut();
      this.#tell(null, null);
      return backup;
    } catch (error) {
      if (error instanceof CopyCancelledError) {
        this.#tell(null, this.#failure);
        return null;
      }
      this.#options.log('error', `backup (${reason}): ${String(error)}`);
      this.#tell(null, asErrorData(error));
      throw error;
    }
  }

  async #copy(reason: BackupReason): Promise<Backup> {
    const { store, folder, now, verifierScript, log } = this.#options;
    const partial = newPartial(folder);
    let path: string | null = null;
    try {
      this.#expectRoom();
      const expected = await store.copyTo(partial, {
        done: (share) => this.#progress(share),
        cancelled: () => this.#cancelled || this.#isOver,
      });
      this.#expectWanted();
      const number = (listBackups(folder)[0]?.number ?? 0) + 1;
      const told = { number, at: now(), reason, runs: expected.rows['run'] ?? 0 };
      const id = backupName(told);
      path = join(folder, id);
      const logError = (message: string): void => log('error', message);
      const completion = { partial, path, expected };
      await completeInThread(verifierScript, completion, logError, this.#ending.signal);
      this.#expectWanted();
      return { id, ...told, bytes: statSync(path).size };
    } catch (error) {
      removeIfPossible(partial);
      // One that is whole, but not wanted any more.
      if (path !== null && error instanceof CopyCancelledError) removeIfPossible(path);
      throw error;
    }
  }

  get #isOver(): boolean {
    return this.#ending.signal.aborted;
  }

  /** Whoever waits for a backup before something large must hear that it was cancelled, however late that was. */
  #expectWanted(): void {
    if (this.#cancelled || this.#isOver) throw new CopyCancelledError('the backup was cancelled');
  }

  #expectRoom(): void {
    const { folder, reserveBytes = RESERVE_BYTES } = this.#options;
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    const needed = this.#libraryBytes + this.#logBytes + reserveBytes;
    if (free >= needed) return;
    throw new AppError('no-space', `${free} bytes are free in ${folder}, ${needed} are needed`, {
      given: String(free),
      allowed: String(needed),
    });
  }

  get #libraryBytes(): number {
    return statSync(this.#options.library).size;
  }

  /** Pages that are in the log alone are copied too. */
  get #logBytes(): number {
    return statSync(`${this.#options.library}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  }

  #thinOut(): void {
    const { now, log } = this.#options;
    for (const { id } of thinOut(this.folder, now(), this.#libraryBytes)) {
      log('info', `backup ${id} has had its time`);
    }
  }

  /** Told a hundred times at most. */
  #progress(share: number): void {
    if (share - (this.#going ?? 0) >= 0.01) this.#tell(share, this.#failure);
  }

  #tell(going: number | null, failure: BackupState['failure']): void {
    this.#going = going;
    this.#failure = failure;
    this.#options.changed();
  }
}

/** What a thread that is being ended still has open, where that matters, goes with the next backup. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It bears the name of something unfinished.
  }
}
