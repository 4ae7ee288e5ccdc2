import type { z } from 'zod';
import { show } from '../../core/parse.ts';
import { parse, stringify } from '../store/json-values.ts';
import { refuseFile, type Place } from './file-refusal.ts';
import { limits, megabytes } from './limits.ts';

/** JSON of json-values.ts whose keys are sorted, so that the same content is the same bytes. */
export function canonicalJson(value: unknown): string {
  return stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/** What a part of JSON says; `measured` is told how many values it has, before they are parsed. Throws AppError 'bad-file'. */
export function readJson(
  part: string,
  bytes: Uint8Array,
  measured?: (values: number) => void,
): unknown {
  if (bytes.length > limits.jsonBytes) {
    const [given, allowed] = [megabytes(bytes.length), megabytes(limits.jsonBytes)];
    throw refuseFile('too-large', { part }, { given, allowed });
  }
  const { tooDeepAt: deep, values } = measureJson(bytes);
  if (deep !== null) throw tooDeep({ part, offset: deep });
  if (values > limits.jsonValues) throw tooManyValues({ part }, values, limits.jsonValues);
  measured?.(values);
  const text = decode(part, bytes);
  try {
    return parse(text);
  } catch (error) {
    throw refuseFile('bad-json', { part, offset: offsetOf(error, text) });
  }
}

/** What a part says, if it is what the schema describes; the first field that is not is named. */
export function checkPart<T>(part: string, given: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const { path } = parsed.error.issues[0]!;
  const value = path.reduce<unknown>(
    (inside, key) => (inside as Record<PropertyKey, unknown> | null | undefined)?.[key],
    given,
  );
  throw badField(part, path.map(String).join('.'), value);
}

export function badField(part: string, field: string, value: unknown): Error {
  const found = value === undefined ? {} : { given: show(value) };
  return refuseFile('bad-field', { part, field: field.slice(0, 200) }, found);
}

function decode(part: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refuseFile('bad-json', { part });
  }
}

interface JsonMeasure {
  /** At which byte there are more levels than are read; null: at none. */
  readonly tooDeepAt: number | null;
  /** At least as many as there are values: what opens, and what is behind a comma. */
  readonly values: number;
}

/**
 * What JSON in UTF-8 amounts to, to be asked before it is parsed: whoever walks through it afterwards calls itself once
 * a level, and V8, which takes some hundred bytes for a small object, ends the whole process where a thread's memory
 * does not do for what it is parsing.
 */
export function measureJson(bytes: Uint8Array): JsonMeasure {
  let [depth, values, deep] = [0, 1, -1];
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === COMMA) values++;
    else if (byte === BRACE || byte === BRACKET) {
      values++;
      if (++depth > limits.jsonDepth && deep < 0) deep = at;
    } else if (byte === BRACE + 2 || byte === BRACKET + 2) depth--;
  }
  return { tooDeepAt: deep < 0 ? null : deep, values };
}

export function tooManyValues(place: Place, values: number, most: number): Error {
  return refuseFile('too-many-values', place, { given: `${values}`, allowed: `${most}` });
}

export function tooDeep(place: Place): Error {
  return refuseFile('bad-json', place, { given: 'depth', allowed: `${limits.jsonDepth}` });
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const BRACKET = 0x5b;
const BRACE = 0x7b;

/** Where V8 says the text is wrong, counted in letters; its end where it says nothing. */
function offsetOf(error: unknown, text: string): number {
  const found = /at position (\d+)/.exec(String(error));
  return found ? Number(found[1]) : text.length;
}
