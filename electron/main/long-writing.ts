import { AppError } from '../ipc/reply.ts';
import { writeBlocksAtomically } from './write-file.ts';

class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** Writes long files, one at a time; the one that is being written can be cancelled. */
export class LongWriting {
  #busy = false;
  #cancelled = false;
  #over = false;
  #writing: Promise<unknown> = Promise.resolve();

  /** Whether the library is being closed: nothing may be read from it any more. */
  get over(): boolean {
    return this.#over;
  }

  /** All about one file, from the question on. Throws AppError while there is another. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy) {
      throw new AppError('wrong-state', 'a file is being exported', { state: 'exporting' });
    }
    this.#busy = true;
    try {
      return await work();
    } finally {
      this.#busy = false;
    }
  }

  /** Whether it was written; false where it was cancelled, and there is no file then. */
  async write(path: string, blocks: Iterable<string | Uint8Array>): Promise<boolean> {
    this.#cancelled = this.#over;
    const writing = writeBlocksAtomically(path, this.#untilCancelled(blocks));
    this.#writing = writing.catch(() => undefined);
    try {
      await writing;
      return true;
    } catch (error) {
      if (error instanceof CancelledError) return false;
      throw error;
    }
  }

  /** Ends the writing of a file; one that is complete stays. */
  cancel(): void {
    this.#cancelled = true;
  }

  /** Cancels, and waits until nothing is left of it. A person who is still being asked is not waited for. */
  async shutdown(): Promise<void> {
    this.#over = true;
    this.cancel();
    await this.#writing;
  }

  *#untilCancelled<T>(blocks: Iterable<T>): Generator<T, void> {
    if (this.#cancelled) throw new CancelledError();
    for (const block of blocks) {
      yield block;
      // Before the next is read: the library may be closed by then.
      if (this.#cancelled) throw new CancelledError();
    }
  }
}
