import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isImportFile } from '../ipc/experiment-files.ts';

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

/** Files to import among the words of a command line, as whole paths. */
export function filesAmong(argv: readonly string[], folder: string): readonly string[] {
  return argv.slice(1).flatMap((word) => {
    const path = pathOf(word, folder);
    return path !== null && isImportFile(path) ? [path] : [];
  });
}

/**
 * Desktops of Linux give addresses, `file:///home/%E4%B8%8B.downhill`, for paths. Null: it is an option, or the
 * address of something that is no file of this system.
 */
function pathOf(word: string, folder: string): string | null {
  if (word.startsWith('-')) return null;
  if (/^file:/i.test(word)) return pathOfAddress(word);
  return /^[a-z][a-z\d+.-]*:\/\//i.test(word) ? null : resolve(folder, word);
}

function pathOfAddress(address: string): string | null {
  try {
    return fileURLToPath(address);
  } catch {
    return null;
  }
}
