/**
 * Every fault of the library, provoked for real: what SQLite or the system say becomes one of them, and has words
 * in both languages. (A gap of damaged bytes: store/damage.test.ts. A thread that throws, hangs or hoards:
 * durability/worker-faults.test.ts. A newer library: start-app.test.ts.)
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { faultOf, storeFaults, type StoreFault } from '../../../electron/ipc/faults.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { locales } from '../../../electron/ipc/preferences.ts';
import { asErrorData } from '../../../electron/main/answer.ts';
import { faultWords } from '../../../renderer/src/i18n/fault-words.ts';
import { errorSentence } from '../../../renderer/src/i18n/errors.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

afterEach(() => setLocale('en'));

function opened(path: string, options: Database.Options = {}): Database.Database {
  const db = new Database(path, options);
  onTestFinished(() => void db.close());
  return db;
}

function small(): string {
  const path = join(temporaryFolder(), 'small.db');
  const db = new Database(path);
  db.exec('CREATE TABLE t(x); INSERT INTO t VALUES (1)');
  db.close();
  return path;
}

/** What happens when it is done; throws if nothing does. */
function errorOf(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing happened');
}

/** Writes a database in a process that may write files of so many blocks of 512 bytes only. */
function errorUnderLimit(blocks: number): unknown {
  const sqlite = join(import.meta.dirname, '../../../node_modules/better-sqlite3');
  const script = `
    const Database = require(${JSON.stringify(sqlite)});
    const db = new Database(process.argv[1]);
    db.pragma('journal_mode = WAL');
    db.exec('CREATE TABLE t(x)');
    try {
      for (;;) db.prepare('INSERT INTO t VALUES (zeroblob(4096))').run();
    } catch ({ code, message }) { console.log(JSON.stringify({ code, message })); }`;
  const path = join(temporaryFolder(), 'limited.db');
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', `ulimit -f ${blocks}; exec "$0" -e "$1" "$2"`, process.execPath, script, path],
    { encoding: 'utf8' },
  );
  const { code, message } = JSON.parse(stdout || `{"message": ${JSON.stringify(stderr)}}`) as {
    code: string;
    message: string;
  };
  return Object.assign(new Error(message), { code });
}

const provocations: Readonly<Record<StoreFault, () => unknown>> = {
  'disk-full': () => {
    const db = opened(small());
    db.pragma('max_page_count = 3');
    return errorOf(() => {
      for (let i = 0; i < 10; i++) db.exec('INSERT INTO t VALUES (zeroblob(4000))');
    });
  },
  'io-error': () => errorUnderLimit(64),
  'read-only': () =>
    errorOf(() => opened(small(), { readonly: true }).exec('INSERT INTO t VALUES (2)')),
  busy: () => {
    const path = small();
    opened(path).exec('BEGIN EXCLUSIVE');
    return errorOf(() => opened(path, { timeout: 0 }).exec('INSERT INTO t VALUES (2)'));
  },
  'no-access': () => {
    const folder = join(temporaryFolder(), 'a folder');
    mkdirSync(folder);
    return errorOf(() => opened(folder).exec('SELECT 1'));
  },
  damaged: () => {
    const library = new TestLibrary();
    const id = library.newRun();
    const values = Float64Array.from({ length: 65_536 }, (_, i) => i);
    for (let i = 0; i < 4; i++) library.flush(id, chunk(i * 65_536, values));
    library.reopen(() => {
      const bytes = readFileSync(library.path);
      const db = new Database(library.path, { readonly: true });
      const root = db
        .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'chunk'")
        .pluck()
        .get() as number;
      db.close();
      bytes.fill(0x5a, (root - 1) * 4096, root * 4096);
      writeFileSync(library.path, bytes);
    });
    return errorOf(() => library.store.readValues(id, 'train/loss'));
  },
  'not-a-database': () => {
    const path = join(temporaryFolder(), 'letter.db');
    writeFileSync(path, 'Dear library, '.repeat(400));
    return errorOf(() => opened(path).exec('SELECT * FROM sqlite_schema'));
  },
};

describe.each(storeFaults)('%s', (fault) => {
  it('is told apart when it happens, and told in words', { timeout: 20_000 }, () => {
    const { code, message, details } = asErrorData(provocations[fault]());
    expect([code, faultOf(details['cause'] ?? '')]).toEqual(['store', fault]);
    for (const locale of locales) {
      setLocale(locale);
      const { title, cause, safe } = faultWords(fault);
      const sentence = errorSentence(new AppError(code, message, details));
      for (const words of [title, cause, safe]) {
        expect(words).not.toMatch(/fault\./);
        // Whoever asked for something has to try again: only the banner says that the app does.
        if (fault !== 'disk-full') expect(sentence).toContain(words);
      }
      expect(sentence).not.toMatch(/SQLITE|malformed/);
    }
  });
});

it('what is none of them is none', () => {
  expect(faultOf('SQLITE_CONSTRAINT_UNIQUE')).toBeNull();
  expect(faultOf('undefined')).toBeNull();
  expect(faultOf('ENOSPC')).toBe('disk-full');
  expect(faultOf('EROFS')).toBe('read-only');
});
