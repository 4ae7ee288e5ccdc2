import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../ipc/backups.ts';
import { PARTIAL, readBackupName } from './backup-name.ts';
import { superfluous } from './rotation.ts';

/** The whole and checked backups in a folder, newest first; none where there is no folder. */
export function listBackups(folder: string): readonly Backup[] {
  const backups = namesIn(folder).flatMap((name) => {
    const told = readBackupName(name);
    const stat = told && statSync(join(folder, name), { throwIfNoEntry: false });
    return stat?.isFile() ? [{ ...told!, bytes: stat.size }] : [];
  });
  return backups.sort((a, b) => b.number - a.number);
}

/** A place for an unfinished copy in the folder, which is made if need be. What a kill left there goes. */
export function newPartial(folder: string): string {
  mkdirSync(folder, { recursive: true });
  removePartials(folder);
  return join(folder, `library.db${PARTIAL}`);
}

/** Deletes what the rotation lets go of; what. */
export function thinOut(folder: string, now: number, libraryBytes: number): readonly Backup[] {
  const gone = superfluous(listBackups(folder), now, libraryBytes);
  for (const { id } of gone) rmSync(join(folder, id), { force: true });
  return gone;
}

/** Deletes unfinished copies, and the journals and logs of such. */
export function removePartials(folder: string): void {
  for (const name of namesIn(folder)) {
    if (name.includes(PARTIAL)) rmSync(join(folder, name), { force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
