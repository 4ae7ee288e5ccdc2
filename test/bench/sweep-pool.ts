/** A sweep through the app's pool of threads: what more threads gain, from the first to the last word, start-up in it. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { sweep } from '../../core/experiment/sweep.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { SweepPool } from '../../electron/worker/sweep-pool.ts';

const ROUNDS = 3;
const RUNS = 64;
const STEPS = 300_000;

const built = new URL('../../out/worker/run-worker.cjs', import.meta.url);

const configs = sweep(
  parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: { kind: 'objective', objective: { id: 'rosenbrock' }, noise: 1 },
    optimizer: { id: 'adam' },
    schedule: { id: 'constant' },
    lr: 0.01,
    totalSteps: STEPS,
  }),
  [{ path: 'lr', values: Array.from({ length: RUNS }, (_, i) => 1e-4 * 1.08 ** i) }],
).map(({ config }) => config);

/** Seconds on the wall that the pool takes with so many threads. */
async function timed(workers: number): Promise<number> {
  const begin = performance.now();
  const ends = await new SweepPool(configs, { workerScript: built, assets: {}, workers }).run();
  const failed = ends.find((end) => end?.run?.outcome.status !== 'finished');
  if (failed !== undefined) throw new Error(`A run did not end: ${JSON.stringify(failed)}`);
  return (performance.now() - begin) / 1000;
}

export async function sweepPool(): Promise<void> {
  console.log(
    `\n${RUNS} runs of ${STEPS.toLocaleString('en')} steps through the app's pool, by the clock on the wall (on an idle machine)`,
  );
  if (!existsSync(built)) {
    console.log('Not measured: the worker is not built; "npm run build" builds it.');
    return;
  }
  const n = availableParallelism();
  let alone = Infinity;
  let together = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    alone = Math.min(alone, await timed(1));
    together = Math.min(together, await timed(n));
  }
  const gain = alone / together;
  console.log(
    `1 thread ${alone.toFixed(2)} s, ${n} threads ${together.toFixed(2)} s: ${gain.toFixed(2)} times as fast, ${((100 * gain) / n).toFixed(0)} % of ${n}`,
  );
}
