/** A sweep through the app's pool of threads: what more threads gain, from the first to the last word, start-up in it. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { sweep } from '../../core/experiment/sweep.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { SweepPool } from '../../electron/worker/sweep-pool.ts';
import { processTime } from './processor-time.ts';

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

interface Seconds {
  readonly wall: number;
  /** Of all threads together: what others do on the machine is not in it. */
  readonly processor: number;
}

/** What the pool takes with so many threads. */
async function timed(workers: number): Promise<Seconds> {
  const begin = performance.now();
  const processorBegin = processTime();
  const ends = await new SweepPool(configs, { workerScript: built, assets: {}, workers }).run();
  const processor = (processTime() - processorBegin) / 1000;
  const wall = (performance.now() - begin) / 1000;
  const failed = ends.find((end) => end?.run?.outcome.status !== 'finished');
  if (failed !== undefined) throw new Error(`A run did not end: ${JSON.stringify(failed)}`);
  return { wall, processor };
}

async function best(workers: number, before: Seconds): Promise<Seconds> {
  const { wall, processor } = await timed(workers);
  return {
    wall: Math.min(before.wall, wall),
    processor: Math.min(before.processor, processor),
  };
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
  let alone: Seconds = { wall: Infinity, processor: Infinity };
  let together = alone;
  for (let round = 0; round < ROUNDS; round++) {
    alone = await best(1, alone);
    together = await best(n, together);
  }
  const gain = alone.wall / together.wall;
  console.log(
    `1 thread ${alone.wall.toFixed(2)} s, ${n} threads ${together.wall.toFixed(2)} s: ${gain.toFixed(2)} times as fast, ${percent(gain / n)} of ${n}`,
  );
  console.log(
    `Processor time ${alone.processor.toFixed(2)} s and ${together.processor.toFixed(2)} s: if the processors are free, at most ${percent(alone.processor / together.processor)} of ${n}`,
  );
}

const percent = (part: number): string => `${(100 * part).toFixed(0)} %`;
