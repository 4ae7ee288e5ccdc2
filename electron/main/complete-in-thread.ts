import { Worker } from 'node:worker_threads';
import {
  completeBackup,
  UnlikeOriginalError,
  type Completion,
} from '../store/backup/complete-backup.ts';
import { CopyCancelledError } from '../store/backup/copy-library.ts';
import type { Completed } from '../store/backup/verifier.ts';

/**
 * Completes a copy in a thread of its own, or here where such a thread cannot be had: a backup that holds
 * the window up for a moment is better than none. Throws CopyCancelledError once `ended` says so; the thread
 * is ended as soon as it lets go of what it reads, which is not waited for.
 */
export async function completeInThread(
  script: URL,
  completion: Completion,
  log: (message: string) => void,
  ended?: AbortSignal,
): Promise<void> {
  let completed: Completed;
  try {
    completed = await answerOf(new Worker(script, { workerData: completion }), ended);
  } catch (error) {
    if (ended?.aborted) throw new CopyCancelledError('the check was ended');
    log(`no thread to check a backup in: ${String(error)}`);
    completeBackup(completion);
    return;
  }
  const { message, code, syscall } = completed;
  if (message === null) return;
  if (code === null) throw new UnlikeOriginalError(message);
  throw Object.assign(new Error(message), syscall === null ? { code } : { code, syscall });
}

function answerOf(worker: Worker, ended?: AbortSignal): Promise<Completed> {
  const settled = new AbortController();
  const answer = new Promise<Completed>((resolve, reject) => {
    const end = (): void => {
      void worker.terminate();
      reject(new CopyCancelledError('the check was ended'));
    };
    if (ended?.aborted) end();
    ended?.addEventListener('abort', end, { signal: settled.signal });
    worker.once('message', resolve);
    worker.once('messageerror', reject);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`it ended with code ${code}`)));
  });
  // The signal outlives this thread.
  return answer.finally(() => settled.abort());
}
