/**
 * `writer.ts <library> <scenario> [early]`: streams its runs through the real run service, workers and
 * store until it is killed. It says `ack` when a step is acknowledged; with `early` it is the control
 * that says so before COMMIT, which the harness must catch. Without arguments it only loads its modules.
 */
import type { RunId } from '../../electron/ipc/run.ts';
import { RunService } from '../../electron/main/run-service.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import type { WorkerEvent } from '../../electron/worker/protocol.ts';
import { assets } from '../support/experiments.ts';
import { BEAT_MS, clock, say } from './say.ts';
import { streamed, type AnyScenario } from './streamed.ts';
import { workerScript } from '../support/worker-script.ts';

const [path = '', name = '', early] = process.argv.slice(2);
if (path === '') process.exit(0);
const scenario = streamed(name as AnyScenario);
const seeds = new Map<RunId, number>();

/** Runs that are to be paused once, and the step from which on. */
const toPause = new Map<RunId, number>();

function acknowledge(id: RunId, step: number): void {
  say('ack', seeds.get(id)!, step);
}

/** The real store; says what it is about to do, so that kills can fall into it. */
function observed(store: Store): Store {
  return {
    ...store,
    flush(batches) {
      if (early) for (const { id, step } of batches) acknowledge(id, step);
      if (batches.some(({ checkpoint }) => checkpoint)) say('checkpoint');
      if (batches.some(({ state }) => state?.result)) say('last-flush');
      store.flush(batches);
    },
    compact(id) {
      say('compact');
      store.compact(id);
    },
  };
}

// Workers are made in the order of the runs, and numbered from 1.
process.on('worker', (worker) => {
  const { seed } = scenario[worker.threadId - 1]!.config;
  worker.on('message', (event: WorkerEvent) => {
    if (event.kind === 'batch') say('got', seed, event.step, clock());
  });
});
setInterval(() => say('beat', clock()), BEAT_MS);
say('up');
const service = new RunService({
  store: observed(openStore({ path, now: Date.now })),
  engineVersion: 'test',
  workerScript,
  assets,
  emit: (event, payload) => {
    if (event === 'run:saved' && !early) {
      const { id, step } = payload as { id: RunId; step: number };
      acknowledge(id, step);
      if (step >= (toPause.get(id) ?? Infinity) && service.liveIds.includes(id)) {
        toPause.delete(id);
        service.pause(id);
      }
    } else if (event === 'run:status') {
      const { id, state } = payload as { id: RunId; state: string };
      say('state', seeds.get(id)!, state);
      if (state === 'paused') service.resume(id);
    }
  },
  log: () => undefined,
});
for (const { config, pace, pauseAt } of scenario) {
  const plan = { name: 'durability', runs: [{ name: `seed ${config.seed}`, config }], pace };
  const { runIds } = service.start(plan);
  seeds.set(runIds[0]!, config.seed);
  if (pauseAt !== undefined) toPause.set(runIds[0]!, pauseAt);
  say('run', config.seed, runIds[0]!);
}
