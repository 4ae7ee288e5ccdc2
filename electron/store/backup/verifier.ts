/** The thread in which a copy is completed: reading all of a large library would hold main up. */
import { parentPort, workerData } from 'node:worker_threads';
import { completeBackup, type Completion } from './complete-backup.ts';

/** What comes of it; `message` is null where the copy is a backup now. */
export interface Completed {
  readonly message: string | null;
  /** Of SQLite or of the system, where it has one. */
  readonly code: string | null;
  /** Of the system, where it is an error of the system. */
  readonly syscall: string | null;
}

parentPort!.postMessage(attempt(workerData as Completion));

function attempt(completion: Completion): Completed {
  try {
    completeBackup(completion);
    return { message: null, code: null, syscall: null };
  } catch (error) {
    const { message, code, syscall } = error as NodeJS.ErrnoException;
    return { message, code: textOrNull(code), syscall: textOrNull(syscall) };
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
