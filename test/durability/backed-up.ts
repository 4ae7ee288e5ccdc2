/** A library whose every value is known, and what is left of it and its backups after a kill. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { LibraryPlace } from '../../electron/main/library-place.ts';
import { listBackups } from '../../electron/store/backup/backup-folder.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { bowl } from '../support/experiments.ts';
import { rowsOf } from '../support/library/rows.ts';

/** Runs that are in the library before the first kill, and the chunks of each: some ten megabytes. */
const RUNS = 40;
const CHUNKS = 8;
const POINTS = 4096;

export function chunkNumber(index: number): MetricChunk {
  const values = Float64Array.from({ length: POINTS }, (_, i) => Math.sin(index * POINTS + i));
  return { metric: 'train/loss', first: index * POINTS, stride: 1, values };
}

export function makeLibrary(path: string): void {
  const store = openStore({ path, now: Date.now });
  for (let run = 0; run < RUNS; run++) {
    const [id] = store.createExperiment(
      'e',
      [{ name: `base ${run}`, config: bowl() }],
      'test',
    ).runIds;
    for (let i = 0; i < CHUNKS; i++) {
      store.flush([{ id: id!, step: 10, chunks: [chunkNumber(i)], checkpoint: null }]);
    }
    store.setState(id!, 'finished', 'max-steps');
  }
  store.close();
}

export const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

/** What must not be, in words: after a kill at any moment both the library and every backup are whole. */
export function faultsAfterKill(root: string, goodBackup: string, goodHash: string): string[] {
  const faults: string[] = [];
  const folder = join(root, 'backups');
  const look = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      faults.push(`${what}: ${String(error)}`);
    }
  };
  look('the good backup', () => {
    if (hashOf(join(folder, goodBackup)) !== goodHash) throw new Error('it is another');
  });
  const backups = listBackups(folder);
  for (const { id } of backups) look(id, () => checkFile(join(folder, id)));
  look('the library', () => {
    const { path } = new LibraryPlace(join(root, 'data'), Date.now);
    const store = openStore({ path, now: Date.now });
    try {
      checkBase(store);
    } finally {
      store.close();
    }
    checkFile(path);
  });
  look('a restored one', () => {
    const [newest] = backups;
    const source = join(folder, newest!.id);
    const copy = join(root, 'drill', 'library.db');
    mkdirSync(join(root, 'drill'), { recursive: true });
    copyFileSync(source, copy);
    const store = openStore({ path: copy, now: Date.now });
    try {
      checkBase(store);
    } finally {
      store.close();
    }
    const [before, after] = [rowsOf(source), rowsOf(copy)];
    for (const table of Object.keys(before)) {
      // A run that the backup was made in the middle of is interrupted in it.
      if (table === 'run' && before[table]!.length === after[table]?.length) continue;
      if (JSON.stringify(before[table]) !== JSON.stringify(after[table])) {
        throw new Error(`${table} has other rows`);
      }
    }
  });
  return faults;
}

/** Every run there was before the first kill, with every value. */
function checkBase(store: Store): void {
  const runs = store.listRuns({ limit: 1000, trashed: false });
  const base = runs.filter(({ name }) => name.startsWith('base'));
  if (base.length !== RUNS) throw new Error(`${base.length} of ${RUNS} runs are there`);
  for (const { id } of base) checkValues(store, id);
}

function checkValues(store: Store, id: RunId): void {
  const found = store.readValues(id, 'train/loss').flatMap(({ values }) => [...values]);
  const wrong = found.findIndex((value, i) => !Object.is(value, Math.sin(i)));
  if (found.length !== CHUNKS * POINTS || wrong >= 0) {
    throw new Error(`run ${id} has ${found.length} values, wrong at ${wrong}`);
  }
}

function checkFile(path: string): void {
  const db = new Database(path, { readonly: true });
  try {
    const integrity: unknown = db.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') throw new Error(`integrity_check: ${String(integrity)}`);
    const runs = db.prepare("SELECT count(*) FROM run WHERE name LIKE 'base%'").pluck().get();
    if (runs !== RUNS) throw new Error(`${String(runs)} of ${RUNS} runs`);
  } finally {
    db.close();
  }
}
