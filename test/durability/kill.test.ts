/**
 * Kills the app's storage side at random moments while two runs stream, and looks at what is left:
 * nothing that was acknowledged may be missing, nothing may be wrong, and the tail that is lost is short.
 *
 * DOWNHILL_KILLS sets how many, DOWNHILL_KILL_SEED at which moments.
 */
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { Rng } from '../../core/math/rng.ts';
import { count, reportRow } from '../battery/row.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { checkLibrary, type Verdict } from './check-library.ts';
import { compileOnce } from './kill-process.ts';
import { killWriter, writer, type Life, type Moment } from './kill-writer.ts';
import { Oracle } from './oracle.ts';
import { BEAT_MS } from './say.ts';
import { scenarios, type ScenarioName } from './scenario.ts';

const USUAL_KILLS = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 1000 : 100;
const KILLS = Number(process.env['DOWNHILL_KILLS'] ?? USUAL_KILLS);
const SEED = Number(process.env['DOWNHILL_KILL_SEED'] ?? 1);
const AT_ONCE = 2;
/** Of the control, which acknowledges before COMMIT. It is killed until it is caught. */
const MOST_CONTROL_KILLS = 60;
/** Main writes what is waiting this often. */
const FLUSH_INTERVAL_MS = 250;
/** What beats cannot tell: one more or less at either end. */
const RESOLUTION_MS = 2 * BEAT_MS;

const oracles = new Map(
  Object.values(scenarios)
    .flat()
    .map(({ config }) => [config.seed, new Oracle(config)]),
);

/** A kind of moment, its share of all kills, and the latest delay after the word. */
interface Kind {
  readonly name: string;
  readonly share: number;
  readonly scenario: ScenarioName;
  readonly word: Moment['word'];
  readonly withinMs: number;
}

const kinds: readonly Kind[] = [
  { name: 'first 50 ms', share: 0.1, scenario: 'watched', word: 'up', withinMs: 50 },
  { name: 'steady', share: 0.45, scenario: 'watched', word: 'ack', withinMs: 600 },
  { name: 'checkpoint', share: 0.2, scenario: 'fast', word: 'checkpoint', withinMs: 8 },
  { name: 'last flush', share: 0.15, scenario: 'ending', word: 'last-flush', withinMs: 8 },
  { name: 'joining', share: 0.1, scenario: 'ending', word: 'compact', withinMs: 4 },
];

/** `count` moments in the given shares, in random order. */
function drawMoments(count: number, rng: Rng): readonly { kind: string; moment: Moment }[] {
  const moments = kinds.flatMap(({ name, share, scenario, word, withinMs }) =>
    Array.from({ length: Math.round(share * count) }, () => ({
      kind: name,
      moment: { scenario, word, delayMs: withinMs * rng.uniform() },
    })),
  );
  return Array.from(rng.permutation(moments.length), (i) => moments[i]!);
}

interface Outcome {
  readonly kind: string;
  readonly life: Life;
  readonly verdict: Verdict;
}

/** Kills a writer at each moment, some at a time, each with a library of its own. */
async function killAll(
  moments: readonly { readonly kind: string; readonly moment: Moment }[],
): Promise<readonly Outcome[]> {
  const folder = temporaryFolder();
  const outcomes: Outcome[] = [];
  const waiting = [...moments.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [i, { kind, moment }] = next;
      const path = join(folder, `${i}`, 'library.db');
      const life = await killWriter(path, moment, false);
      const verdict = checkLibrary(path, life, oracles);
      outcomes.push({ kind, life, verdict });
      if (verdict.faults.length + verdict.lostAcknowledged.length > 0) {
        const kept = mkdtempSync(join(tmpdir(), 'downhill-failed-kill-'));
        renameSync(join(folder, `${i}`), join(kept, 'library'));
        console.log(`kill ${i} (${kind}, ${moment.delayMs.toFixed(1)} ms) failed: see ${kept}`);
      } else rmSync(join(folder, `${i}`), { recursive: true });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

/** The details, and a row for each kind of moment. */
function report(outcomes: readonly Outcome[], seconds: number): void {
  const perKind = kinds.map(
    ({ name }) => `${name} ${outcomes.filter(({ kind }) => kind === name).length}`,
  );
  const sum = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const most = (of: (outcome: Outcome) => number): string =>
    Math.max(...outcomes.map(of)).toFixed(1);
  console.log(
    `${outcomes.length} kills with seed ${SEED} in ${seconds.toFixed(1)} s on ${cpus().length} cores (${perKind.join(', ')})`,
  );
  const faults = sum(({ verdict }) => verdict.faults.length);
  reportRow({
    what: `killed while runs stream (${perKind.join(', ')})`,
    tried: `${count(outcomes.length)} kills, ${count(sum(({ life }) => life.acknowledgements))} acknowledgements, ${count(sum(({ verdict }) => verdict.values))} values compared, ${count(sum(({ verdict }) => verdict.checkpoints))} checkpoints continued`,
    lost: `${count(sum(({ verdict }) => verdict.lostAcknowledged.length))} acknowledged, ${count(faults)} integrity failures`,
    worst: `tail ${most(({ verdict }) => verdict.tailMs)} ms; beyond main's longest gap ${most(({ verdict, life }) => verdict.tailMs - life.longestGapMs)} of ${FLUSH_INTERVAL_MS} ms`,
  });
}

compileOnce(writer);

const moments = drawMoments(KILLS, new Rng({ word: SEED, keptNormal: null }));

it(
  `${moments.length} kills lose nothing that was acknowledged`,
  async () => {
    const begin = performance.now();
    const outcomes = await killAll(moments);
    report(outcomes, (performance.now() - begin) / 1000);
    expect(outcomes.flatMap(({ verdict }) => verdict.lostAcknowledged)).toEqual([]);
    expect(outcomes.flatMap(({ verdict }) => verdict.faults)).toEqual([]);
    for (const { life, verdict } of outcomes) {
      expect(verdict.tailMs).toBeLessThanOrEqual(
        FLUSH_INTERVAL_MS + life.longestGapMs + RESOLUTION_MS,
      );
    }
    // The harness must have had something to look at.
    const withValues = outcomes.filter(({ verdict }) => verdict.values > 0);
    expect(withValues.length).toBeGreaterThan(moments.length / 2);
  },
  60_000 + moments.length * 3_000,
);

it('the control, which acknowledges before COMMIT, is caught by the same harness', async () => {
  const folder = temporaryFolder();
  // At once after the word that is said between its acknowledgement and the transaction.
  const moment: Moment = { scenario: 'fast', word: 'checkpoint', delayMs: 0 };
  const lost: string[] = [];
  let kills = 0;
  while (lost.length === 0 && kills < MOST_CONTROL_KILLS) {
    const path = join(folder, `${kills++}`, 'library.db');
    const life = await killWriter(path, moment, true);
    const verdict = checkLibrary(path, life, oracles);
    expect(verdict.faults).toEqual([]);
    lost.push(...verdict.lostAcknowledged);
  }
  console.log(`control: caught at kill ${kills}: ${lost.join(', ')}`);
  expect(lost).not.toEqual([]);
}, 120_000);

it.each([
  ['a chunk that is gone', 'DELETE FROM chunk WHERE rowid = (SELECT min(rowid) FROM chunk)'],
  ['a step count that is too high', 'UPDATE run SET step = step + 10000'],
  ['a run that ended otherwise', "UPDATE run SET state = 'finished'"],
])('%s would be seen', async (_name, sql) => {
  const path = join(temporaryFolder(), 'library.db');
  const moment: Moment = { scenario: 'fast', word: 'checkpoint', delayMs: 40 };
  const life = await killWriter(path, moment, false);
  const whole = checkLibrary(path, life, oracles);
  expect([whole.lostAcknowledged, whole.faults]).toEqual([[], []]);
  const db = new Database(path);
  db.exec(sql);
  db.close();
  const { lostAcknowledged, faults } = checkLibrary(path, life, oracles);
  expect([...lostAcknowledged, ...faults]).not.toEqual([]);
});
