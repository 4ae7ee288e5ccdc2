import { closeSync, fsync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { syncFolder } from '../store/durable-file.ts';

const sync = promisify(fsync);

/** Writes a whole file or none of it: temporary file, flush to disk, rename. */
export function writeFileAtomically(path: string, content: string | Uint8Array): void {
  const temporary = new TemporaryFile(path);
  try {
    temporary.add(content);
    temporary.complete();
  } catch (error) {
    temporary.discard();
    throw error;
  }
}

/** The same for long content that comes in blocks; other work gets its turn between them. */
export async function writeBlocksAtomically(
  path: string,
  blocks: Iterable<string | Uint8Array>,
): Promise<void> {
  const temporary = new TemporaryFile(path);
  try {
    for (const block of blocks) {
      temporary.add(block);
      await turn();
    }
    await temporary.settle();
    temporary.complete();
  } catch (error) {
    temporary.discard();
    throw error;
  }
}

/** A file beside its goal, which takes the goal's name when it is whole and on the disk. */
class TemporaryFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: number;
  #open = true;

  constructor(path: string) {
    this.#path = path;
    this.#temporary = `${path}.${process.pid}.partial`;
    this.#file = openSync(this.#temporary, 'w');
  }

  add(content: string | Uint8Array): void {
    writeFileSync(this.#file, content);
  }

  /** Has the system write it to the disk, which may take a while, without holding anybody up. */
  async settle(): Promise<void> {
    await sync(this.#file);
  }

  complete(): void {
    fsyncSync(this.#file);
    this.#close();
    renameSync(this.#temporary, this.#path);
    syncFolder(dirname(this.#path));
  }

  discard(): void {
    this.#close();
    rmSync(this.#temporary, { force: true });
  }

  #close(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
  }
}
