/** What is wrong with a configuration value; the words for each code live in the catalogues. */
export type ConfigErrorCode =
  | 'not-an-object'
  | 'missing'
  | 'unknown-field'
  | 'unknown-choice'
  | 'not-a-number'
  | 'not-an-integer'
  | 'not-a-boolean'
  | 'not-a-text'
  | 'bad-formula'
  | 'too-deep'
  | 'out-of-range'
  | 'wrong-length'
  | 'repeated'
  | 'not-shared'
  | 'unsupported-version'
  | 'too-many-points';

/** A configuration that cannot run: where the fault is, what was given and what is allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code: ConfigErrorCode;
  /** Path to the value, for instance `optimizer.params.momentum`. */
  readonly path: string;
  /** The offending value as a short printable string. */
  readonly given: string;
  /** The allowed values as a short printable string: `0 < x ≤ 1`, `step, epoch, sample`. */
  readonly allowed: string;

  constructor(code: ConfigErrorCode, path: string, given: string, allowed: string) {
    super(`${path}: ${code}; given ${given}; allowed ${allowed}`);
    this.code = code;
    this.path = path;
    this.given = given;
    this.allowed = allowed;
  }
}
