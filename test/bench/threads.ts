/** What streaming every step to another thread costs. */
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
    const errand = { workload, milliseconds: MILLISECONDS };
    silent = Math.max(silent, await send(worker, { ...errand, streamed: false }));
    streamed = Math.max(streamed, await send(worker, { ...errand, streamed: true }));
  }
  const speeds = [streamed, silent].map((speed) => Math.round(speed).toLocaleString('en'));
  console.log(
    `${workload}: every step recorded and streamed ${speeds[0]} steps/s, not recorded ${speeds[1]}: costs ${percent(1 - streamed / silent)}`,
  );
}

export async function streamingToAnotherThread(workloads: readonly WorkloadId[]): Promise<void> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url));
  try {
    console.log('\nStreaming to another thread');
    for (const workload of workloads) await streaming(worker, workload);
  } finally {
    await worker.terminate();
  }
}
