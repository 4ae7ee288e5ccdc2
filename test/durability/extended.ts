/** What is left of a library of finished runs where the process that extended them was killed. */
import { isDeepStrictEqual } from 'node:util';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { everythingOf } from '../support/files/library-files.ts';
import { longer } from './extend-scenario.ts';
import { serviceOf, untilIdle, type Finished } from './finished-runs.ts';
import { linesOf } from './kill-process.ts';
import { compareWithWhole } from './whole-run.ts';

export interface ExtendedVerdict {
  /** What must not be, in words. */
  readonly faults: string[];
  /** Runs that were not extended yet, and those that were. */
  untouched: number;
  extended: number;
  /** Of these, those that were over when the process was killed. */
  over: number;
  acknowledged: number;
  values: number;
  /** The most steps of a run that were stored and had to be computed again. */
  computedAgain: number;
}

/**
 * Opens the library as the app does after a kill. A run that was not extended yet must be as it was, in everything;
 * one that was keeps what it had ended with, is gone on with, and must become the run that had so many steps from the
 * start. `lines`: what the process had said.
 */
export async function checkExtended(
  path: string,
  runs: readonly Finished[],
  lines: readonly string[],
): Promise<ExtendedVerdict> {
  const none = { untouched: 0, extended: 0, over: 0, acknowledged: 0, values: 0, computedAgain: 0 };
  const verdict: ExtendedVerdict = { faults: [], ...none };
  const store = openStore({ path, now: Date.now });
  try {
    const service = serviceOf(store);
    const grown = runs.filter((run) => lookAt(store, run, lines, verdict));
    for (const { id } of grown) {
      const { state, step } = store.readRun(id).run;
      if (state !== 'interrupted') continue;
      service.continue([id], null);
      const from = store.readRun(id).events.at(-1)!.step;
      verdict.computedAgain = Math.max(verdict.computedAgain, step - from);
    }
    await untilIdle(service);
    for (const { id, config } of grown) {
      verdict.values += compareWithWhole(store, id, longer(config), verdict.faults);
    }
  } finally {
    store.close();
  }
  return verdict;
}

/** Whether a run had been extended; looks at it before it goes on. */
function lookAt(
  store: Store,
  { id, config, everything, result, ends }: Finished,
  lines: readonly string[],
  verdict: ExtendedVerdict,
): boolean {
  const { run, events } = store.readRun(id);
  const told = (word: string): readonly (readonly string[])[] =>
    linesOf(lines, word).filter(([seed]) => seed === String(config.seed));
  const say = (fault: string): number => verdict.faults.push(`seed ${config.seed}: ${fault}`);
  if (run.config!.totalSteps === config.totalSteps) {
    verdict.untouched++;
    if (told('extended').length > 0) say('it was said to be extended, and is not');
    if (!isDeepStrictEqual(everythingOf(store, id), everything)) say('it is not as it was');
    return false;
  }
  verdict.extended++;
  const [event, ...others] = events;
  if (event?.kind !== 'extended' || others.length > 0) say('its history does not say so');
  else {
    if (!isDeepStrictEqual(event.result, result)) say('what it had amounted to is gone');
    if (!isDeepStrictEqual(event.ends, ends)) say('what it had ended with is gone');
  }
  const acknowledged = told('ack').map(([, step]) => Number(step));
  verdict.acknowledged += acknowledged.length;
  if (Math.max(0, ...acknowledged) > run.step) say('acknowledged steps are not there');
  if (run.state === 'finished') verdict.over++;
  else if (run.state !== 'interrupted') say(`it is ${run.state}`);
  return true;
}
