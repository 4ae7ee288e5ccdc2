import { crc32 } from 'node:zlib';

/** CRC-32 over where bytes belong and the bytes themselves: a good blob in a wrong place is caught too. */
export function checksum(place: string, bytes: Uint8Array): number {
  return crc32(bytes, crc32(place));
}
