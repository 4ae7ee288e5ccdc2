import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { newPartial, listBackups, thinOut } from './backup-folder.ts';
import { backupName } from './backup-name.ts';
import { takeCensus } from './census.ts';
import { completeBackup } from './complete-backup.ts';

/**
 * Backs a library up before its format is changed, by a connection that holds it and has written nothing; all
 * in one go, since no window waits yet. The name of the backup. Throws, and leaves nothing, where it fails.
 */
export function backUpBeforeMigration(db: Database, folder: string, now: number): string {
  const partial = newPartial(folder);
  try {
    db.prepare('VACUUM INTO ?').run(partial);
    const expected = takeCensus(db);
    const number = (listBackups(folder)[0]?.number ?? 0) + 1;
    const runs = expected.rows['run'] ?? 0;
    const id = backupName({ number, at: now, reason: 'migration', runs });
    completeBackup({ partial, path: join(folder, id), expected });
    const pages = db.pragma('page_count', { simple: true }) as number;
    thinOut(folder, now, pages * (db.pragma('page_size', { simple: true }) as number));
    return id;
  } catch (error) {
    for (const part of ['', '-journal']) rmSync(partial + part, { force: true });
    throw error;
  }
}
