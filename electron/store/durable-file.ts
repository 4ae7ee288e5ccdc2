import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Brings what was written to a file to the disk itself. */
export function syncFile(path: string): void {
  sync(path, 'r+');
}

/** Makes a rename in this folder durable; not every system can open a folder. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r');
}

function sync(path: string, flags: string): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
