/** Training logs as texts, and what is read of them. */
import { bytesInMemory } from '../../../electron/files/byte-source.ts';
import type { FileRun } from '../../../electron/files/format.ts';
import { readLog } from '../../../electron/files/logs/read-log.ts';
import { AppError } from '../../../electron/ipc/reply.ts';

export function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** The runs of a log of this name. */
export function runsOf(text: string | Uint8Array, file = 'log.csv'): readonly FileRun[] {
  const { experiments } = readLog(bytesInMemory(bytesOf(text)), file, 5);
  return experiments.flatMap(({ runs }) => runs);
}

/** The values of every metric, each with its step. */
export function valuesOf({
  chunks,
}: FileRun): Readonly<Record<string, readonly [number, number][]>> {
  const found: Record<string, [number, number][]> = {};
  for (const { metric, first, stride, values } of chunks) {
    const all = (found[metric] ??= []);
    values.forEach((value, i) => all.push([first + i * stride, value]));
  }
  return found;
}

/** What a log that is refused is refused with. */
export function refusalOf(
  text: string | Uint8Array,
  file = 'log.csv',
): Readonly<Record<string, string>> {
  try {
    runsOf(text, file);
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-file') return error.details;
    throw error;
  }
  throw new Error('it was taken');
}
