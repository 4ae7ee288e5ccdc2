import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { RunDetail, RunId } from '../../electron/ipc/run.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import type { Life } from './kill-writer.ts';
import { columnsOf, type Columns, type Oracle } from './oracle.ts';

/** Steps that a stored checkpoint is continued by, to see that it is whole. */
const CONTINUED_STEPS = 40;
const unfinished = ['queued', 'running', 'pausing', 'paused'];

/** What was found in a library whose writer was killed. */
export interface Verdict {
  /** Acknowledged steps that are not there, in words. */
  readonly lostAcknowledged: string[];
  /** Everything else that must not be, in words. */
  readonly faults: string[];
  /** Values compared bit by bit. */
  values: number;
  checkpoints: number;
  /** From the oldest batch that had come to main and is not stored, to the kill, in milliseconds. */
  tailMs: number;
}

/** Opens the library as the app does after a kill, and compares all of it with the oracles. */
export function checkLibrary(
  path: string,
  life: Life,
  oracles: ReadonlyMap<number, Oracle>,
): Verdict {
  const verdict: Verdict = {
    lostAcknowledged: [],
    faults: [],
    values: 0,
    checkpoints: 0,
    tailMs: 0,
  };
  const begun = existsSync(path);
  if (!begun && life.ids.size > 0) verdict.faults.push('the library is not there');
  const store = openStore({ path, now: Date.now });
  try {
    const runs = store.listRuns({ limit: 100, trashed: false });
    for (const [seed, id] of life.ids) {
      if (!runs.some((run) => run.id === id)) verdict.faults.push(`run ${seed} is not there`);
      else checkRun(store, id as RunId, seed, life, oracles.get(seed)!, verdict);
    }
    for (const { state, id } of runs) {
      if (unfinished.includes(state)) verdict.faults.push(`run ${id} is ${state}`);
    }
  } finally {
    store.close();
  }
  checkFile(path, verdict);
  return verdict;
}

function checkRun(
  store: Store,
  id: RunId,
  seed: number,
  life: Life,
  oracle: Oracle,
  verdict: Verdict,
): void {
  const detail = store.readRun(id);
  const acknowledged = life.acknowledged.get(seed) ?? 0;
  const stored = columnsOf(detail.series.flatMap(({ metric }) => store.readValues(id, metric)));
  const lastSteps = [...stored.values()].map(({ lastStep }) => lastStep);
  const expected = oracle.upTo(Math.max(acknowledged, detail.run.step, ...lastSteps) + 1);
  const fault = (what: string): void => void verdict.faults.push(`run ${seed}: ${what}`);

  for (const { metric, damaged } of detail.series) {
    if (damaged.length > 0) fault(`${metric} is damaged at ${damaged.join('; ')}`);
  }
  for (const [metric, column] of stored) {
    verdict.values += column.length;
    if (!expected.get(metric)?.beginsWith(column)) fault(`${metric} is not what was computed`);
  }
  if (!holdsAllBelow(stored, expected, acknowledged)) {
    verdict.lostAcknowledged.push(`run ${seed}: not all below ${acknowledged}`);
  }
  if (!holdsAllBelow(stored, expected, detail.run.step)) {
    fault(`it says ${detail.run.step} steps, but does not hold them`);
  }
  checkState(detail, life.states.get(seed) ?? [], oracle, fault);
  checkCheckpoint(store, id, stored, expected, oracle, verdict, fault);
  for (const batch of life.got) {
    if (batch.seed !== seed || holdsAllBelow(stored, expected, batch.step)) continue;
    verdict.tailMs = Math.max(verdict.tailMs, Number(life.killedAt - batch.at) / 1e6);
  }
}

/** Ended with what was told or what the run itself ends with, and whole; or else interrupted. */
function checkState(
  { run }: RunDetail,
  told: readonly string[],
  oracle: Oracle,
  fault: (what: string) => void,
): void {
  const last = told.at(-1);
  const toldTheEnd = last !== undefined && !unfinished.includes(last);
  if (run.state === 'interrupted') {
    if (toldTheEnd) fault(`the page was told ${last}, it is interrupted`);
    if (run.reason !== 'host-exit') fault(`it is interrupted for ${run.reason}`);
  } else if (run.state !== oracle.outcomeBefore(run.step + 1)) fault(`it is ${run.state}`);
  else if (run.result === null) fault(`it is ${run.state} without a result`);
}

/** The newest checkpoint covers only what is stored, and continues to the same bits. */
function checkCheckpoint(
  store: Store,
  id: RunId,
  stored: Columns,
  expected: Columns,
  oracle: Oracle,
  verdict: Verdict,
  fault: (what: string) => void,
): void {
  const checkpoint = store.readCheckpoint(id);
  if (!checkpoint) return;
  verdict.checkpoints++;
  const { step } = checkpoint;
  if (!holdsAllBelow(stored, expected, step)) fault(`the checkpoint at ${step} is ahead`);
  const whole = oracle.upTo(step + CONTINUED_STEPS);
  for (const [metric, column] of columnsOf(oracle.continued(checkpoint, CONTINUED_STEPS))) {
    if (!whole.get(metric)?.contains(column)) fault(`${metric} goes on otherwise from ${step}`);
  }
}

function holdsAllBelow(stored: Columns, expected: Columns, step: number): boolean {
  return [...expected].every(
    ([metric, column]) => (stored.get(metric)?.length ?? 0) >= column.countBelow(step),
  );
}

function checkFile(path: string, verdict: Verdict): void {
  const db = new Database(path, { readonly: true });
  try {
    const integrity = db.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') verdict.faults.push(`integrity_check: ${String(integrity)}`);
    const foreign = db.pragma('foreign_key_check') as unknown[];
    if (foreign.length > 0) verdict.faults.push(`foreign_key_check: ${foreign.length} rows`);
  } finally {
    db.close();
  }
}
