/** Why a library cannot be opened; the words for each code are in the catalogues of main. */
export type StoreRefusal =
  'newer' | 'foreign' | 'not-a-database' | 'not-a-file' | 'locked' | 'unreadable' | 'damaged';

/** A library that is left exactly as it was found, with what a person needs to know about it. */
export class StoreRefusedError extends Error {
  override readonly name = 'StoreRefusedError';
  readonly code: StoreRefusal;
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
