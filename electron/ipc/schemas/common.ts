/** What parsers of several areas are made of. */
import { z } from 'zod';
import { MOST_NAME } from '../library.ts';
import { oneLine } from '../one-line.ts';
import type { RunId } from '../run.ts';

// Without this, zod probes whether it may compile code from strings.
z.config({ jitless: true });

export const LAST_STEP = 1e9;

const MOST_GIVEN = 1000;

/** A name as stored: one line of at most 200 characters, not empty. */
export const name = z
  .string()
  .max(MOST_GIVEN)
  .transform(oneLine)
  .pipe(z.string().min(1).max(MOST_NAME));
/** A name that is only compared with those that are there, as they were stored by whatever version. */
export const nameThere = z.string().max(MOST_GIVEN).trim().min(1).max(MOST_NAME);
export const runId = z.uuid().transform((id) => id as RunId);
export const step = z.int().min(0).max(LAST_STEP);
export const line = z.string().transform(oneLine);

const isPlain = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && Object.getPrototypeOf(given) === Object.prototype;
/** Where no entry must be there a Map would do, and an Error brings a name of its own. */
export const plainObject = z.unknown().refine(isPlain, { message: 'not a plain object' });
