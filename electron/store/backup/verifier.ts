/** The thread in which a copy is completed: reading all of a large library would hold main up. */
import { parentPort, workerData } from 'node:worker_threads';
import { completeBackup, type Completion } from './complete-backup.ts';

/** What comes of it; `message` is null where the copy is a backup now. */
export interface Completed {
  readonly message: string | null;
  /** Of SQLite or of the system, where it has one. */
  readonly code: string | null;
}

parentPort!.postMessage(attempt(workerData as Completion));

function attempt(completion: Completion): Completed {
  try {
    completeBackup(completion);
    return { message: null, code: null };
  } catch (error) {
    const { message, code } = error as Error & { readonly code?: unknown };
    return { message, code: typeof code === 'string' ? code : null };
  }
}
