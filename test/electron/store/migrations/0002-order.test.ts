/** Libraries that released formats left behind, recorded as SQL, come to the newest format whole. */
import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunSummary } from '../../../../electron/ipc/run.ts';
import { latestVersion, migrations } from '../../../../electron/store/migrations/index.ts';
import { delicateWords, stepBits } from '../../../support/library/bits.ts';
import { TestLibrary } from '../../../support/library/libraries.ts';
import { holdOpen, kill, killWhileOpening } from '../../../support/library/other-process.ts';
import {
  recordedLibrary,
  shapeOf,
  tableRows,
  withoutTaking,
} from '../../../support/library/recorded.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const delays = [0, 2, 5, 10, 20, 40];

const libraryOfVersion1 = (): string => recordedLibrary(1);

describe('a library of format 1', () => {
  it('keeps every row, to the bit', () => {
    const path = libraryOfVersion1();
    const shape = shapeOf(path);
    const before = tableRows(path, shape);
    expect(before.version).toBe(1n);
    expect(Object.values(before.rows).every((rows) => rows.length > 1)).toBe(true);
    new TestLibrary(path).close();
    const after = tableRows(path, shape);
    expect(after.version).toBe(BigInt(latestVersion));
    expect(withoutTaking(after.rows)).toEqual(withoutTaking(before.rows));
  });

  it('is read as it was, and can do what is new', () => {
    const { store } = new TestLibrary(libraryOfVersion1());
    const listed = store.listRuns({ limit: 9, trashed: false });
    const byName = new Map(listed.map((run) => [run.name, run]));
    expect([...byName.keys()]).toEqual([
      'running',
      'failed',
      'bits',
      'fork',
      "it's diverging",
      '恒定 “η₀”',
    ]);
    const named = (name: string): RunSummary => byName.get(name)!;
    expect(named('running')).toMatchObject({ state: 'interrupted', reason: 'host-exit', step: 3 });
    expect(named('failed').error).toBe('RangeError: 第 1 行\nline 2');
    expect(named("it's diverging").experimentName).toBe('学习率衰减 🙂');
    expect(named('bits').result).toMatchObject({ finalLoss: NaN, bestLoss: -0 });
    const words = stepBits(store.readValues(named('bits').id, 'train/loss')).map(
      ([, word]) => word,
    );
    expect(words).toEqual([...delicateWords, ...delicateWords]);
    const [trashed] = store.listRuns({ limit: 9, trashed: true });
    expect(trashed).toMatchObject({ name: '弃置', trashDaysLeft: 30 });
    for (const { id } of listed) {
      expect(store.readRun(id).series.flatMap(({ damaged }) => damaged)).toEqual([]);
    }
    const found = store.searchRuns('衰减').map((id) => store.readRun(id).run.name);
    expect(found).toEqual(['fork', "it's diverging", '恒定 “η₀”']);
    store.changeRuns([trashed!.id], { trashed: false, note: '回来' });
    expect(store.undo()!.label).toEqual({ kind: 'edit', count: 1 });
  });

  it('stays one that works when the process is killed before its migration is committed', async () => {
    const path = libraryOfVersion1();
    const shape = shapeOf(path);
    const before = tableRows(path, shape);
    const steps = migrations
      .slice(1)
      .flatMap(({ sql, version }) => [sql, `PRAGMA user_version = ${version}`]);
    // So small a cache that pages of the unfinished transaction are in the log already.
    const half = ['PRAGMA cache_size = 1', 'BEGIN IMMEDIATE', ...steps];
    await kill(await holdOpen(path, ...half));
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    expect(tableRows(path, shape)).toEqual(before);
    new TestLibrary(path).close();
    expect(tableRows(path, shape).version).toBe(BigInt(latestVersion));
  });

  it.each(delays)('is of one format or the other when killed after %i ms', async (delay) => {
    const whole = libraryOfVersion1();
    const shape = shapeOf(whole);
    const before = tableRows(whole, shape);
    const path = join(temporaryFolder(), 'library.db');
    copyFileSync(whole, path);
    await killWhileOpening(path, delay);
    const after = tableRows(path, shape);
    expect([1n, BigInt(latestVersion)]).toContain(after.version);
    expect(withoutTaking(after.rows)).toEqual(withoutTaking(before.rows));
    if (after.version === 1n) expect(after).toEqual(before);
    expect(new TestLibrary(path).store.searchRuns('')).toHaveLength(7);
  });
});
