import { refuseFile } from './file-refusal.ts';
import type { FileKind } from '../ipc/experiment-files.ts';

/** How files of other kinds begin; letters stand for their bytes. */
const beginnings: readonly (readonly [begins: string, kind: FileKind])[] = [
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['%PDF', 'pdf'],
  ['SQLite format 3\0', 'database'],
  // Spreadsheets and documents of today are zip archives, those of old begin as the next one does.
  ['PK\x03\x04', 'archive'],
  ['PK\x05\x06', 'archive'],
  ['\xd0\xcf\x11\xe0', 'document'],
  ['\x1f\x8b', 'archive'],
  ["7z\xbc\xaf'\x1c", 'archive'],
  ['Rar!', 'archive'],
];
/** As many bytes as are looked at. */
export const BEGINNING = 512;

/** What a file is by its first bytes; `text` where there is nothing that text has not. */
export function kindOf(beginning: Uint8Array): FileKind {
  const letters = Buffer.from(beginning.subarray(0, BEGINNING)).toString('latin1');
  // Sounds and films are RIFF files as well.
  if (/^RIFF.{4}WEBP/s.test(letters)) return 'picture';
  const known = beginnings.find(([begins]) => letters.startsWith(begins));
  if (known) return known[1];
  // eslint-disable-next-line no-control-regex -- what no text has is what is looked for
  return /[\0-\x08\x0e-\x1f]/.test(letters) ? 'unknown' : 'text';
}

/** Throws where there is not one byte. */
export function expectContent({ size }: { readonly size: number }): void {
  if (size === 0) throw refuseFile('empty');
}
