/** Libraries of finished runs, for what happens to these. */
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { Events } from '../../electron/ipc/contract.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { RunService } from '../../electron/main/run-service.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { assets } from '../support/experiments.ts';
import { everythingOf } from '../support/files/library-files.ts';
import { workerScript } from '../support/worker-script.ts';

/** A finished run, before something happened to it. */
export interface Finished {
  readonly id: RunId;
  readonly config: ExperimentConfig;
  readonly everything: unknown;
  readonly result: unknown;
  /** What it recorded after its last update. */
  readonly ends: unknown;
}

type Emit = <E extends keyof Events>(event: E, payload: Events[E]) => void;

export function serviceOf(store: Store, emit: Emit = () => undefined): RunService {
  const log = (): void => undefined;
  return new RunService({ store, engineVersion: 'test', workerScript, assets, emit, log });
}

export async function untilIdle(service: RunService): Promise<void> {
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
    const { runIds } = service.start({ name: 'finished', runs, pace: 1_000 });
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
