import { Worker } from 'node:worker_threads';
import { AppError, type AppErrorData } from '../ipc/reply.ts';
import { refuseFile } from './file-refusal.ts';
import type { FileContent } from './format.ts';

/** `name`, without a folder, tells what kind of file it is. */
export type FileToRead = { readonly name: string } & (
  { readonly path: string } | { readonly bytes: Uint8Array }
);

export type ReadEnd = { readonly content: FileContent } | { readonly refusal: AppErrorData };

/**
 * More than what is read of a file takes at most (limits.ts; measured with test/electron/files/json-bombs.test.ts): where
 * JSON.parse itself meets this limit, V8 ends the process, not the thread.
 */
const resourceLimits = {
  maxOldGenerationSizeMb: 1024,
  maxYoungGenerationSizeMb: 64,
  stackSizeMb: 4,
};
/** A file that takes longer is given up. */
const LONGEST_MS = 120_000;

/** Reads a file in a thread of its own, which is thrown away. Throws AppError 'bad-file'. */
export function readInThread(
  script: URL,
  file: FileToRead,
  longest = LONGEST_MS,
): Promise<FileContent> {
  const worker = new Worker(script, { resourceLimits, stdin: false, workerData: file });
  const read = new Promise<FileContent>((resolve, reject) => {
    const timer = setTimeout(() => reject(refuseFile('too-slow')), longest);
    worker.on('message', (end: ReadEnd) => {
      if ('content' in end) resolve(end.content);
      else reject(new AppError(end.refusal.code, end.refusal.message, end.refusal.details));
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(memory ? refuseFile('too-large') : error);
    });
    worker.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the reading thread ended with ${code}`));
    });
  });
  return read.finally(() => worker.terminate());
}
