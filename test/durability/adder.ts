/**
 * `adder.ts <library> [torn]`: adds runs to the experiments of a library through the real run service, workers and
 * store, until it is killed. With `torn` it is the control whose library knows no transactions: each statement is
 * committed by itself. Without arguments it only loads its modules.
 */
import { RunService } from '../../electron/main/run-service.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { assets } from '../support/experiments.ts';
import { workerScript } from '../support/worker-script.ts';
import { ADDITIONS, addition, bases } from './addition-scenario.ts';
import { say } from './say.ts';
import { withoutTransactions } from './without-transactions.ts';

/** Steps a second: all of them are over in about a second. */
const PACE = 900;
const BETWEEN_MS = 20;

const [path = '', mode] = process.argv.slice(2);
if (path === '') process.exit(0);

if (mode === 'torn') withoutTransactions();

/** The real store; says what it is about to do, so that kills can fall into it. */
function observed(store: Store): Store {
  return {
    ...store,
    addRuns(beside, runs, engineVersion) {
      say('adding');
      return store.addRuns(beside, runs, engineVersion);
    },
    flush(batches) {
      if (batches.some(({ state }) => state?.result)) say('last-flush');
      store.flush(batches);
    },
  };
}

const store = observed(openStore({ path, now: Date.now }));
const runs = store.listRuns({ limit: 100, trashed: false }).toReversed();
const service = new RunService({
  store,
  engineVersion: 'test',
  workerScript,
  assets,
  emit: (event, payload) => {
    if (event !== 'run:saved') return;
    const { id, step } = payload as { id: string; step: number };
    say('ack', id, step);
  },
  log: () => undefined,
});
// Lives on when all are over.
setInterval(() => undefined, 1000);
for (let which = 0; which < ADDITIONS; which++) {
  for (const [base] of bases.entries()) {
    service.add({ beside: runs[base]!.id, runs: addition(base, which), pace: PACE });
    say('added', base, which);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}
