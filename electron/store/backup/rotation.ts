import type { Backup } from '../../ipc/backups.ts';

const DAYS = 7;
const WEEKS = 4;
const MONTHS = 6;
/** Of those made for one reason, whatever the calendar says. */
const NEWEST_OF_A_REASON = 5;
const TEN_GIGABYTES = 10 * 1024 ** 3;
const LIBRARIES = 3;
/** Of these the clock must not be behind any: the very newest may have been made by the same wrong clock. */
const NEWEST_TO_TRUST = 2;

/**
 * Which backups may go. Kept are the newest of each of the last 7 days, 4 weeks and 6 months on which there
 * is one, and the newest 5 of every reason but the daily one; of these the oldest go while all of them
 * together are larger than 10 GB and than three times the library. The newest of all always stays. Nothing
 * goes while the clock is behind one of the newest two: it may be wrong about all of them. An older one from
 * the future is a clock's that was wrong then, and stops nothing.
 */
export function superfluous(
  backups: readonly Backup[],
  now: number,
  libraryBytes: number,
): readonly Backup[] {
  const newestFirst = backups.toSorted((a, b) => b.number - a.number);
  if (newestFirst.slice(0, NEWEST_TO_TRUST).some(({ at }) => at > now)) return [];
  const kept = new Set([
    ...firstOfEach(newestFirst, DAYS, day),
    ...firstOfEach(newestFirst, WEEKS, week),
    ...firstOfEach(newestFirst, MONTHS, month),
    ...newestFirst.filter((backup, i) => {
      const newer = newestFirst.slice(0, i).filter(({ reason }) => reason === backup.reason);
      return backup.reason !== 'daily' && newer.length < NEWEST_OF_A_REASON;
    }),
  ]);
  const most = Math.max(TEN_GIGABYTES, LIBRARIES * libraryBytes);
  let bytes = 0;
  return newestFirst.filter((backup, i) => {
    if (kept.has(backup)) bytes += backup.bytes;
    return i > 0 && (!kept.has(backup) || bytes > most);
  });
}

/** The newest of each of the newest `most` periods. */
function firstOfEach(
  newestFirst: readonly Backup[],
  most: number,
  period: (at: Date) => string,
): readonly Backup[] {
  const first = new Map<string, Backup>();
  for (const backup of newestFirst) {
    const key = period(new Date(backup.at));
    if (!first.has(key)) first.set(key, backup);
  }
  return [...first.values()].slice(0, most);
}

export function day(at: Date): string {
  return at.toDateString();
}

/** Weeks begin on Monday; a week is called after that day. */
function week(at: Date): string {
  const monday = new Date(at);
  monday.setDate(at.getDate() - ((at.getDay() + 6) % 7));
  return day(monday);
}

function month(at: Date): string {
  return `${at.getFullYear()}-${at.getMonth()}`;
}
