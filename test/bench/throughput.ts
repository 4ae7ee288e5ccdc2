/** Steps per second of every contender on every workload, in interleaved rounds; one process at a time works. */
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
  const table = new Map<string, Map<WorkloadId, Entry>>();
  const children = contenders.map((name) => [name, start(name)] as const);
  try {
    for (const [name, child] of children) {
      const row = new Map<WorkloadId, Entry>();
      table.set(name, row);
      for (const workload of workloads) {
        const answer = await ask(child, { ask: 'prepare', workload });
        if ('failed' in answer) console.log(`${name} failed at ${workload}: ${answer.failed}`);
        if (!('prepared' in answer) || !answer.prepared) continue;
        await ask(child, { ask: 'train', workload, milliseconds: WARM_UP_MS });
        row.set(workload, { firstLoss: answer.firstLoss, stepsPerSecond: 0 });
      }
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (const workload of workloads) {
        for (const [name, child] of children) {
          const entry = table.get(name)?.get(workload);
          if (!entry) continue;
          const answer = await ask(child, { ask: 'train', workload, milliseconds: ROUND_MS });
          if (!('stepsPerSecond' in answer)) continue;
          const stepsPerSecond = Math.max(entry.stepsPerSecond, answer.stepsPerSecond);
          table.get(name)!.set(workload, { ...entry, stepsPerSecond });
        }
      }
    }
  } finally {
    for (const [, child] of children) child.kill();
  }
  return table;
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
