import { writeSync } from 'node:fs';

/** A writer tells the time this often; where it does not, main was not listening. */
export const BEAT_MS = 5;

/** One line to the harness, at once: what was said before a kill is never lost, and never half a promise. */
export function say(...words: readonly (string | number | bigint)[]): void {
  const line = `${words.join(' ')}\n`;
  while (!written(line)) Atomics.wait(asleep, 0, 0, 1);
}

const asleep = new Int32Array(new SharedArrayBuffer(4));

/** Whether there was room in the pipe: a harness that other work keeps waiting lets it fill. A line fits whole or not at all. */
function written(line: string): boolean {
  try {
    writeSync(1, line);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return false;
    throw error;
  }
}

/** Nanoseconds of a clock that all processes and threads of a machine share. */
export function clock(): bigint {
  return process.hrtime.bigint();
}
