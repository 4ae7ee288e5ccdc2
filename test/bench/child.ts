/** One contender in a process of its own; `run.ts` asks it to prepare a workload, or to train for a while. */
import type { Contender, Training } from './contenders/contender.ts';
import { processTime } from './processor-time.ts';
import { workload, type WorkloadId } from './workloads.ts';

export type Question =
  | { readonly ask: 'prepare'; readonly workload: WorkloadId }
  | { readonly ask: 'train'; readonly workload: WorkloadId; readonly milliseconds: number };

export type Answer =
  | { readonly prepared: boolean; readonly firstLoss: number | null }
  | { readonly stepsPerSecond: number }
  | { readonly failed: string };

/** Processor time of a chunk: long enough for the clock, short enough to fall between two disturbances. */
const CHUNK_MS = 40;

const { default: contender } = (await import(`./contenders/${process.argv[2]}.ts`)) as {
  default: Contender;
};
const trainings = new Map<WorkloadId, Training>();
const chunks = new Map<WorkloadId, number>();

async function prepare(id: WorkloadId): Promise<Answer> {
  const training = await contender(workload(id));
  if (!training) return { prepared: false, firstLoss: null };
  trainings.set(id, training);
  return { prepared: true, firstLoss: training.firstLoss };
}

/** The best chunk within the time; the chunk is as many steps as take about CHUNK_MS. */
function train(id: WorkloadId, milliseconds: number): Answer {
  const training = trainings.get(id)!;
  let steps = chunks.get(id) ?? 1;
  let best = 0;
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const begin = processTime();
    training.run(steps);
    const took = processTime() - begin;
    if (took >= CHUNK_MS / 2) best = Math.max(best, (steps / took) * 1000);
    else steps *= 2;
    if (took > 2 * CHUNK_MS && steps > 1) steps >>= 1;
  }
  chunks.set(id, steps);
  return { stepsPerSecond: best };
}

process.on('message', (question: Question) => {
  const answer =
    question.ask === 'prepare'
      ? prepare(question.workload)
      : Promise.resolve(train(question.workload, question.milliseconds));
  answer.then(
    (said) => process.send?.(said),
    (error: Error) => process.send?.({ failed: error.message }),
  );
});
