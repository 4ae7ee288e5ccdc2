import { crc32 } from 'node:zlib';

/** CRC-32 over where bytes belong and the bytes themselves: a valid blob in a wrong place is caught too. */
export function checksum(place: string, bytes: Uint8Array): number {
  return crc32(bytes, crc32(place));
}

/** The bytes of float64 values, as stored (all supported platforms are little-endian). */
export function toBytes(values: Float64Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

/** The float64 values of stored bytes, copied so that they are aligned. */
export function fromBytes(bytes: Uint8Array): Float64Array {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return new Float64Array(copy.buffer);
}
