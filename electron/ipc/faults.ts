/** What can be wrong with the library's file or its disk, whatever SQLite and the system call it. */
export const storeFaults = [
  'disk-full',
  'io-error',
  'read-only',
  'busy',
  'no-access',
  'damaged',
  'not-a-database',
] as const;

export type StoreFault = (typeof storeFaults)[number];

/** By the beginnings of SQLite's codes, and the system's own. */
const codes: readonly (readonly [StoreFault, RegExp])[] = [
  ['disk-full', /^(SQLITE_FULL|ENOSPC|EDQUOT)/],
  ['io-error', /^(SQLITE_IOERR|EIO|EFBIG)/],
  ['read-only', /^(SQLITE_READONLY|EROFS)/],
  ['busy', /^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/],
  ['no-access', /^(SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM)/],
  ['damaged', /^SQLITE_CORRUPT/],
  ['not-a-database', /^SQLITE_NOTADB/],
];

/** The fault that a code of SQLite or of the system stands for; null for none of these. */
export function faultOf(code: string): StoreFault | null {
  return codes.find(([, pattern]) => pattern.test(code))?.[0] ?? null;
}
