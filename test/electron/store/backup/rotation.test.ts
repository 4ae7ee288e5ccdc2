/** Which backups stay: 7 days, 4 weeks, 6 months, 5 of a reason; within the cap; never by a wrong clock. */
import { describe, expect, it } from 'vitest';
import type { Backup, BackupReason } from '../../../../electron/ipc/backups.ts';
import { backupName, readBackupName } from '../../../../electron/store/backup/backup-name.ts';
import { superfluous } from '../../../../electron/store/backup/rotation.ts';
import { fc } from '../../../support/seed.ts';

const DAY = 86_400_000;
/** A Wednesday at noon, local time. */
const START = new Date(2026, 0, 7, 12).getTime();
const GIGABYTE = 1024 ** 3;

function backup(number: number, at: number, reason: BackupReason = 'daily', bytes = 1): Backup {
  return { id: `${number}`, number, at, reason, runs: 1, bytes };
}

/** What is left after a backup on each of so many days, thinned out each time. */
function afterDays(days: number): readonly Backup[] {
  let kept: Backup[] = [];
  for (let i = 0; i < days; i++) {
    kept.push(backup(i + 1, START + i * DAY));
    const gone = superfluous(kept, START + i * DAY, 1);
    kept = kept.filter((one) => !gone.includes(one));
  }
  return kept;
}

const ids = (backups: readonly Backup[]): readonly string[] => backups.map(({ id }) => id).sort();

describe('the rotation', () => {
  it('keeps the newest of 7 days, 4 weeks and 6 months', () => {
    const kept = afterDays(400).map(({ number }) => new Date(START + (number - 1) * DAY));
    const last = new Date(START + 399 * DAY);
    const daysAgo = kept.map((at) => Math.round((last.getTime() - at.getTime()) / DAY));
    expect(daysAgo.filter((days) => days < 7)).toHaveLength(7);
    const sundays = kept.filter((at) => at.getDay() === 0);
    expect(sundays.length).toBeGreaterThanOrEqual(3);
    const months = new Set(kept.map((at) => `${at.getFullYear()}-${at.getMonth()}`));
    expect(months.size).toBe(6);
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 6);
  });

  it('keeps the newest 5 of those made before something large, however old', () => {
    const before = Array.from({ length: 8 }, (_, i) => backup(i + 1, START + i, 'migration'));
    const daily = Array.from({ length: 300 }, (_, i) => backup(i + 9, START + (i + 1) * DAY));
    const gone = superfluous([...before, ...daily], START + 301 * DAY, 1);
    expect(ids(gone.filter(({ reason }) => reason === 'migration'))).toEqual(['1', '2', '3']);
  });

  it('lets the oldest go over the cap, 10 GB or three libraries, whichever is more', () => {
    const week = Array.from({ length: 7 }, (_, i) =>
      backup(i + 1, START + i * DAY, 'daily', 4 * GIGABYTE),
    );
    const now = START + 7 * DAY;
    expect(ids(superfluous(week, now, GIGABYTE))).toEqual(['1', '2', '3', '4', '5']);
    expect(ids(superfluous(week, now, 4 * GIGABYTE))).toEqual(['1', '2', '3', '4']);
    const huge = [backup(1, START, 'daily', 50 * GIGABYTE)];
    expect(superfluous(huge, now, 1)).toEqual([]);
  });

  it('touches nothing while the clock is behind the newest', () => {
    const many = Array.from({ length: 40 }, (_, i) => backup(i + 1, START + i * DAY));
    expect(superfluous(many, START + 39 * DAY - 1, 1)).toEqual([]);
    expect(superfluous(many, START + 39 * DAY, 1)).not.toEqual([]);
  });

  it('is not stopped for ever by one backup from the future', () => {
    const many = Array.from({ length: 40 }, (_, i) => backup(i + 1, START + i * DAY));
    many[20] = backup(21, START + 9999 * DAY);
    expect(superfluous(many, START + 39 * DAY, 1)).not.toEqual([]);
    expect(superfluous(many.slice(0, 22), START + 21 * DAY, 1)).toEqual([]);
  });

  it('never lets the newest go, whatever there is', () => {
    const reason = fc.constantFrom<BackupReason>('daily', 'manual', 'migration', 'trash', 'import');
    const entry = fc.tuple(fc.integer({ min: 0, max: 3000 }), reason, fc.nat(20));
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), fc.nat(4000), (entries, today) => {
        const all = entries.map(([days, why, size], i) =>
          backup(i + 1, START + days * DAY, why, size * GIGABYTE),
        );
        const gone = superfluous(all, START + today * DAY, GIGABYTE);
        expect(gone).not.toContain(all.at(-1));
        expect(new Set(gone).size).toBe(gone.length);
      }),
    );
  });
});

describe('the name of a backup', () => {
  it('says what is in it, and is read back', () => {
    const told = { number: 12, at: Date.UTC(2026, 10, 26, 21, 39, 8), reason: 'trash', runs: 1034 };
    const id = backupName(told as Omit<Backup, 'id' | 'bytes'>);
    expect(id).toBe('library-0012-2026-11-26T213908Z-trash-1034-runs.db');
    expect(readBackupName(id)).toEqual({ id, ...told });
  });

  it.each([
    'library.db',
    'library.db.partial',
    'library-0012-2026-11-26T213908Z-trash-1034-runs.db.partial',
    'library-0012-2026-13-26T213908Z-trash-3-runs.db',
    'library-0012-2026-11-26T213908Z-whim-3-runs.db',
    '../library-0012-2026-11-26T213908Z-trash-3-runs.db',
  ])('%s is none', (name) => expect(readBackupName(name)).toBeNull());
});
