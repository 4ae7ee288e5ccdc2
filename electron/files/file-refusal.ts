import { AppError } from '../ipc/reply.ts';
import type { FileFault } from '../ipc/experiment-files.ts';

/**
 * Where in a file the fault is: the part, the field of it (`series.2.part`), or the byte or letter; in a log the
 * line or the record, from 1, and the column, by its name; with a line the letter of it, from 1.
 */
export interface Place {
  readonly part?: string;
  readonly field?: string;
  readonly offset?: number;
  readonly line?: number;
  readonly record?: number;
  readonly column?: string;
}

/** What was found and what is allowed, as short printable texts. */
interface Found {
  readonly given?: string;
  readonly allowed?: string;
}

/** A file that is not taken: what is wrong with it, and where. */
export function refuseFile(fault: FileFault, place: Place = {}, found: Found = {}): AppError {
  const details: Record<string, string> = { fault };
  for (const [key, value] of Object.entries({ ...place, ...found })) {
    if (value !== undefined) details[key] = String(value);
  }
  const words = Object.entries(details).map(([key, value]) => `${key} ${value}`);
  return new AppError('bad-file', words.join(', ').slice(0, 1000), details);
}
