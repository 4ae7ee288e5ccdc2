/**
 * Steps per second of every contender on every workload, in interleaved rounds; one process at a time works.
 * Each works at one workload only, as a thread of the app at one run: what else a process has trained changes
 * what V8 makes of its loops.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Answer, Question } from './child.ts';
import type { WorkloadId } from './workloads.ts';

export interface Entry {
  readonly firstLoss: number | null;
  /** The best chunk of all rounds. */
  readonly stepsPerSecond: number;
}

/** Contender → workload → entry; absent where it has no such model, or failed. */
export type Table = ReadonlyMap<string, ReadonlyMap<WorkloadId, Entry>>;

const WARM_UP_MS = 600;
const ROUND_MS = 250;
const ROUNDS = 3;

export async function measure(
  contenders: readonly string[],
  workloads: readonly WorkloadId[],
): Promise<Table> {
  const table = new Map(contenders.map((name) => [name, new Map<WorkloadId, Entry>()]));
  for (const workload of workloads) {
    const children = contenders.map((name) => [name, start(name)] as const);
    try {
      for (const [name, child] of children) {
        const entry = await prepare(name, child, workload);
        if (entry) table.get(name)!.set(workload, entry);
      }
      for (let round = 0; round < ROUNDS; round++) {
        for (const [name, child] of children) await race(table.get(name)!, child, workload);
      }
    } finally {
      for (const [, child] of children) child.kill();
    }
  }
  return table;
}

/** Builds the workload and warms up; null where the contender has no such model, or failed. */
async function prepare(
  name: string,
  child: ChildProcess,
  workload: WorkloadId,
): Promise<Entry | null> {
  const answer = await ask(child, { ask: 'prepare', workload });
  if ('failed' in answer) console.log(`${name} failed at ${workload}: ${answer.failed}`);
  if (!('prepared' in answer) || !answer.prepared) return null;
  await ask(child, { ask: 'train', workload, milliseconds: WARM_UP_MS });
  return { firstLoss: answer.firstLoss, stepsPerSecond: 0 };
}

async function race(
  row: Map<WorkloadId, Entry>,
  child: ChildProcess,
  workload: WorkloadId,
): Promise<void> {
  const entry = row.get(workload);
  if (!entry) return;
  const answer = await ask(child, { ask: 'train', workload, milliseconds: ROUND_MS });
  if (!('stepsPerSecond' in answer)) return;
  const stepsPerSecond = Math.max(entry.stepsPerSecond, answer.stepsPerSecond);
  row.set(workload, { ...entry, stepsPerSecond });
}

function start(name: string): ChildProcess {
  const child = fork(join(import.meta.dirname, 'child.ts'), [name], {
    // The libraries greet on both outputs; what they say counts only if they fall.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-2000)));
  child.on('exit', (code) => {
    if (code !== null) console.log(`The process of ${name} ended with exit code ${code}. ${said}`);
  });
  return child;
}

async function ask(child: ChildProcess, question: Question): Promise<Answer> {
  if (!child.connected) return { failed: 'its process is gone' };
  const { signal, abort } = abortable();
  child.send(question);
  const answered = once(child, 'message', { signal }).then(([answer]) => answer as Answer);
  const ended = once(child, 'exit', { signal }).then(() => ({ failed: 'its process ended' }));
  ended.catch(() => undefined);
  answered.catch(() => undefined);
  return Promise.race([answered, ended]).finally(abort);
}

function abortable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
