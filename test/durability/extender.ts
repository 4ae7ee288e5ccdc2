/**
 * `extender.ts <library> [torn]`: gives all finished runs of a library more steps through the real run service,
 * workers and store, until it is killed. With `torn` it is the control whose library knows no transactions: each
 * statement is committed by itself. Without arguments it only loads its modules.
 */
import type { RunId } from '../../electron/ipc/run.ts';
import { RunService } from '../../electron/main/run-service.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { assets } from '../support/experiments.ts';
import { workerScript } from '../support/worker-script.ts';
import { MORE } from './extend-scenario.ts';
import { say } from './say.ts';
import { withoutTransactions } from './without-transactions.ts';

/** All of them are over in about so many seconds. */
const SECONDS = 0.8;

const [path = '', mode] = process.argv.slice(2);
if (path === '') process.exit(0);

if (mode === 'torn') withoutTransactions();

/** The real store; says what it is about to do, so that kills can fall into it. */
function observed(store: Store): Store {
  return {
    ...store,
    extendRun(id, config, from) {
      say('extending');
      return store.extendRun(id, config, from);
    },
    flush(batches) {
      if (batches.some(({ state }) => state?.result)) say('last-flush');
      store.flush(batches);
    },
    compact(id) {
      say('compact');
      store.compact(id);
    },
  };
}

const store = observed(openStore({ path, now: Date.now }));
const runs = store.listRuns({ limit: 100, trashed: false });
const seeds = new Map(runs.map(({ id, config }) => [id, config!.seed]));
const service = new RunService({
  store,
  engineVersion: 'test',
  workerScript,
  assets,
  emit: (event, payload) => {
    const { id, step } = payload as { id: RunId; step: number };
    if (event === 'run:saved') say('ack', seeds.get(id)!, step);
    else if (event === 'run:event') say('extended', seeds.get(id)!);
  },
  log: () => undefined,
});
// Lives on when all are over.
setInterval(() => undefined, 1000);
await service.extend([...seeds.keys()], MORE, MORE / SECONDS);
