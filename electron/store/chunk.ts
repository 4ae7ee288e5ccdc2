import { summarise } from '../../core/analysis/min-max-blocks.ts';
import { checksum } from './checksum.ts';

/** Little-endian float64, as they are. Compression would be a new number. */
const RAW = 0;

/** Where a chunk belongs and which steps it covers. */
export interface Place {
  readonly seq: number;
  readonly first: number;
  readonly stride: number;
  readonly n: number;
  readonly codec: number;
}

/** A row of the table without its data. */
export interface ChunkRow extends Place {
  readonly summaryCrc: number;
  readonly dataCrc: number;
  readonly summary: Buffer;
}

export interface StoredChunk extends ChunkRow {
  readonly data: Buffer;
}

/** The row that keeps `values` (little-endian on every platform this app runs on). */
export function encodeChunk(
  series: string,
  seq: number,
  first: number,
  stride: number,
  values: Float64Array,
): StoredChunk {
  const place: Place = { seq, first, stride, n: values.length, codec: RAW };
  const summary = toBytes(summarise(values));
  const data = toBytes(values);
  return {
    ...place,
    summaryCrc: checksum(placeOf('summary', series, place), summary),
    dataCrc: checksum(placeOf('values', series, place), data),
    summary,
    data,
  };
}

/** The values of a chunk, or null if they are not what was written there. */
export function decodeValues(series: string, row: ChunkRow, data: Buffer): Float64Array | null {
  const intact =
    row.codec === RAW &&
    data.length === row.n * Float64Array.BYTES_PER_ELEMENT &&
    checksum(placeOf('values', series, row), data) === row.dataCrc;
  return intact ? fromBytes(data) : null;
}

/** The block summary of a chunk, or null if it is not what was written there. */
export function decodeSummary(series: string, row: ChunkRow): Float64Array | null {
  const intact =
    row.codec === RAW && checksum(placeOf('summary', series, row), row.summary) === row.summaryCrc;
  return intact ? fromBytes(row.summary) : null;
}

export function lastStep({ first, stride, n }: Pick<Place, 'first' | 'stride' | 'n'>): number {
  return first + (n - 1) * stride;
}

function placeOf(
  part: 'summary' | 'values',
  series: string,
  { seq, first, stride, n, codec }: Place,
): string {
  return `${part}/${series}/${seq}/${first}/${stride}/${n}/${codec}`;
}

function toBytes(values: Float64Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

/** Copied, so that the values are aligned and do not keep a larger buffer alive. */
function fromBytes(bytes: Buffer): Float64Array {
  return new Float64Array(new Uint8Array(bytes).buffer);
}
