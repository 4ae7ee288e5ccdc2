import { resolve } from 'node:path';
import { FILE_EXTENSION } from '../ipc/experiment-files.ts';

/** Files the system has given to be opened, until somebody takes them; it may do so before the app is ready. */
export class GivenFiles {
  readonly #waiting: string[] = [];
  #follow: () => void = () => undefined;

  add(...paths: readonly string[]): void {
    this.#waiting.push(...paths);
    if (paths.length > 0) this.#follow();
  }

  /** The oldest that nobody has taken; null if there is none. */
  take(): string | null {
    return this.#waiting.shift() ?? null;
  }

  /** Calls this whenever files come. */
  follow(told: () => void): void {
    this.#follow = told;
  }
}

/** Files of experiments among the words of a command line, as whole paths. */
export function filesAmong(argv: readonly string[], folder: string): readonly string[] {
  return argv
    .slice(1)
    .filter((word) => !word.startsWith('-') && word.endsWith(`.${FILE_EXTENSION}`))
    .map((word) => resolve(folder, word));
}
