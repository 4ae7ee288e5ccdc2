import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StoreRefusedError } from './refused.ts';

/**
 * Where a library really lies: its folder is made if need be, symbolic links are resolved. The file need
 * not exist; a link to a file that is not there is refused, so that no new library grows in the place of
 * one on a disk that is not mounted.
 */
export function resolveLibrary(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const plain = join(realpathSync(dirname(path)), basename(path));
    const entry = lstatSync(plain, { throwIfNoEntry: false });
    return entry?.isSymbolicLink() ? followLink(plain) : plain;
  } catch (error) {
    if (error instanceof StoreRefusedError) throw error;
    throw unreadable(path, error);
  }
}

export function unreadable(path: string, error: unknown): StoreRefusedError {
  const message = error instanceof Error ? error.message : String(error);
  return new StoreRefusedError('unreadable', path, message, 'read and write access');
}

function followLink(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new StoreRefusedError('not-a-file', path, 'a link to nothing', 'a file');
  }
}
