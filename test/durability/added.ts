/** What is left of a library where the process that added runs to its experiments was killed. */
import { isDeepStrictEqual } from 'node:util';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { RunId, RunSummary } from '../../electron/ipc/run.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { stringify } from '../../electron/store/json-values.ts';
import type { Store } from '../../electron/store/store.ts';
import { everythingOf } from '../support/files/library-files.ts';
import { ADDITIONS, addition } from './addition-scenario.ts';
import { serviceOf, untilIdle, type Finished } from './finished-runs.ts';
import { linesOf } from './kill-process.ts';
import { compareWithWhole } from './whole-run.ts';

export interface AdditionVerdict {
  /** What must not be, in words. */
  readonly faults: string[];
  /** Additions that are there, and that are not. */
  there: number;
  missing: number;
  acknowledged: number;
  values: number;
}

/** A run that was added, and as what. */
interface Added {
  readonly run: RunSummary;
  readonly name: string;
  readonly config: ExperimentConfig;
}

/**
 * Opens the library as the app does after a kill. Of every addition all runs are there, with where they come from, or
 * none. What was added goes on, and must become the runs that nothing interrupted; then each addition is taken back in
 * one go, and what is left is what was there before. `lines`: what the process had said.
 */
export async function checkAdded(
  path: string,
  before: readonly Finished[],
  lines: readonly string[],
): Promise<AdditionVerdict> {
  const verdict: AdditionVerdict = { faults: [], there: 0, missing: 0, acknowledged: 0, values: 0 };
  const store = openStore({ path, now: Date.now });
  try {
    const added = before.flatMap(({ id }, base) => lookAt(store, id, base, lines, verdict));
    await goOn(store, added);
    for (const { run, config } of added) {
      verdict.values += compareWithWhole(store, run.id, config, verdict.faults);
    }
    takeBack(store, before, verdict);
  } finally {
    store.close();
  }
  return verdict;
}

/** What was added to one experiment. */
function lookAt(
  store: Store,
  base: RunId,
  number: number,
  lines: readonly string[],
  verdict: AdditionVerdict,
): readonly Added[] {
  const [, ...runs] = store.readExperiment(base);
  const byName = new Map(runs.map((run) => [run.name, run]));
  const found: Added[] = [];
  for (let which = 0; which < ADDITIONS; which++) {
    const say = (fault: string): number =>
      verdict.faults.push(`addition ${which} to experiment ${number}: ${fault}`);
    const wanted = addition(number, which);
    const there = wanted.flatMap(({ name, config }) => {
      const run = byName.get(name);
      return run ? [{ run, name, config }] : [];
    });
    found.push(...there);
    if (there.length === wanted.length) verdict.there++;
    else if (there.length === 0) verdict.missing++;
    else say(`${there.length} of ${wanted.length} runs are there`);
    const told = linesOf(lines, 'added').some(([b, w]) => `${b} ${w}` === `${number} ${which}`);
    if (told && there.length === 0) say('it was said to be there');
    for (const one of there) {
      for (const fault of faultsOf(store, one, base, there, lines)) say(`${one.name} ${fault}`);
      verdict.acknowledged += acknowledgedOf(lines, one.run.id) > 0 ? 1 : 0;
    }
  }
  if (found.length !== runs.length) verdict.faults.push(`experiment ${number} has other runs`);
  return found;
}

function faultsOf(
  store: Store,
  { run, name, config }: Added,
  base: RunId,
  together: readonly Added[],
  lines: readonly string[],
): readonly string[] {
  const faults: string[] = [];
  const from = config.fork && stringify(config.fork.from);
  const origin = together.find((other) => stringify(other.config) === from)?.run.id ?? base;
  if (stringify(run.config) !== stringify(config)) faults.push('has other settings');
  if (run.forkedFrom !== (from === undefined ? null : origin)) faults.push('leaves no run');
  if (!['interrupted', 'finished'].includes(run.state)) faults.push(`is ${run.state}`);
  if (!isDeepStrictEqual(store.searchRuns(name), [run.id])) faults.push('is not found by its name');
  if (acknowledgedOf(lines, run.id) > run.step) faults.push('has lost acknowledged steps');
  return faults;
}

function acknowledgedOf(lines: readonly string[], id: RunId): number {
  const steps = linesOf(lines, 'ack').flatMap(([of, step]) => (of === id ? Number(step) : []));
  return Math.max(0, ...steps);
}

async function goOn(store: Store, added: readonly Added[]): Promise<void> {
  const service = serviceOf(store);
  const interrupted = added.filter(({ run }) => run.state === 'interrupted');
  if (interrupted.length > 0) {
    service.continue(
      interrupted.map(({ run }) => run.id),
      null,
    );
  }
  await untilIdle(service);
}

/** Undoes as many additions as are there. */
function takeBack(store: Store, before: readonly Finished[], verdict: AdditionVerdict): void {
  for (let i = 0; i < verdict.there; i++) {
    const kind = store.undo()?.label.kind;
    if (kind !== 'add') verdict.faults.push(`undo takes back ${kind}, and not an addition`);
  }
  if (store.historyState().undo) verdict.faults.push('undo takes back more than was added');
  const left = store.listRuns({ limit: 1000, trashed: false });
  const ids = before.map(({ id }) => id);
  if (!isDeepStrictEqual(new Set(left.map(({ id }) => id)), new Set(ids))) {
    verdict.faults.push('what was added is not in the trash when it is taken back');
  }
  for (const { id, config, everything } of before) {
    if (isDeepStrictEqual(everythingOf(store, id), everything)) continue;
    verdict.faults.push(`seed ${config.seed}, to which was added, is not as it was`);
  }
}
