import { Worker } from 'node:worker_threads';
import {
  completeBackup,
  UnlikeOriginalError,
  type Completion,
} from '../store/backup/complete-backup.ts';
import type { Completed } from '../store/backup/verifier.ts';

/**
 * Completes a copy in a thread of its own, or here where such a thread cannot be had: a backup that holds
 * the window up for a moment is better than none.
 */
export async function completeInThread(
  script: URL,
  completion: Completion,
  log: (message: string) => void,
): Promise<void> {
  let completed: Completed;
  try {
    completed = await answerOf(new Worker(script, { workerData: completion }));
  } catch (error) {
    log(`no thread to check a backup in: ${String(error)}`);
    completeBackup(completion);
    return;
  }
  const { message, code } = completed;
  if (message === null) return;
  if (code === null) throw new UnlikeOriginalError(message);
  throw Object.assign(new Error(message), { code });
}

function answerOf(worker: Worker): Promise<Completed> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('messageerror', reject);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`it ended with code ${code}`)));
  });
}
