/**
 * Kills the app's storage side while runs are added to experiments that are there. Afterwards each addition is there
 * as a whole, can be taken back in one go, and goes on to the bits it would have had; or nothing of it is there.
 *
 * DOWNHILL_ADD_KILLS sets how many, DOWNHILL_KILL_SEED at which moments.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mulberry32 } from '../../core/math/rng.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { count, reportRow } from '../battery/row.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { checkAdded, type AdditionVerdict } from './added.ts';
import { ADDITIONS, bases } from './addition-scenario.ts';
import { finishRuns, type Finished } from './finished-runs.ts';
import { compileOnce, killProcess, type KillMoment } from './kill-process.ts';

const USUAL_KILLS = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 200 : 6;
const KILLS = Number(process.env['DOWNHILL_ADD_KILLS'] ?? USUAL_KILLS);
const SEED = Number(process.env['DOWNHILL_KILL_SEED'] ?? 1);
const MOST_CONTROL_KILLS = 40;
const adder = join(import.meta.dirname, 'adder.ts');

/** After which word, which time it is said at the latest, and how much later at the latest. */
const kinds = [
  // The transactions that add runs.
  { word: 'adding', turns: ADDITIONS * bases.length, withinMs: 4 },
  { word: 'adding', turns: ADDITIONS * bases.length, withinMs: 2 },
  // What was added streams; some of it waits for a thread.
  { word: 'ack', turns: 1, withinMs: 1_000 },
  { word: 'last-flush', turns: 4, withinMs: 20 },
] as const;

compileOnce(adder);

/** A library of runs to which nothing was added yet: each in an experiment of its own. */
const folder = mkdtempSync(join(tmpdir(), 'downhill-to-add-'));
const template = join(folder, 'library.db');
const before: Finished[] = [];
beforeAll(async () => {
  for (const config of bases) before.push(...(await finishRuns(template, [config])));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kills at this moment, spoils what is left if asked to, and looks at it. */
async function killAndCheck(
  moment: KillMoment,
  { mode = [], spoil }: { mode?: readonly string[]; spoil?: string } = {},
): Promise<AdditionVerdict> {
  const path = join(temporaryFolder(), 'library.db');
  cpSync(template, path);
  const { lines } = await killProcess(adder, [path, ...mode], moment);
  if (spoil !== undefined) {
    openStore({ path, now: Date.now }).close();
    const db = new Database(path);
    db.exec(spoil);
    db.close();
  }
  return checkAdded(path, before, lines);
}

it(
  `${KILLS} kills: every addition is whole, or nothing of it is there`,
  async () => {
    const rng = mulberry32(SEED);
    const all: AdditionVerdict[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const kind = kinds[kill % kinds.length]!;
      const turn = 1 + Math.floor(kind.turns * rng.uniform());
      const moment = { word: kind.word, turn, delayMs: kind.withinMs * rng.uniform() };
      all.push(await killAndCheck(moment));
    }
    const sum = (of: (verdict: AdditionVerdict) => number): number =>
      all.reduce((total, verdict) => total + of(verdict), 0);
    const [there, missing] = [sum((one) => one.there), sum((one) => one.missing)];
    reportRow({
      what: 'killed while runs are added to experiments, then resumed and taken back',
      tried: `${count(KILLS)} kills, seed ${SEED}: ${count(there)} additions were there, ${count(missing)} not yet; ${count(sum(({ values }) => values))} values compared`,
      lost: `${count(sum(({ faults }) => faults.length))} additions in part, runs not to the bit, or not taken back in one go`,
      worst: '',
    });
    expect(all.flatMap(({ faults }) => faults)).toEqual([]);
    // The harness must have had something of each to look at.
    expect(there).toBeGreaterThan(KILLS);
    expect(missing).toBeGreaterThan(0);
    expect(sum(({ acknowledged }) => acknowledged)).toBeGreaterThan(0);
  },
  120_000 + KILLS * 20_000,
);

it('the control, whose library knows no transactions, is caught by the same harness', async () => {
  let caught: readonly string[] = [];
  let kills = 0;
  while (caught.length === 0 && kills < MOST_CONTROL_KILLS) {
    const moment = { word: 'adding', turn: 1 + (kills % 6), delayMs: kills % 3 };
    ({ faults: caught } = await killAndCheck(moment, { mode: ['torn'] }));
    kills++;
  }
  console.log(`control: caught at kill ${kills}: ${caught[0] ?? 'never'}`);
  expect(caught).not.toEqual([]);
}, 300_000);

it.each([
  ['a run of an addition', 'UPDATE run SET doomed = 1 WHERE id = 5', /2 of 3 runs are there/],
  ['where a fork comes from', 'UPDATE run SET forked_from = NULL WHERE id = 5', /leaves no run/],
  ['the way back', 'DELETE FROM op_log; DELETE FROM op_group', /undo takes back undefined/],
])(
  '%s is missed where it is not there',
  async (_name, spoil, fault) => {
    const { faults } = await killAndCheck({ word: 'ack', delayMs: 0 }, { spoil });
    expect(faults.join('\n')).toMatch(fault);
  },
  60_000,
);
