/** A thread that reads one file and ends: whatever is in the file can spoil nothing but this. */
import { parentPort, workerData } from 'node:worker_threads';
import { isExperimentFile } from '../ipc/experiment-files.ts';
import { AppError, dataOf } from '../ipc/reply.ts';
import { bytesInMemory, bytesOnDisk } from './byte-source.ts';
import type { FileContent } from './format.ts';
import { readLog } from './logs/read-log.ts';
import { readFile } from './read-file.ts';
import type { FileToRead, ReadEnd } from './read-in-thread.ts';

const given = workerData as FileToRead;
try {
  const content = contentOf(given);
  end({ content }, buffersOf(content));
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  end({ refusal: dataOf(error) }, []);
}

function contentOf(file: FileToRead): FileContent {
  const source = 'path' in file ? bytesOnDisk(file.path) : bytesInMemory(file.bytes);
  try {
    return isExperimentFile(file.name) ? readFile(source) : readLog(source, file.name, Date.now());
  } finally {
    source.close();
  }
}

function end(message: ReadEnd, transfer: readonly ArrayBuffer[]): void {
  parentPort!.postMessage(message, transfer);
}

/** Each once: the stretches of a series share one. */
function buffersOf({ experiments }: FileContent): readonly ArrayBuffer[] {
  const runs = experiments.flatMap(({ runs: own }) => own);
  return [
    ...new Set(
      runs.flatMap(({ chunks, checkpoints }) => [
        ...chunks.map(({ values }) => values.buffer as ArrayBuffer),
        ...checkpoints.map(({ json }) => json.buffer as ArrayBuffer),
      ]),
    ),
  ];
}
