/**
 * Why a library cannot be opened; the words for each code are in the catalogues of main.
 *
 * - `newer`           its schema is of a later version than this app knows
 * - `foreign`         an SQLite file of another program
 * - `not-a-database`  a file, but no SQLite database
 * - `not-a-file`      a folder, a pipe, a device, or a link to nothing
 * - `locked`          another process (or this one) has it open
 * - `unreadable`      the system does not let us read and write it, or not in the safe way
 * - `damaged`         ours, but its pages contradict each other
 * - `pointer`         what says which file is the library cannot be read
 */
export type StoreRefusal =
  | 'newer'
  | 'foreign'
  | 'not-a-database'
  | 'not-a-file'
  | 'locked'
  | 'unreadable'
  | 'damaged'
  | 'pointer';

/**
 * A library that is not opened, with what a person needs to know about it. What is not ours, newer,
 * locked or no file is left as it was to the byte, its log too; of a damaged one no row was changed.
 */
export class StoreRefusedError extends Error {
  override readonly name = 'StoreRefusedError';
  readonly code: StoreRefusal;
  /** The real path, symbolic links resolved. */
  readonly path: string;
  /** What was found, in a few words or numbers: the newer version, the table that is damaged, … */
  readonly found: string;
  /** What this app supports. */
  readonly supported: string;

  constructor(code: StoreRefusal, path: string, found: string, supported: string) {
    super(`${path}: ${code}; found ${found}; supported ${supported}`);
    this.code = code;
    this.path = path;
    this.found = found;
    this.supported = supported;
  }
}
