/** A worker thread that trains our trainer for a while, handing over what it records or recording next to nothing. */
import { parentPort } from 'node:worker_threads';
import { createRecorder } from '../../core/training/recorder.ts';
import type { Trainer } from '../../core/training/trainer.ts';
import { threadTime } from './processor-time.ts';
import { ourTrainer } from './our-trainer.ts';
import { RUN_STEPS, workload, type Workload, type WorkloadId } from './workloads.ts';

export interface Errand {
  readonly workload: WorkloadId;
  /** Whether every step is recorded and sent to the other thread. */
  readonly streamed: boolean;
  readonly milliseconds: number;
}

/** Steps between two messages; between two looks at the clock. */
const SLICE = 8192;
const CHUNK_MS = 120;

const port = parentPort!;
const workloads = new Map<WorkloadId, Workload>();

port.on('message', ({ workload: id, streamed, milliseconds }: Errand) => {
  const given = workloads.get(id) ?? workload(id);
  workloads.set(id, given);
  const create = (): Trainer => ourTrainer(given, streamed ? 1 : RUN_STEPS);
  let trainer = create();
  let recorder = createRecorder();
  let best = 0;
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const begin = threadTime();
    let steps = 0;
    let took = 0;
    while (took < CHUNK_MS) {
      if (trainer.step >= RUN_STEPS) {
        trainer = create();
        recorder = createRecorder();
      }
      const slice = Math.min(SLICE, RUN_STEPS - trainer.step);
      trainer.advance(slice, recorder);
      steps += slice;
      const chunks = recorder.flush();
      if (streamed) {
        port.postMessage(
          chunks,
          chunks.map(({ values }) => values.buffer as ArrayBuffer),
        );
      }
      took = threadTime() - begin;
    }
    best = Math.max(best, (steps / took) * 1000);
  }
  port.postMessage(best);
});
