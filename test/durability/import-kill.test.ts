/**
 * Kills the app's storage side while a file is taken in. Afterwards all its runs are there, to the bit, and can be
 * taken back in one go; or none is there for anybody, and what was written of them is deleted without a trace.
 *
 * DOWNHILL_IMPORT_KILLS sets how many, DOWNHILL_KILL_SEED at which moments.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mulberry32 } from '../../core/math/rng.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { ExperimentExporter } from '../../electron/main/experiment-exporter.ts';
import { SaveQuestion } from '../../electron/main/save-question.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { count, reportRow } from '../battery/row.ts';
import { contentOf, everythingOf } from '../support/files/library-files.ts';
import { importRuns } from '../support/library/import-runs.ts';
import { chunk } from '../support/library/libraries.ts';
import { rowsOf } from '../support/library/rows.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { addition, bases } from './addition-scenario.ts';
import { finishRuns } from './finished-runs.ts';
import { compileOnce, killProcess, linesOf, type KillMoment } from './kill-process.ts';

const USUAL_KILLS = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 200 : 8;
const KILLS = Number(process.env['DOWNHILL_IMPORT_KILLS'] ?? USUAL_KILLS);
const SEED = Number(process.env['DOWNHILL_KILL_SEED'] ?? 1);
const MOST_CONTROL_KILLS = 40;
const LONG = 600_000;
const script = join(import.meta.dirname, 'arrival.ts');

/** After which word, which time it is said at the latest, and how much later at the latest. */
const kinds = [
  { word: 'slice', turns: 5, withinMs: 12 },
  { word: 'arriving', turns: 1, withinMs: 5 },
  { word: 'arrived', turns: 1, withinMs: 2 },
] as const;

compileOnce(script);

/** Of a library: everything, and where each run comes from. */
function stateOf(store: Store): unknown {
  const runs = store.listRuns({ limit: 1000, trashed: false });
  const place = (id: RunId | null): number => runs.findIndex((run) => run.id === id);
  return runs.map(({ id, forkedFrom, resumedFrom, rerunOf }) => ({
    everything: everythingOf(store, id),
    from: [forkedFrom, resumedFrom, rerunOf].map(place),
    file: store.readRun(id).imported?.file,
    found: store.searchRuns(store.readRun(id).run.name).map(place),
  }));
}

const folder = mkdtempSync(join(tmpdir(), 'downhill-to-import-'));
const template = join(folder, 'library.db');
const file = join(folder, 'file.downhill');
let before: unknown;
let rowsBefore: unknown;
let whole: unknown;
/** Runs with all that a file may hold, one of them longer than many slices, beside a library that holds another. */
beforeAll(async () => {
  const source = join(folder, 'source.db');
  await finishRuns(source, [bases[0]!, ...addition(0, 0).map(({ config }) => config)]);
  const from = openStore({ path: source, now: Date.now });
  const [first, ...others] = from.listRuns({ limit: 9, trashed: false }).map(({ id }) => id);
  const { runIds } = from.createExperiment(
    'long',
    [{ name: 'long', config: { ...bases[1]!, totalSteps: LONG } }],
    'test',
  );
  const values = Float64Array.from({ length: LONG }, (_, i) => Math.cos(i));
  for (let at = 0; at < LONG; at += 50_000) {
    const chunks = [chunk(at, values.subarray(at, at + 50_000), 1, 'optim/lr')];
    from.flush([{ id: runIds[0]!, step: at, chunks, checkpoint: null }]);
  }
  from.setState(runIds[0]!, 'stopped', 'user');
  from.changeRuns([first!], { note: '学习率', addTags: ['衰减'], baseline: true, pinned: true });
  from.changeRuns(others, { prediction: 'lower' });
  const question = new SaveQuestion(() => Promise.resolve(file));
  const generator = 'Downhill test';
  await new ExperimentExporter({ store: from, question, generator, emit: () => undefined }).save(
    null,
  );
  from.close();
  await finishRuns(template, [bases[2]!]);
  const there = openStore({ path: template, now: Date.now });
  before = stateOf(there);
  there.close();
  rowsBefore = rowsOf(template);
  const copy = join(folder, 'whole.db');
  cpSync(template, copy);
  const taken = openStore({ path: copy, now: Date.now });
  importRuns(taken, contentOf(new Uint8Array(readFileSync(file))), 'killed.downhill');
  whole = stateOf(taken);
  taken.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface ArrivalVerdict {
  readonly faults: readonly string[];
  readonly arrived: boolean;
  /** Runs that were written and there for nobody. */
  readonly hidden: number;
}

async function killAndCheck(
  moment: KillMoment,
  mode: readonly string[] = [],
): Promise<ArrivalVerdict> {
  const path = join(temporaryFolder(), 'library.db');
  cpSync(template, path);
  const { lines } = await killProcess(script, [path, file, ...mode], moment);
  const faults: string[] = [];
  const hidden = hiddenIn(path);
  const store = openStore({ path, now: Date.now });
  const arrived = store.listRuns({ limit: 1000, trashed: false }).length > 1;
  if (!arrived && linesOf(lines, 'arrived').length > 0) faults.push('it was said to be there');
  if (!isDeepStrictEqual(stateOf(store), arrived ? whole : before))
    faults.push('it is there in part');
  const undo = store.historyState().undo?.kind ?? null;
  if (undo !== (arrived ? 'import' : null)) faults.push(`undo takes back ${undo}`);
  while (store.deleteSome());
  if (arrived) {
    store.undo();
    if (!isDeepStrictEqual(stateOf(store), before)) faults.push('it cannot be taken back');
  }
  store.close();
  if (!arrived && !isDeepStrictEqual(rowsOf(path), rowsBefore))
    faults.push('something of it is left');
  return { faults, arrived, hidden };
}

/** Runs that are there for nobody, in a copy of what a killed process left. */
function hiddenIn(path: string): number {
  const copy = join(temporaryFolder(), 'library.db');
  for (const end of ['', '-wal']) if (existsSync(path + end)) cpSync(path + end, copy + end);
  const db = new Database(copy);
  try {
    return db.prepare('SELECT count(*) FROM run WHERE doomed = 1').pluck().get() as number;
  } finally {
    db.close();
  }
}

it(
  `${KILLS} kills: all runs of the file are there, or nothing of it is left`,
  async () => {
    const rng = mulberry32(SEED);
    const all: ArrivalVerdict[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const kind = kinds[kill % kinds.length]!;
      const turn = 1 + Math.floor(kind.turns * rng.uniform());
      const moment = { word: kind.word, turn, delayMs: kind.withinMs * rng.uniform() };
      all.push(await killAndCheck(moment));
    }
    const arrived = all.filter((one) => one.arrived).length;
    const inPart = all.filter((one) => one.hidden > 0).length;
    reportRow({
      what: 'killed while a file is imported, then taken back or what was written of it deleted',
      tried: `${count(KILLS)} kills, seed ${SEED}: ${count(arrived)} imports were there, ${count(inPart)} were written in part, which nobody saw`,
      lost: `${count(all.filter(({ faults }) => faults.length > 0).length)} libraries with a part of a file, or with something left of it`,
      worst: '',
    });
    expect(all.flatMap(({ faults }) => faults)).toEqual([]);
    // The harness must have had something of each to look at.
    expect(arrived).toBeGreaterThan(0);
    expect(inPart).toBeGreaterThan(0);
  },
  120_000 + KILLS * 20_000,
);

it('the control, whose library knows no transactions, is caught by the same harness', async () => {
  let caught: readonly string[] = [];
  let kills = 0;
  while (caught.length === 0 && kills < MOST_CONTROL_KILLS) {
    const moment = { word: 'arriving', delayMs: kills % 5 };
    ({ faults: caught } = await killAndCheck(moment, ['torn']));
    kills++;
  }
  console.log(`control: caught at kill ${kills}: ${caught[0] ?? 'never'}`);
  expect(caught).not.toEqual([]);
}, 300_000);
