import { refuseFile } from '../file-refusal.ts';

/** Longer than any text that is none has to be looked at. */
const LOOKED_AT = 4096;

/**
 * The text of a log: UTF-8 or UTF-16 with its mark, UTF-8 without one, or else GB 18030, in which spreadsheets in
 * China write. Throws AppError 'bad-file' for bytes that are no text.
 */
export function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decode('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return decode('utf-16be', bytes);
  if (bytes.subarray(0, LOOKED_AT).includes(0)) throw refuseFile('not-text');
  try {
    return decode('utf-8', bytes);
  } catch {
    return decode('gb18030', bytes);
  }
}

/** Without the mark at its beginning. */
function decode(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw refuseFile('not-text');
  }
}

/** The beginning of a text, at most so many UTF-16 code units of it; no character is cut in two. */
export function beginningOf(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
