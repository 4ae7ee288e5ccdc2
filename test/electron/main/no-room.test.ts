/**
 * The disk has no more room in the middle of a backup, an export, an import: for real, where the system limits the
 * size of files, gives a device that is full, or SQLite the size of a library. Nothing half-written stays, it is
 * said, and it goes on when there is room.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { locales } from '../../../electron/ipc/preferences.ts';
import { AppError, type AppErrorData } from '../../../electron/ipc/reply.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { tablesOf } from '../../../electron/store/backup/census.ts';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import type { Store } from '../../../electron/store/store.ts';
import { errorSentence } from '../../../renderer/src/i18n/errors.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { bowl } from '../../support/experiments.ts';
import { everythingOf, exported } from '../../support/files/library-files.ts';
import { Lab } from '../../support/lab.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

afterEach(() => setLocale('en'));

const CHUNKS = 32;
const POINTS = 4096;
const config = bowl({ totalSteps: 1_000_000 });

function add(library: TestLibrary, name: string, chunks: readonly MetricChunk[]): RunId {
  const [id] = library.store.createExperiment('e', [{ name, config }], 'test').runIds;
  for (const one of chunks) library.flush(id!, one);
  library.store.setState(id!, 'stopped', 'user');
  return id!;
}

/** One megabyte. */
const addLarge = (library: TestLibrary): RunId =>
  add(
    library,
    'large',
    Array.from({ length: CHUNKS }, (_, i) => {
      const values = Float64Array.from({ length: POINTS }, (_none, j) => Math.sin(i * POINTS + j));
      return chunk(i * POINTS, values);
    }),
  );

const addSmall = (library: TestLibrary): RunId => add(library, 'small', [chunk(0, [3, 2, 1])]);

/** What a person reads, in both languages; throws where it is a code of SQLite or the system. */
function sentences({ code, message, details }: AppErrorData): readonly string[] {
  return locales.map((locale) => {
    setLocale(locale);
    const sentence = errorSentence(new AppError(code, message, details));
    expect(sentence).not.toMatch(/SQLITE|EFBIG|ENOSPC|error\.|fault\./);
    return sentence;
  });
}

// Windows has no such limit of a process.
describe.runIf(process.platform !== 'win32')('files may not become larger than 1.3 MB', () => {
  const limited = join(import.meta.dirname, '../../support/library/limited-process.ts');
  /** Of 512 bytes. */
  const BLOCKS = 2600;
  let folder: string;

  interface Said {
    readonly said: readonly ('done' | AppErrorData)[];
    /** The folder that files are written to, after each attempt. */
    readonly left: readonly (readonly string[])[];
    readonly names: readonly string[];
    readonly failure: AppErrorData | null;
  }

  function doIt(work: string, blocks: number | 'unlimited'): Said {
    const script = `ulimit -f ${blocks} && exec "$0" "$@"`;
    const args = ['-c', script, process.execPath, limited, work, folder];
    return JSON.parse(execFileSync('sh', args, { encoding: 'utf8' })) as Said;
  }

  const under = (name: string): readonly string[] => readdirSync(join(folder, name)).sort();

  beforeEach(async () => {
    folder = temporaryFolder();
    const library = new TestLibrary(join(folder, 'data/library.db'));
    const [large, small] = [addLarge(library), addSmall(library)];
    writeFileSync(join(folder, 'large.downhill'), await exported(library.store, [large]));
    writeFileSync(join(folder, 'small.downhill'), await exported(library.store, [small]));
    library.close();
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/file'), 'what was there before');
  });

  it('a backup is none, those before stay, and the next one is made', () => {
    expect(doIt('backup', 'unlimited').said).toEqual(['done']);
    const [good] = under('backups');
    const before = readFileSync(join(folder, 'backups', good!));
    const { said, failure } = doIt('backup', BLOCKS);
    const [error] = said as [AppErrorData];
    expect(error).toMatchObject({ code: 'store', details: { cause: /SQLITE_(IOERR|FULL)/ } });
    expect(failure).toEqual(error);
    expect(new Set(sentences(error)).size).toBe(2);
    expect(under('backups')).toEqual([good]);
    expect(readFileSync(join(folder, 'backups', good!)).equals(before)).toBe(true);
    expect(doIt('backup', 'unlimited').said).toEqual(['done']);
    expect(under('backups')).toHaveLength(2);
  });

  it.each(['export', 'csv'])(
    '%s leaves what was there before; a smaller one is written',
    (work) => {
      const { said, left } = doIt(work, BLOCKS);
      const [error, smaller] = said as readonly AppErrorData[];
      expect([error, smaller]).toMatchObject([
        { code: 'file', details: { cause: 'EFBIG' } },
        'done',
      ]);
      expect(new Set(sentences(error!)).size).toBe(2);
      expect(left).toEqual([['file'], ['file']]);
      const small = readFileSync(join(folder, 'out/file'));
      expect(small.toString()).not.toContain('there before');
      expect(doIt(work, 'unlimited').said).toEqual(['done', 'done']);
      expect(readFileSync(join(folder, 'out/file')).equals(small)).toBe(true);
      expect(under('out')).toEqual(['file']);
    },
  );

  it('an import takes nothing in; a smaller one comes in by the same connection', () => {
    const library = join(folder, 'data/library.db');
    const other = new TestLibrary(join(temporaryFolder(), 'library.db'));
    other.close();
    writeFileSync(library, readFileSync(other.path));
    const { said, names } = doIt('import', BLOCKS / 2);
    const [error, smaller] = said as readonly AppErrorData[];
    expect([error, smaller]).toMatchObject([{ code: 'store' }, 'done']);
    expect(new Set(sentences(error!)).size).toBe(2);
    expect(names).toEqual(['small']);
    expect(doIt('import', 'unlimited')).toMatchObject({ names: ['small', 'large', 'small'] });
    const whole = new TestLibrary(library);
    const runs = whole.store.listRuns({ limit: 10, trashed: false });
    expect(runs.map(({ id }) => whole.store.readRun(id).series[0]!.points)).toEqual([
      3,
      CHUNKS * POINTS,
      3,
    ]);
  });
});

/** Connections that are opened from now on, in order. */
function watchConnections(): readonly Database.Database[] {
  const seen = new Set<Database.Database>();
  const list: Database.Database[] = [];
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function (this: Database.Database, ...args) {
    if (!seen.has(this)) list.push(this);
    seen.add(this);
    return pragma.apply(this, args);
  };
  onTestFinished(() => void (Database.prototype.pragma = pragma));
  return list;
}

describe('the library may not grow', () => {
  const stateOf = (db: Database.Database, store: Store): unknown => ({
    rows: tablesOf(db).map((table) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()),
    runs: store.listRuns({ limit: 10, trashed: false }).map(({ id }) => everythingOf(store, id)),
    history: store.historyState(),
    found: store.searchRuns('large'),
  });

  it('an import takes nothing in, says that the disk is full, and does when there is room', async () => {
    const source = new TestLibrary();
    addLarge(source);
    const bytes = await exported(source.store, null);
    const connections = watchConnections();
    const lab = new Lab();
    const { store } = lab.world;
    const db = connections.find(({ name }) => name.endsWith(lab.world.libraryPath))!;
    const before = stateOf(db, store);
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages + 100}`);
    const file = { name: 'large.downhill', bytes };
    const reply = await lab.send('experiments:import', [file]);
    expect(reply).toMatchObject({ ok: false, error: { code: 'store' } });
    const { error } = reply as { readonly error: AppErrorData };
    expect(error.details).toEqual({ cause: 'SQLITE_FULL' });
    expect(sentences(error).join()).toMatch(/disk is full.*磁盘|磁盘.*disk is full/is);
    expect(stateOf(db, store)).toEqual(before);
    db.pragma(`max_page_count = ${2 ** 30}`);
    const taken = await lab.ask('experiments:import', file);
    expect(taken).toMatchObject({ file: 'large.downhill' });
    expect(await exported(store, null)).toEqual(bytes);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

// The device that is always full is Linux's.
describe.runIf(process.platform === 'linux')('the disk of an export is full', () => {
  it.each([
    ['experiments:export', (id: RunId): readonly unknown[] => [[id]]],
    ['run:export', (id: RunId): readonly unknown[] => [id, 'csv']],
  ] as const)('%s says so, leaves what was there, and goes on', async (channel, args) => {
    const lab = new Lab();
    const library = lab.world.store;
    const [id] = library.createExperiment('e', [{ name: 'r', config }], 'test').runIds;
    lab.savePath = join(temporaryFolder(), 'out');
    writeFileSync(lab.savePath, 'before');
    const beside = `${lab.savePath}.${process.pid}.partial`;
    symlinkSync('/dev/full', beside);
    const reply = await lab.send(channel, args(id!));
    const { error } = reply as { readonly error: AppErrorData };
    expect(error).toMatchObject({ code: 'file', details: { cause: 'ENOSPC' } });
    expect(new Set(sentences(error)).size).toBe(2);
    expect(readFileSync(lab.savePath, 'utf8')).toBe('before');
    expect(readdirSync(dirname(lab.savePath))).toEqual(['out']);
    expect(await lab.send(channel, args(id!))).toMatchObject({ ok: true });
    expect(readFileSync(lab.savePath, 'utf8')).not.toBe('before');
  });
});
