import { writeSync } from 'node:fs';

/** A writer tells the time this often; where it does not, main was not listening. */
export const BEAT_MS = 5;

/** One line to the harness, at once: what was said before a kill is never lost, and never half a promise. */
export function say(...words: readonly (string | number | bigint)[]): void {
  writeSync(1, `${words.join(' ')}\n`);
}

/** Nanoseconds of a clock that all processes and threads of a machine share. */
export function clock(): bigint {
  return process.hrtime.bigint();
}
