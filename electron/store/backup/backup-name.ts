import { backupReasons, type Backup, type BackupReason } from '../../ipc/backups.ts';

const PATTERN = new RegExp(
  String.raw`^library-(\d{4,})-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z-(${backupReasons.join('|')})-(\d+)-runs\.db$`,
);

/** What a file of this name is not yet: whole, or checked. */
export const PARTIAL = '.partial';

/** The name of a backup says what is in it, so that a folder of them can be read without opening one. */
export function backupName({ number, at, reason, runs }: Omit<Backup, 'id' | 'bytes'>): string {
  const moment = new Date(at).toISOString().slice(0, 19).replaceAll(':', '');
  return `library-${String(number).padStart(4, '0')}-${moment}Z-${reason}-${runs}-runs.db`;
}

/** What a file's name says, or null where it is none of ours. */
export function readBackupName(id: string): Omit<Backup, 'bytes'> | null {
  const match = PATTERN.exec(id);
  if (!match) return null;
  const [, number, day, hours, minutes, seconds, reason, runs] = match;
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  if (Number.isNaN(at)) return null;
  return {
    id,
    at,
    number: Number(number),
    reason: reason as BackupReason,
    runs: Number(runs),
  };
}
