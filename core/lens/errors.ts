/** Why code cannot be read; the words for each code live in the catalogues. */
export type LensErrorCode =
  | 'empty'
  | 'too-long'
  | 'too-many-parts'
  | 'too-deep'
  | 'too-much-work'
  | 'unknown-character'
  | 'unclosed'
  | 'unexpected'
  | 'bad-indent'
  | 'unknown-statement'
  | 'unknown-name'
  | 'unknown-call'
  | 'unknown-condition'
  | 'no-rate'
  | 'no-number';

/** Code the lens does not read: where it stopped, what stands there and what may stand there. */
export class LensError extends Error {
  override readonly name = 'LensError';
  readonly code: LensErrorCode;
  /** Position of the fault in the text, in UTF-16 units from 0. */
  readonly at: number;
  /** What was found, as a short printable string. */
  readonly given: string;
  /** What is allowed as a short printable string; empty where nothing helps. */
  readonly allowed: string;

  constructor(code: LensErrorCode, at: number, given: string, allowed = '') {
    super(`${code} at ${at}; given ${given}; allowed ${allowed}`);
    this.code = code;
    this.at = at;
    this.given = given;
    this.allowed = allowed;
  }
}

const SHORT = 40;

/** A part of the code, cut to a length that fits into a sentence. */
export function short(part: string): string {
  return part.length > SHORT ? `${part.slice(0, SHORT)}…` : part;
}
