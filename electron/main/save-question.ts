import type { FILE_EXTENSION } from '../ipc/experiment-files.ts';
import type { PageFile, RunFormat } from '../ipc/files.ts';
import { AppError } from '../ipc/reply.ts';

export type SavedKind = PageFile['kind'] | RunFormat | 'pdf' | typeof FILE_EXTENSION;

/** Asks where to save; a path, or null if the person cancelled. */
export type AskSavePath = (suggestedName: string, kind: SavedKind) => Promise<string | null>;

/** Asks a person where to save, one question at a time. */
export class SaveQuestion {
  readonly #ask: AskSavePath;
  #asking = false;

  constructor(ask: AskSavePath) {
    this.#ask = ask;
  }

  async ask(...[suggestedName, kind]: Parameters<AskSavePath>): ReturnType<AskSavePath> {
    if (this.#asking) {
      throw new AppError('wrong-state', 'a save dialog is open', { state: 'asking', allowed: '1' });
    }
    this.#asking = true;
    try {
      return await this.#ask(suggestedName, kind);
    } finally {
      this.#asking = false;
    }
  }
}
