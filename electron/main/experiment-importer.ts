import { basename } from 'node:path';
import type { FileContent } from '../files/format.ts';
import { megabytes } from '../files/limits.ts';
import { readInThread, type FileToRead } from '../files/read-in-thread.ts';
import { MOST_DROPPED_BYTES, type Imported, type ImportSource } from '../ipc/experiment-files.ts';
import { AppError } from '../ipc/reply.ts';
import type { RunId } from '../ipc/run.ts';
import type { Store } from '../store/store.ts';
import type { GivenFiles } from './given-files.ts';

/** From so many runs on the library is backed up first. */
const MANY_RUNS = 100;
/** Bytes of dropped files that are held at once: the one that is read, and those that wait for it. */
const MOST_WAITING_BYTES = 2 * MOST_DROPPED_BYTES;

/** How many runs a file has, how many of them are here, and how many others lie in the trash. */
export interface AlreadyHere {
  readonly here: number;
  readonly trashed: number;
  readonly of: number;
}

/** `restore`: what lies in the trash, and nothing is taken in; only where every run is here or there. */
export type AgainAnswer = 'again' | 'restore' | 'no';

/** Whether restoring gives everything that the file holds. */
export function isRestorable({ here, trashed, of }: AlreadyHere): boolean {
  return trashed > 0 && here + trashed === of;
}

export interface ExperimentImporterOptions {
  readonly store: Pick<Store, 'findKnown' | 'beginImport' | 'changeRuns'>;
  /** The script of the thread that reads files. */
  readonly script: URL;
  /** Files the system has given. */
  readonly given: Pick<GivenFiles, 'take'>;
  /** Asks a person for a file; null if they cancelled. */
  readonly askPath: () => Promise<string | null>;
  /** Asks what to do with a file of which runs are here already. */
  readonly askAgain: (file: string, known: AlreadyHere) => Promise<AgainAnswer>;
  /** Makes a backup of the library; one that cannot be made stops no import, which can be undone anyway. */
  readonly backUp: () => Promise<unknown>;
  /** These runs came, or came back, which can be taken back. */
  readonly came: (ids: readonly RunId[]) => void;
  /** Of runs that did not arrive something may be left to delete. */
  readonly left: () => void;
  /** Other than `MOST_WAITING_BYTES`. */
  readonly mostWaitingBytes?: number;
}

/**
 * Takes in runs from files, all that a file holds or nothing, and hands on what it gives to do. Files that come
 * while one is taken in wait for it, in their order: whoever drops one has nothing to try again.
 */
export class ExperimentImporter {
  readonly #options: ExperimentImporterOptions;
  #last: Promise<unknown> = Promise.resolve();
  /** Bytes of the dropped files that are not taken in yet. */
  #waiting = 0;
  #asking = false;
  #over = false;

  constructor(options: ExperimentImporterOptions) {
    this.#options = options;
  }

  /** Null where there is no file, or where somebody is being asked for one already. Throws AppError 'bad-file'. */
  async import(source: ImportSource): Promise<Imported | 'declined' | null> {
    const file = await this.#fileOf(source);
    if (file === null) return null;
    const bytes = typeof source === 'object' ? source.bytes.length : 0;
    this.#refuseBeyond(file.name, bytes);
    this.#waiting += bytes;
    const taken = this.#last
      .then(() => (this.#over ? null : this.#take(file)))
      .finally(() => (this.#waiting -= bytes));
    this.#last = taken.catch(() => undefined);
    return taken;
  }

  /** What is still being read or asked is not taken in any more: the library is about to be closed. */
  shutdown(): Promise<void> {
    this.#over = true;
    return Promise.resolve();
  }

  /** A file that is read from the disk waits by its name. */
  #refuseBeyond(file: string, bytes: number): void {
    const most = this.#options.mostWaitingBytes ?? MOST_WAITING_BYTES;
    const all = this.#waiting + bytes;
    if (bytes === 0 || all <= most) return;
    const [given, allowed] = [megabytes(all), megabytes(most)];
    const details = { file, fault: 'too-many-waiting', given, allowed };
    throw new AppError('bad-file', `${file}: ${given} would wait`, details);
  }

  async #fileOf(source: ImportSource): Promise<FileToRead | null> {
    if (typeof source === 'object') return source;
    const path = source === 'given' ? this.#options.given.take() : await this.#askOnce();
    return path === null ? null : { path, name: basename(path) };
  }

  async #askOnce(): Promise<string | null> {
    if (this.#asking) return null;
    this.#asking = true;
    try {
      return await this.#options.askPath();
    } finally {
      this.#asking = false;
    }
  }

  /** Slice by slice, so that everything else has its turn; null where the library is about to be closed. */
  async #write(content: FileContent, file: string): Promise<readonly RunId[] | null> {
    const arriving = this.#options.store.beginImport(content, file);
    try {
      while (arriving.writeSome()) {
        await new Promise((resolve) => setImmediate(resolve));
        if (this.#over) {
          arriving.abandon();
          return null;
        }
      }
      return arriving.arrive();
    } catch (error) {
      arriving.abandon();
      this.#options.left();
      throw error;
    }
  }

  async #take(from: FileToRead): Promise<Imported | 'declined' | null> {
    const { name: file } = from;
    const { store, script, askAgain, backUp, came } = this.#options;
    const content = await refusalOf(file, readInThread(script, from));
    if (this.#over) return null;
    const { assignment } = content;
    const runs = content.experiments.flatMap((experiment) => experiment.runs);
    const nothing = { file, runIds: [], restored: false, assignment, logs: [] };
    if (runs.length === 0) return nothing;
    const find = () => store.findKnown(runs.map(({ origin }) => origin));
    const { here, trashed } = find();
    const known = { here, trashed: trashed.length, of: runs.length };
    const isKnown = here + trashed.length > 0;
    const answer = isKnown ? await askAgain(file, known) : 'again';
    if (this.#over) return null;
    if (answer === 'no') return assignment ? nothing : 'declined';
    if (answer === 'restore') {
      // While that was asked, their time in the trash may have ended.
      const runIds = store.changeRuns(find().trashed, { trashed: false });
      came(runIds);
      return { ...nothing, runIds, restored: true };
    }
    if (runs.length >= MANY_RUNS) await backUp();
    if (this.#over) return null;
    const runIds = await this.#write(content, file);
    if (runIds === null) return null;
    came(runIds);
    return { ...nothing, runIds, logs: runs.flatMap(({ log }) => log ?? []) };
  }
}

/** A refusal names the file. */
async function refusalOf<T>(file: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, `${file}: ${error.message}`, { ...error.details, file });
  }
}
