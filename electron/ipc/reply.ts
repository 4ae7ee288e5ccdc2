/** What can go wrong across the boundary. Errors travel as data: only messages survive `ipcRenderer.invoke`. */
export type AppErrorCode =
  | 'bad-arguments'
  | 'bad-config'
  | 'unknown-run'
  | 'wrong-state'
  | 'in-trash'
  | 'no-settings'
  | 'other-engine'
  | 'other-rates'
  | 'foreign-sender'
  | 'too-many-runs'
  | 'too-large'
  | 'too-many-trials'
  | 'sweep-too-long'
  | 'too-many-tags'
  | 'too-many-views'
  | 'bad-file'
  | 'too-much-to-export'
  | 'superseded'
  | 'no-space'
  | 'not-printed'
  | 'no-pdf'
  | 'backup-unlike'
  | 'unknown-backup'
  | 'refused-library'
  | 'store'
  | 'file'
  | 'internal';

export interface AppErrorData {
  readonly code: AppErrorCode;
  /** For logs and bug reports, in English; people read the catalogue's words for the code. */
  readonly message: string;
  /** What the words need: path, given, allowed, state, … */
  readonly details: Readonly<Record<string, string>>;
}

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppErrorData };

/** An error that is meant for the page: thrown by handlers, sent as data. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: AppErrorCode, message: string, details: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** What of an error travels. */
export function dataOf({ code, message, details }: AppError): AppErrorData {
  return { code, message, details };
}
