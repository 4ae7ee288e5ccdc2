/** What streaming every step to another thread costs, and how independent runs scale with the cores. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { Errand } from './thread.ts';
import type { WorkloadId } from './workloads.ts';

const ROUNDS = 4;
const MILLISECONDS = 400;

/** Sends a thread on an errand; steps per second of its best chunk. What it streams is counted and dropped. */
function send(worker: Worker, errand: Errand): Promise<number> {
  return new Promise((resolve, reject) => {
    const listen = (said: number | readonly MetricChunk[]): void => {
      if (typeof said !== 'number') return;
      worker.off('message', listen);
      worker.off('error', reject);
      resolve(said);
    };
    worker.on('message', listen);
    worker.once('error', reject);
    worker.postMessage(errand);
  });
}

const percent = (part: number): string => `${(100 * part).toFixed(0)} %`;

async function streaming(worker: Worker, workload: WorkloadId): Promise<void> {
  let silent = 0;
  let streamed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const errand = { workload, milliseconds: MILLISECONDS, clock: 'processor' } as const;
    silent = Math.max(silent, await send(worker, { ...errand, streamed: false }));
    streamed = Math.max(streamed, await send(worker, { ...errand, streamed: true }));
  }
  const speeds = [streamed, silent].map((speed) => Math.round(speed).toLocaleString('en'));
  console.log(
    `${workload}: every step recorded and streamed ${speeds[0]} steps/s, not recorded ${speeds[1]}: costs ${percent(1 - streamed / silent)}`,
  );
}

async function sweep(workers: readonly Worker[], workload: WorkloadId): Promise<void> {
  const errand = { workload, streamed: false, milliseconds: MILLISECONDS, clock: 'wall' } as const;
  let alone = 0;
  let together = 0;
  for (let round = 0; round < ROUNDS; round++) {
    alone = Math.max(alone, await send(workers[0]!, errand));
    const speeds = await Promise.all(workers.map((worker) => send(worker, errand)));
    together = Math.max(
      together,
      speeds.reduce((sum, speed) => sum + speed, 0),
    );
  }
  const n = workers.length;
  const gain = together / alone;
  console.log(
    `${workload}: ${n} threads train ${gain.toFixed(2)} times as fast as one, ${percent(gain / n)} of ${n}`,
  );
}

export async function streamingAndSweeps(workloads: readonly WorkloadId[]): Promise<void> {
  const workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL('./thread.ts', import.meta.url)),
  );
  try {
    console.log('\nStreaming to another thread');
    for (const workload of workloads) await streaming(workers[0]!, workload);
    console.log(
      '\nIndependent runs, one thread each, by the clock on the wall (on an idle machine)',
    );
    for (const workload of workloads) await sweep(workers, workload);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
