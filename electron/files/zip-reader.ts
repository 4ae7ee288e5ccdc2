import { crc32, inflateRawSync } from 'node:zlib';
import type { ByteSource } from './byte-source.ts';
import { BEGINNING, expectContent, kindOf } from './file-kind.ts';
import { refuseFile } from './file-refusal.ts';
import { limits, megabytes } from './limits.ts';

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/**
 * The parts of a zip archive (APPNOTE 6.3; stored or deflated, no encryption, no zip64), read one by one.
 * Sizes are judged before anything is unpacked, a part never unpacks to more than it announces, and its
 * CRC-32 is checked, which fflate does not do. Names are only names: nothing is ever written under them.
 * Throws AppError 'bad-file'.
 */
export class ZipReader {
  readonly #source: ByteSource;
  readonly #entries: ReadonlyMap<string, Entry>;
  /** Where the directory begins, which is where the parts end. */
  readonly #end: number;

  constructor(source: ByteSource) {
    if (source.size > limits.fileBytes) throw tooLarge(source.size, limits.fileBytes);
    expectContent(source);
    this.#source = source;
    const { count, size, offset } = findDirectory(source);
    this.#end = offset;
    this.#entries = readDirectory(source.read(offset, size), count, offset);
  }

  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  /** Bytes of a part once it is unpacked; null if there is none of that name. */
  sizeOf(part: string): number | null {
    return this.#entries.get(part)?.size ?? null;
  }

  read(part: string): Uint8Array {
    const entry = this.#entries.get(part);
    if (!entry) throw refuseFile('missing-part', { part: shown(part) });
    const bytes = unpack(this.#packed(entry), entry);
    if (bytes.length === entry.size && crc32(bytes) === entry.crc) return bytes;
    throw refuseFile('damaged', { part });
  }

  #packed({ name: part, packed, offset }: Entry): Uint8Array {
    if (offset + LOCAL_BYTES > this.#end) throw refuseFile('damaged', { part, offset });
    const header = viewOf(this.#source.read(offset, LOCAL_BYTES));
    if (header.getUint32(0, true) !== LOCAL) throw refuseFile('damaged', { part, offset });
    const begin = offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
    if (begin + packed > this.#end) throw refuseFile('damaged', { part, offset });
    return this.#source.read(begin, packed);
  }
}

function findDirectory({ size: fileSize, read }: ByteSource): {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
} {
  const length = Math.min(fileSize, END_BYTES + LONGEST_COMMENT);
  const tail = viewOf(read(fileSize - length, length));
  for (let at = length - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + tail.getUint16(at + 20, true) !== length) continue;
    const count = tail.getUint16(at + 10, true);
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    const end = fileSize - length + at;
    if (count > limits.parts) throw tooMany('parts', count, limits.parts);
    if (offset + size > end) throw refuseFile('damaged', { offset: end });
    return { count, size, offset };
  }
  throw withoutDirectory(fileSize, read(0, Math.min(fileSize, BEGINNING)));
}

/** Of an archive the directory is the end: where that is missing it was cut off. */
function withoutDirectory(size: number, beginning: Uint8Array): Error {
  const isZip = viewOf(beginning).byteLength >= 4 && viewOf(beginning).getUint32(0, true) === LOCAL;
  if (isZip) return refuseFile('damaged', { offset: size });
  return refuseFile('foreign', {}, { given: kindOf(beginning) });
}

function readDirectory(
  directory: Uint8Array,
  count: number,
  start: number,
): ReadonlyMap<string, Entry> {
  const view = viewOf(directory);
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for (let i = 0, at = 0; i < count; i++) {
    const offset = start + at;
    if (at + CENTRAL_BYTES > directory.length || view.getUint32(at, true) !== CENTRAL) {
      throw refuseFile('damaged', { offset });
    }
    const nameEnd = at + CENTRAL_BYTES + view.getUint16(at + 28, true);
    const end = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (end > directory.length) throw refuseFile('damaged', { offset });
    const entry: Entry = {
      name: new TextDecoder().decode(directory.subarray(at + CENTRAL_BYTES, nameEnd)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    checkEntry(entry, view.getUint16(at + 8, true), offset);
    unpacked += entry.size;
    if (unpacked > limits.unpackedBytes) throw tooLarge(unpacked, limits.unpackedBytes);
    if (entries.has(entry.name)) throw refuseFile('damaged', { part: shown(entry.name), offset });
    entries.set(entry.name, entry);
    at = end;
  }
  return entries;
}

function checkEntry({ name, method, packed, size }: Entry, flags: number, offset: number): void {
  const part = shown(name);
  if ((flags & ENCRYPTED) !== 0 || (method !== STORED && method !== DEFLATED)) {
    throw refuseFile('foreign', { part, offset }, { given: 'archive' });
  }
  if (method === STORED && packed !== size) throw refuseFile('damaged', { part, offset });
  if (size <= packed * limits.ratio) return;
  const given = packed === 0 ? '∞' : String(Math.ceil(size / packed));
  throw refuseFile('too-large', { part }, { given: `1:${given}`, allowed: `1:${limits.ratio}` });
}

function unpack(packed: Uint8Array, { name: part, method, size }: Entry): Uint8Array {
  if (method === STORED) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw refuseFile('damaged', { part });
  }
}

function tooLarge(bytes: number, most: number): Error {
  return refuseFile('too-large', {}, { given: megabytes(bytes), allowed: megabytes(most) });
}

export function tooMany(field: string, count: number, most: number): Error {
  return refuseFile('too-many', { field }, { given: `${count}`, allowed: `${most}` });
}

/** A stranger's name of a part, fit for a sentence: in quotation marks where there is nothing to be seen. */
export function shown(name: string): string {
  return name.trim() === '' ? `'${name.slice(0, 100)}'` : name.slice(0, 100);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
