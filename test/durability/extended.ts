/** A library of finished runs, and what is left of it where the process that extended them was killed. */
import { isDeepStrictEqual } from 'node:util';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { Events } from '../../electron/ipc/contract.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { RunService } from '../../electron/main/run-service.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { assets } from '../support/experiments.ts';
import { everythingOf } from '../support/files/library-files.ts';
import { workerScript } from '../support/worker-script.ts';
import { longer } from './extend-scenario.ts';
import { linesOf } from './kill-process.ts';
import { compareWithWhole } from './whole-run.ts';

/** A run as it was before it was extended. */
interface Finished {
  readonly id: RunId;
  readonly config: ExperimentConfig;
  readonly everything: unknown;
  readonly result: unknown;
  /** What it recorded after its last update. */
  readonly ends: unknown;
}

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

type Emit = <E extends keyof Events>(event: E, payload: Events[E]) => void;

function serviceOf(store: Store, emit: Emit = () => undefined): RunService {
  const log = (): void => undefined;
  return new RunService({ store, engineVersion: 'test', workerScript, assets, emit, log });
}

async function untilIdle(service: RunService): Promise<void> {
  while (service.liveIds.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await service.shutdown();
}

/** Lets these runs finish; each second one is paused on its way, where a checkpoint is written. */
export async function finishRuns(
  path: string,
  configs: readonly ExperimentConfig[],
): Promise<readonly Finished[]> {
  const store = openStore({ path, now: Date.now });
  try {
    const toPause = new Set<RunId>();
    const service = serviceOf(store, (event, payload) => {
      const { id, state } = payload as Events['run:status'];
      if (event === 'run:saved' && toPause.delete(id) && service.liveIds.includes(id)) {
        service.pause(id);
      } else if (event === 'run:status' && state === 'paused') {
        service.setPace(id, null);
        service.resume(id);
      }
    });
    const runs = configs.map((config) => ({ name: `seed ${config.seed}`, config }));
    const { runIds } = service.start({ name: 'to extend', runs, pace: 1_000 });
    for (const [i, id] of runIds.entries()) if (i % 2 === 0) toPause.add(id);
    await untilIdle(service);
    return runIds.map((id, i) => finished(store, id, configs[i]!));
  } finally {
    store.close();
  }
}

function finished(store: Store, id: RunId, config: ExperimentConfig): Finished {
  const { run, series } = store.readRun(id);
  if (run.state !== 'finished') throw new Error(`seed ${config.seed} is ${run.state}`);
  const ends = series.flatMap(({ metric }) => {
    const [last] = store.readValues(id, metric, config.totalSteps);
    return last ? [[metric, last.values[0]] as const] : [];
  });
  const everything = everythingOf(store, id);
  return { id, config, everything, result: run.result, ends: Object.fromEntries(ends) };
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
