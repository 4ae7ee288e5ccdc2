import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { ReplacedLibrary } from '../ipc/backups.ts';
import { StoreRefusedError } from '../store/refused.ts';
import { writeFileAtomically } from './write-file.ts';

/** Days of use for which a library that was replaced is kept. */
const KEPT_DAYS = 30;
const USUAL = 'library.db';
const POINTER = 'library.json';

const fileName = z.string().regex(/^library(-\d+)?\.db$/);
const pointer = z.object({
  file: fileName,
  replaced: z.array(
    z.object({
      file: fileName,
      at: z.number(),
      runs: z.number().nullable(),
      days: z.int().min(0),
      lastDay: z.string(),
      /** It could not be opened: the app never deletes it. */
      stays: z.exactOptional(z.literal(true)),
    }),
  ),
});

type Pointer = z.infer<typeof pointer>;

/**
 * Which file of the data folder is the library: `library.db`, until another was restored. Then `library.json`
 * says which, and which were there before. Restoring writes a new file and then, in one rename, this pointer,
 * so that at every moment the one or the other is the library; no file that is, or was, one is written over.
 */
export class LibraryPlace {
  readonly #folder: string;
  readonly #now: () => number;

  constructor(folder: string, now: () => number) {
    this.#folder = folder;
    this.#now = now;
  }

  /** Throws StoreRefusedError where the pointer cannot be read, or what it names is gone: no new library grows then. */
  get path(): string {
    const told = this.#read();
    const path = join(this.#folder, told.file);
    if (told.file !== USUAL && !existsHere(path)) {
      throw new StoreRefusedError('not-a-file', path, 'nothing', 'a file');
    }
    return path;
  }

  /** Newest first. */
  get replaced(): readonly ReplacedLibrary[] {
    return this.#read().replaced.map(({ file, at, runs, days, stays }) => ({
      id: file,
      at,
      runs,
      bytes: bytesOf(join(this.#folder, file)),
      daysLeft: stays ? null : Math.max(0, KEPT_DAYS - days),
    }));
  }

  pathOf({ id }: Pick<ReplacedLibrary, 'id'>): string {
    return join(this.#folder, id);
  }

  /** A path in the folder at which nothing is and nothing was. */
  newPath(): string {
    const { file, replaced } = this.#read();
    const taken = [USUAL, file, ...replaced.map((old) => old.file)];
    let number = 2;
    const name = (): string => `library-${number}.db`;
    while (taken.includes(name()) || existsHere(join(this.#folder, name()))) number++;
    return join(this.#folder, name());
  }

  /**
   * From now on, the file at `path` is the library. The present one, of so many runs, is kept for a while; one that cannot
   * be opened any more, null, for ever.
   */
  replaceBy(path: string, runs: number | null): void {
    const { file, replaced } = this.#read();
    const old = { file, at: this.#now(), runs, days: 0, lastDay: this.#today };
    const kept = runs === null ? { ...old, stays: true as const } : old;
    const isFile = statSync(join(this.#folder, file), { throwIfNoEntry: false })?.isFile();
    this.#write({ file: basename(path), replaced: isFile ? [kept, ...replaced] : replaced });
  }

  /**
   * From now on a new file, which is empty, is the library; the present one, which cannot be opened, stays as it is.
   * Where a version comes that can open it, it is restored like any that was replaced.
   */
  beginNew(): void {
    const path = this.newPath();
    writeFileSync(path, '', { flag: 'wx' });
    this.replaceBy(path, null);
  }

  /** Takes back the last replacement: what was restored, a copy, cannot be opened, and goes. */
  takeBack(): void {
    const { file, replaced } = this.#read();
    const [last, ...others] = replaced;
    if (!last) return;
    this.#write({ file: last.file, replaced: others });
    removeLibrary(join(this.#folder, file));
  }

  /** Counts today for every library that was replaced, and deletes those whose time is over; which. */
  countDay(): readonly string[] {
    const told = this.#read();
    const today = this.#today;
    if (told.replaced.every(({ lastDay, stays }) => stays || lastDay === today)) return [];
    const counted = told.replaced.map((old) =>
      old.stays || old.lastDay === today ? old : { ...old, days: old.days + 1, lastDay: today },
    );
    const over = counted.filter(({ days }) => days > KEPT_DAYS);
    // First the pointer: a name in it is a file that is there.
    this.#write({ ...told, replaced: counted.filter((old) => !over.includes(old)) });
    for (const { file } of over) removeLibrary(join(this.#folder, file));
    return over.map(({ file }) => file);
  }

  get #today(): string {
    return new Date(this.#now()).toDateString();
  }

  #read(): Pointer {
    const path = join(this.#folder, POINTER);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      if (isAbsent(error)) return { file: USUAL, replaced: [] };
      throw error;
    }
    try {
      return pointer.parse(JSON.parse(text));
    } catch {
      throw new StoreRefusedError('pointer', path, text.slice(0, 80), '{"file": "library.db"}');
    }
  }

  #write(told: Pointer): void {
    writeFileAtomically(join(this.#folder, POINTER), `${JSON.stringify(told, null, 2)}\n`);
  }
}

function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT';
}

function existsHere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function bytesOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function removeLibrary(path: string): void {
  for (const part of ['', '-wal', '-journal', '-shm']) rmSync(path + part, { force: true });
}
