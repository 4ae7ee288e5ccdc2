/**
 * Kills the app's storage side while finished runs get more steps. Afterwards each run is either the finished one,
 * untouched, or goes on to be, bit for bit, the run that had so many steps from the start.
 *
 * DOWNHILL_EXTEND_KILLS sets how many, DOWNHILL_KILL_SEED at which moments.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mulberry32 } from '../../core/math/rng.ts';
import { count, reportRow } from '../battery/row.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { extendBatch, extendBatches } from './extend-scenario.ts';
import { checkExtended, type ExtendedVerdict } from './extended.ts';
import { finishRuns } from './finished-runs.ts';
import { compileOnce, killProcess, type KillMoment } from './kill-process.ts';

const USUAL_KILLS = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 200 : 6;
const KILLS = Number(process.env['DOWNHILL_EXTEND_KILLS'] ?? USUAL_KILLS);
const SEED = Number(process.env['DOWNHILL_KILL_SEED'] ?? 1);
const MOST_CONTROL_KILLS = 40;
const extender = join(import.meta.dirname, 'extender.ts');

/** After which word, which time it is said at the latest, and how much later at the latest. */
const kinds = [
  // The transactions that make the runs longer, one after the other.
  { word: 'extending', turns: 8, withinMs: 3 },
  // They stream; some of them wait for a thread.
  { word: 'ack', turns: 1, withinMs: 1_000 },
  { word: 'last-flush', turns: 4, withinMs: 20 },
  { word: 'compact', turns: 4, withinMs: 10 },
] as const;

compileOnce(extender);

/** Libraries of finished runs, a batch each, and these runs. */
const libraries: {
  readonly path: string;
  readonly runs: Awaited<ReturnType<typeof finishRuns>>;
}[] = [];
const folder = mkdtempSync(join(tmpdir(), 'downhill-finished-'));
beforeAll(async () => {
  for (let batch = 0; batch < extendBatches; batch++) {
    const path = join(folder, `${batch}`, 'library.db');
    libraries.push({ path, runs: await finishRuns(path, extendBatch(batch)) });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kills at this moment, spoils what is left if asked to, and looks at it. */
async function killAndCheck(
  kill: number,
  moment: KillMoment,
  { mode = [], spoil }: { mode?: readonly string[]; spoil?: string } = {},
): Promise<ExtendedVerdict> {
  const { path: template, runs } = libraries[kill % libraries.length]!;
  const path = join(temporaryFolder(), 'library.db');
  cpSync(template, path);
  const { lines } = await killProcess(extender, [path, ...mode], moment);
  if (spoil !== undefined) {
    const db = new Database(path);
    db.exec(spoil);
    db.close();
  }
  return checkExtended(path, runs, lines);
}

it(
  `${KILLS} kills: every extended run is the longer one, to the bit, or the finished one stands untouched`,
  async () => {
    const rng = mulberry32(SEED);
    const all: ExtendedVerdict[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const kind = kinds[(kill + Math.floor(kill / kinds.length)) % kinds.length]!;
      const turn = 1 + Math.floor(kind.turns * rng.uniform());
      const moment = { word: kind.word, turn, delayMs: kind.withinMs * rng.uniform() };
      all.push(await killAndCheck(kill, moment));
    }
    const sum = (of: (verdict: ExtendedVerdict) => number): number =>
      all.reduce((total, verdict) => total + of(verdict), 0);
    const [untouched, extended] = [sum((one) => one.untouched), sum((one) => one.extended)];
    reportRow({
      what: 'killed while finished runs get more steps, then resumed',
      tried: `${count(KILLS)} kills, seed ${SEED}: ${count(extended)} runs had been extended (${count(sum(({ over }) => over))} to their end), ${count(untouched)} not yet; ${count(sum(({ values }) => values))} values compared`,
      lost: `${count(sum(({ faults }) => faults.length))} runs neither untouched nor the longer one to the bit`,
      worst: `${count(Math.max(...all.map(({ computedAgain }) => computedAgain)))} stored steps computed again`,
    });
    expect(all.flatMap(({ faults }) => faults)).toEqual([]);
    // The harness must have had something of each to look at. A share of a few kills is chance.
    if (KILLS >= 100) expect(untouched).toBeGreaterThan(0);
    expect(extended).toBeGreaterThan(KILLS);
    expect(sum(({ acknowledged }) => acknowledged)).toBeGreaterThan(KILLS);
  },
  120_000 + KILLS * 20_000,
);

it('the control, whose library knows no transactions, is caught by the same harness', async () => {
  let caught: readonly string[] = [];
  let kills = 0;
  while (caught.length === 0 && kills < MOST_CONTROL_KILLS) {
    const moment = { word: 'extending', turn: 1 + (kills % 6), delayMs: kills % 3 };
    ({ faults: caught } = await killAndCheck(kills++, moment, { mode: ['torn'] }));
  }
  console.log(`control: caught at kill ${kills}: ${caught[0] ?? 'never'}`);
  expect(caught).not.toEqual([]);
}, 300_000);

it.each([
  [
    'what a run had amounted to',
    `UPDATE run_event SET detail_json = json_remove(detail_json, '$.result.finalLoss')`,
    /amounted to is gone/,
  ],
  [
    'the length it was given',
    `UPDATE run SET config_json = json_set(config_json, '$.totalSteps', 2099) WHERE id = 1`,
    /not that of the uninterrupted run/,
  ],
])('%s is missed where it is another', async (_name, spoil, fault) => {
  const { faults } = await killAndCheck(0, { word: 'ack', delayMs: 0 }, { spoil });
  expect(faults.join('\n')).toMatch(fault);
});
