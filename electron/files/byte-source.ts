import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { refuseFile } from './file-refusal.ts';

/** Bytes that can be read anywhere, without all of them being in memory. */
export interface ByteSource {
  readonly size: number;
  /** `length` bytes from `offset` on; the caller has checked that they are there. */
  read(offset: number, length: number): Uint8Array;
  close(): void;
}

export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
    close: () => undefined,
  };
}

/** Throws AppError 'bad-file' where there is no plain file to read, or when it cannot be read any more. */
export function bytesOnDisk(path: string): ByteSource {
  return refusing(() => {
    // Opening a pipe would wait for its other end, and a device has none.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    if (!stats.isFile()) {
      closeSync(file);
      throw refuseFile('unreadable', {}, { given: 'not a file' });
    }
    return {
      size: stats.size,
      read: (offset, length) =>
        refusing(() => {
          const bytes = new Uint8Array(length);
          for (let at = 0; at < length;) {
            const read = readSync(file, bytes, at, length - at, offset + at);
            if (read === 0) throw refuseFile('damaged', { offset: offset + at });
            at += read;
          }
          return bytes;
        }),
      close: () => closeSync(file),
    };
  });
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (typeof syscall !== 'string') throw error;
    throw refuseFile('unreadable', {}, { given: code ?? syscall });
  }
}
