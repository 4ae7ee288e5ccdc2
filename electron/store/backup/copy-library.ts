import { closeSync, fdatasync, openSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

/** Pages copied in one turn of main: 256 KB, a fraction of a millisecond. */
const PAGES_A_TURN = 64;
/** Pages copied before the disk has to have them: SQLite's own sync at the end would hold main up for long. */
const PAGES_AHEAD = 2048;

/** The person, or the end of the app, wanted no more of it. */
export class CopyCancelledError extends Error {
  override readonly name = 'CopyCancelledError';
}

export interface CopyProgress {
  /** 0 … 1 */
  readonly done: (share: number) => void;
  readonly cancelled: () => boolean;
}

/**
 * Copies an open library page by page, as it is when the last page is copied, while it is written to. The
 * copy is not checked. Throws CopyCancelledError, or what SQLite says (SQLITE_FULL, SQLITE_IOERR_…).
 */
export async function copyLibrary(
  db: Database,
  path: string,
  { done, cancelled }: CopyProgress,
): Promise<void> {
  let file: number | null = null;
  let ahead = 0;
  let syncing = false;
  let fault: Error | null = null;
  const sync = (open: number): void => {
    syncing = true;
    ahead = 0;
    fdatasync(open, (error) => {
      fault ??= error;
      syncing = false;
    });
  };
  try {
    await db.backup(path, {
      progress: ({ totalPages, remainingPages }) => {
        if (cancelled()) throw new CopyCancelledError('the copy was cancelled');
        if (fault) throw fault;
        // The file is there once a first page was asked for.
        file ??= openSync(path, 'r+');
        if (syncing) return 0;
        done(1 - remainingPages / totalPages);
        if (ahead >= PAGES_AHEAD) sync(file);
        ahead += PAGES_A_TURN;
        return syncing ? 0 : PAGES_A_TURN;
      },
    });
  } finally {
    while (syncing) await new Promise((resolve) => setImmediate(resolve));
    if (file !== null) closeSync(file);
  }
}
