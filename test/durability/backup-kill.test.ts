/**
 * Kills a process at random moments of making and restoring backups: the library is the old or the new one,
 * whole; every file that is called a backup is one; a good one is never replaced.
 *
 * DOWNHILL_BACKUP_KILLS sets how many, DOWNHILL_KILL_SEED at which moments.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Rng } from '../../core/math/rng.ts';
import { backUpBeforeMigration } from '../../electron/store/backup/before-migration.ts';
import { closeDatabase, openDatabase } from '../../electron/store/database.ts';
import { count, reportRow } from '../battery/row.ts';
import { faultsAfterKill, hashOf, makeLibrary } from './backed-up.ts';
import { compileOnce, killProcess, linesOf, type KillMoment } from './kill-process.ts';

const USUAL_KILLS = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 200 : 12;
const KILLS = Number(process.env['DOWNHILL_BACKUP_KILLS'] ?? USUAL_KILLS);
const SEED = Number(process.env['DOWNHILL_KILL_SEED'] ?? 1);
const MOST_CONTROL_KILLS = 20;
const LIMIT_MS = 60_000;
const life = join(import.meta.dirname, 'backup-life.ts');

/** The word after which it is killed, the latest delay, and the share of all kills. */
const kinds = [
  { word: 'copying', withinMs: 60, share: 0.35 },
  { word: 'copied', withinMs: 120, share: 0.25 },
  { word: 'made', withinMs: 120, share: 0.15 },
  { word: 'exchanging', withinMs: 30, share: 0.25 },
] as const;

/** Which time the word is said: the first backup, or one after restoring. */
const TURNS = 2;

let template: string;
let goodBackup: string;
let goodHash: string;

compileOnce(life);

beforeAll(() => {
  template = mkdtempSync(join(tmpdir(), 'downhill-template-'));
  const path = join(template, 'data', 'library.db');
  makeLibrary(path);
  const db = openDatabase(path);
  goodBackup = backUpBeforeMigration(db, join(template, 'backups'), Date.UTC(2026, 0, 1));
  closeDatabase(db);
  goodHash = hashOf(join(template, 'backups', goodBackup));
}, LIMIT_MS);

afterAll(() => rmSync(template, { recursive: true, force: true }));

/** Lives and is killed at this moment; what was said before, a word a line. */
async function killAt(
  root: string,
  moment: KillMoment,
  careless: boolean,
): Promise<readonly string[]> {
  return (await killProcess(life, [root, ...(careless ? ['careless'] : [])], moment)).lines;
}

/** A folder of its own with the library as it was before all kills. */
async function inCopy<T>(work: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'downhill-backup-kill-'));
  cpSync(template, root, { recursive: true });
  try {
    return await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function drawMoments(rng: Rng): readonly Required<KillMoment>[] {
  return kinds.flatMap(({ word, withinMs, share }) =>
    Array.from({ length: Math.max(1, Math.round(share * KILLS)) }, () => ({
      word,
      turn: 1 + Math.floor(TURNS * rng.uniform()),
      delayMs: withinMs * rng.uniform(),
    })),
  );
}

const moments = drawMoments(new Rng({ word: SEED, keptNormal: null }));

it(
  `${moments.length} kills leave the library and every backup whole`,
  async () => {
    const faults: string[] = [];
    let unfinished = 0;
    let restored = 0;
    for (const [i, moment] of moments.entries()) {
      await inCopy(async (root) => {
        const said = await killAt(root, moment, false);
        restored += linesOf(said, 'restored').length;
        const left = [...readdirSync(join(root, 'backups')), ...readdirSync(join(root, 'data'))];
        if (left.some((name) => name.includes('.partial'))) unfinished++;
        const found = faultsAfterKill(root, goodBackup, goodHash);
        if (linesOf(said, 'lost').length > 0) found.push('it could not go on');
        if (found.length === 0) return;
        const kept = mkdtempSync(join(tmpdir(), 'downhill-failed-kill-'));
        renameSync(root, join(kept, 'left'));
        mkdirSync(root);
        const where = `kill ${i} (${moment.word}, ${moment.delayMs.toFixed(1)} ms; see ${kept})`;
        faults.push(...found.map((fault) => `${where}: ${fault}`));
      });
    }
    const words = kinds.map(
      ({ word }) => `${word} ${moments.filter((moment) => moment.word === word).length}`,
    );
    reportRow({
      what: 'kill while backing up and restoring',
      tried: `${count(moments.length)} kills, seed ${SEED} (${words.join(', ')}); ${unfinished} left something unfinished`,
      lost: `${faults.length} libraries or backups that are not whole`,
      worst: '',
    });
    expect(faults).toEqual([]);
    // The harness must have hit copies in the middle, and got past a restoration. A share of a few kills is chance.
    if (KILLS >= 100) expect(unfinished).toBeGreaterThan(moments.length / 10);
    expect(restored).toBeGreaterThan(0);
  },
  120_000 + moments.length * 15_000,
);

it('the control, whose unfinished copies are called backups, is caught by the same harness', async () => {
  let caught: readonly string[] = [];
  let kills = 0;
  while (caught.length === 0 && kills < MOST_CONTROL_KILLS) {
    kills++;
    caught = await inCopy(async (root) => {
      await killAt(root, { word: 'copying', turn: 1, delayMs: 4 * kills }, true);
      return faultsAfterKill(root, goodBackup, goodHash);
    });
  }
  console.log(`control: caught at kill ${kills}: ${caught[0] ?? 'never'}`);
  expect(caught).not.toEqual([]);
}, 300_000);
