/** Files that are small and want to be large: refused by what they announce, before anything is unpacked. */
import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { expect, it } from 'vitest';
import { bytesInMemory, bytesOnDisk } from '../../../electron/files/byte-source.ts';
import { limits } from '../../../electron/files/limits.ts';
import { readFile } from '../../../electron/files/read-file.ts';
import { readInThread } from '../../../electron/files/read-in-thread.ts';
import { ZipReader } from '../../../electron/files/zip-reader.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { fileWorkerScript } from '../../support/worker-script.ts';

/**
 * Enough for a machine that is busy with something else, too: what matters is that nothing is unpacked, which
 * would take longer, and more memory.
 */
const MOST_MS = 5_000;
const MOST_BYTES = 150 * 1024 * 1024;

/** What is said of a file, in time and without much memory. */
function refusal(work: () => unknown): Readonly<Record<string, string>> {
  const memory = process.memoryUsage.rss();
  const begin = performance.now();
  try {
    work();
  } catch (error) {
    const milliseconds = performance.now() - begin;
    expect(process.memoryUsage.rss() - memory).toBeLessThan(MOST_BYTES);
    expect(milliseconds).toBeLessThan(MOST_MS);
    if (error instanceof AppError) return error.details;
    throw error;
  }
  throw new Error('it was read');
}

const zipped = (parts: Zippable, level: 0 | 9 = 0): Uint8Array => zipSync(parts, { level });
const manifest = (text: string): Uint8Array => zipped({ 'manifest.json': Buffer.from(text) });
const read = (bytes: Uint8Array) => (): unknown => readFile(bytesInMemory(bytes));

it('a part that would grow a thousandfold', () => {
  const bomb = zipped({ 'manifest.json': new Uint8Array(10_000_000) }, 9);
  expect(bomb.length).toBeLessThan(20_000);
  expect(refusal(read(bomb))).toMatchObject({ fault: 'too-large', allowed: '1:100' });
});

it('a part that announces less than it unpacks to', () => {
  const bomb = zipped({ 'manifest.json': new Uint8Array(10_000_000) }, 9);
  const view = new DataView(bomb.buffer);
  const directory = Buffer.from(bomb).lastIndexOf('PK\x01\x02');
  view.setUint32(directory + 24, 1000, true);
  expect(refusal(read(bomb))).toMatchObject({ fault: 'damaged', part: 'manifest.json' });
});

it('parts that lie on top of each other and count many times', () => {
  const file = zipped({ a: new Uint8Array(60_000_000) });
  const directory = Buffer.from(file).lastIndexOf('PK\x01\x02');
  const entry = file.slice(directory, directory + 47);
  const entries = Array.from({ length: 100 }, (_, i) => {
    const copy = entry.slice();
    copy[46] = 0x40 + i;
    return copy;
  });
  const end = file.slice(directory + 47);
  new DataView(end.buffer).setUint16(10, 100, true);
  new DataView(end.buffer).setUint32(12, 47 * 100, true);
  const bomb = Buffer.concat([file.subarray(0, directory), ...entries, end]);
  expect(refusal(() => new ZipReader(bytesInMemory(bomb)))).toMatchObject({ fault: 'too-large' });
});

it('JSON a million levels deep, or with millions of keys', () => {
  const deep = manifest('['.repeat(1_000_000));
  expect(refusal(read(deep))).toEqual({
    fault: 'bad-json',
    part: 'manifest.json',
    offset: String(limits.jsonDepth),
    given: 'depth',
    allowed: String(limits.jsonDepth),
  });
  const wide = manifest(`{${'"a":1,'.repeat(12_000_000)}"b":1}`);
  expect(refusal(read(wide))).toMatchObject({ fault: 'too-large', part: 'manifest.json' });
});

it('a hundred thousand parts', () => {
  const file = zipped({ a: new Uint8Array(1) });
  const view = new DataView(file.buffer);
  view.setUint16(file.length - 22 + 10, 65_535, true);
  expect(refusal(read(file))).toMatchObject({ fault: 'too-many', field: 'parts' });
});

it('a sparse file of 5 GB, a folder, a pipe, nothing', async () => {
  const folder = temporaryFolder();
  const sparse = join(folder, 'sparse.downhill');
  const file = openSync(sparse, 'w');
  ftruncateSync(file, 5_000_000_000);
  closeSync(file);
  expect(refusal(() => readFile(bytesOnDisk(sparse)))).toMatchObject({
    fault: 'too-large',
    allowed: '512 MB',
  });
  const directory = join(folder, 'folder.downhill');
  mkdirSync(directory);
  expect(refusal(() => bytesOnDisk(directory))).toMatchObject({ fault: 'unreadable' });
  expect(refusal(() => bytesOnDisk(join(folder, 'none')))).toEqual({
    fault: 'unreadable',
    given: 'ENOENT',
  });
  if (process.platform !== 'win32') {
    const pipe = join(folder, 'pipe.downhill');
    execFileSync('mkfifo', [pipe]);
    expect(refusal(() => bytesOnDisk(pipe))).toMatchObject({ fault: 'unreadable' });
  }
  const empty = join(folder, 'empty.downhill');
  writeFileSync(empty, '');
  expect(refusal(() => readFile(bytesOnDisk(empty)))).toEqual({ fault: 'empty' });
  const reading = readInThread(fileWorkerScript, { name: 'sparse.downhill', path: sparse });
  await expect(reading).rejects.toMatchObject({ details: { fault: 'too-large' } });
  const missing = readInThread(fileWorkerScript, {
    name: 'none.downhill',
    path: join(folder, 'none'),
  });
  await expect(missing).rejects.toMatchObject({
    code: 'bad-file',
    details: { fault: 'unreadable', given: 'ENOENT' },
  });
});

it('a reader that takes too long is ended', async () => {
  const path = join(temporaryFolder(), 'x.downhill');
  writeFileSync(path, manifest('{}'));
  const reading = readInThread(fileWorkerScript, { name: 'slow.downhill', path }, 0);
  await expect(reading).rejects.toMatchObject({ details: { fault: 'too-slow' } });
});

it('a part without a name is still named', () => {
  const part = { name: '', bytes: 0, sha256: '0'.repeat(64) };
  const experiments = [{ name: 'e', race: null, createdAt: 0, runs: [1] }];
  const head = { format: 'downhill', version: 1, minReaderVersion: 1, generator: 'g' };
  const file = manifest(JSON.stringify({ ...head, experiments, parts: [part] }));
  expect(refusal(read(file))).toEqual({ fault: 'missing-part', part: "''" });
});

it('a newer file is told from a foreign one', () => {
  const newer = { format: 'downhill', version: 7, minReaderVersion: 7, experiments: 'other' };
  expect(refusal(read(manifest(JSON.stringify(newer))))).toEqual({
    fault: 'newer',
    given: '7',
    allowed: '3',
  });
  const compatible = { ...newer, minReaderVersion: 1 };
  expect(refusal(read(manifest(JSON.stringify(compatible))))).toMatchObject({
    fault: 'bad-field',
    field: 'generator',
  });
  expect(refusal(read(manifest('{"format":"other"}')))).toMatchObject({
    fault: 'foreign',
    given: 'archive',
  });
});
