/** What is wrong with a formula; the words for each code live in the catalogues. */
export type FormulaErrorCode =
  | 'empty'
  | 'too-long'
  | 'too-many-parts'
  | 'too-deep'
  | 'unknown-character'
  | 'bad-number'
  | 'unknown-name'
  | 'missing-operand'
  | 'missing-operator'
  | 'missing-parenthesis'
  | 'unclosed-parenthesis'
  | 'unexpected-parenthesis'
  | 'unexpected-comma'
  | 'wrong-argument-count';

/** A formula that cannot be read: where the fault is, what stands there and what may stand there. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly code: FormulaErrorCode;
  /** Position of the fault in the text, in UTF-16 units from 0. */
  readonly at: number;
  /** Length of the faulty part; 0 where something is missing. */
  readonly length: number;
  /** The faulty part as a short printable string. */
  readonly given: string;
  /** What is allowed as a short printable string: `x, y, sin, cos`, `≤ 64`; empty where nothing helps. */
  readonly allowed: string;

  constructor(
    code: FormulaErrorCode,
    at: number,
    length: number,
    given: string,
    allowed: string = '',
  ) {
    super(`${code} at ${at}; given ${given}; allowed ${allowed}`);
    this.code = code;
    this.at = at;
    this.length = length;
    this.given = given;
    this.allowed = allowed;
  }
}
