/** A page of the word index that is really damaged: runs begin, change and are found all the same. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunId } from '../../../electron/ipc/run.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { bowl } from '../../support/experiments.ts';
import { TestLibrary } from '../../support/library/libraries.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const PAGE = 4096;
const RUNS = 400;

let library: TestLibrary;
let first: RunId;

/** Made once, and copied for each test. */
const folder = mkdtempSync(join(tmpdir(), 'downhill-index-'));
const whole = join(folder, 'library.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  const store = openStore({ path: whole, now: () => 1_000 });
  const runs = Array.from({ length: RUNS }, (_, i) => ({
    name: `run ${i} 学习率`,
    config: bowl(),
  }));
  const { runIds } = store.createExperiment('experiment', runs, 'test');
  for (const id of runIds) store.setState(id, 'finished', 'max-steps');
  first = runIds[0]!;
  store.changeRuns([first], { note: '开头' });
  store.close();
});

beforeEach(() => {
  const path = join(temporaryFolder(), 'library.db');
  copyFileSync(whole, path);
  library = new TestLibrary(path);
});

/** Fills a page with nonsense: the root of a table of the index, or the page its root points to first. */
function damage(table: string, below: boolean): void {
  library.reopen(() => {
    const db = new Database(library.path, { readonly: true });
    let page = db
      .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
      .pluck()
      .get(table) as number;
    db.close();
    const bytes = readFileSync(library.path);
    if (below) {
      const start = (page - 1) * PAGE;
      expect([2, 5], 'the root points to pages').toContain(bytes[start]);
      page = bytes.readUInt32BE(start + 8);
    }
    bytes.fill(0x5a, (page - 1) * PAGE, page * PAGE);
    writeFileSync(library.path, bytes);
  });
}

const found = (text: string): number => library.store.searchRuns(text).length;

describe.each([
  ['run_words_data', false],
  ['run_words_data', true],
  ['run_words_docsize', false],
  ['run_words_idx', false],
  ['run_words_config', false],
])('a damaged page of %s (below its root: %s)', (table, below) => {
  beforeEach(() => damage(table, below));

  it('lets new runs begin, and finds them and all others, over restarts', () => {
    const added = library.newRun('新的');
    expect(library.store.searchRuns('新的')).toEqual([added]);
    expect(found('学习')).toBe(RUNS);
    expect(library.store.searchRuns('开头')).toEqual([first]);
    library.reopen();
    const later = library.newRun('新的');
    expect(library.store.searchRuns('新的')).toEqual([later, added]);
    expect(found('学习')).toBe(RUNS);
  });

  it('lets runs change, leave, and be undone', () => {
    library.store.changeRuns([first], { name: '改名', note: '结尾' });
    expect(library.store.searchRuns('改名 结尾')).toEqual([first]);
    expect(found('开头')).toBe(0);
    library.store.undo();
    expect(library.store.searchRuns('开头')).toEqual([first]);
    library.store.changeRuns([first], { trashed: true });
    library.store.doom(library.store.listTrash(), 10);
    expect(found('开头')).toBe(0);
  });

  it('takes nothing along that fails for another reason', () => {
    const nobody = '00000000-0000-4000-8000-000000000000' as RunId;
    expect(() => library.store.changeRuns([first, nobody], { name: 'x' })).toThrow();
    expect(library.store.readRun(first).run.name).toBe('run 0 学习率');
    library.newRun('新的');
    expect(found('新的')).toBe(1);
  });
});
