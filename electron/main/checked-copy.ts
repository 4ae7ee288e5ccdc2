import { constants, existsSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { PARTIAL } from '../store/backup/backup-name.ts';
import { takeCensusOf } from '../store/backup/census.ts';
import { completeInThread } from './complete-in-thread.ts';

export interface CheckedCopy {
  /** The file to copy, with its log if it has one; nobody may have it open. */
  readonly source: string;
  /** What the copy will be called when it is used. */
  readonly target: string;
  /** A backup can be asked what must be in it; a library that was replaced had better not be opened. */
  readonly isBackup: boolean;
  readonly verifierScript: URL;
  readonly log: (message: string) => void;
}

/**
 * Copies a library and checks the copy; the path of it, which still is a name of something unfinished, so
 * that what a kill leaves behind is cleared away. Throws, and leaves nothing, where the copy is not whole.
 */
export async function makeCheckedCopy({
  source,
  target,
  isBackup,
  verifierScript,
  log,
}: CheckedCopy): Promise<string> {
  const partial = target + PARTIAL;
  const path = `${target}.whole${PARTIAL}`;
  try {
    for (const part of ['', '-wal']) {
      if (part !== '' && !existsSync(source + part)) continue;
      await copyFile(source + part, partial + part, constants.COPYFILE_FICLONE);
    }
    const expected = isBackup ? takeCensusOf(source) : null;
    await completeInThread(verifierScript, { partial, path, expected }, log);
    return path;
  } catch (error) {
    for (const part of ['', '-wal', '-journal']) rmSync(partial + part, { force: true });
    throw error;
  }
}
