import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBuilt } from '../../build/built.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const outputs = [
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/worker/run-worker.cjs',
  'out/worker/verifier.cjs',
  'out/worker/file-worker.cjs',
  'out/renderer/index.html',
];
const sources = [
  'core/math/rng.ts',
  'electron/main/index.ts',
  'renderer/src/main.ts',
  'electron.vite.config.ts',
  'worker.vite.config.ts',
  'svelte.config.js',
  'package.json',
  'package-lock.json',
];

/** Seconds since 1970. */
const written = 1_000_000;
const built = written + 100;

function put(root: string, file: string, time: number): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  utimesSync(path, time, time);
  for (let folder = dirname(path); folder !== root; folder = dirname(folder)) {
    utimesSync(folder, time, time);
  }
}

function project(): string {
  const root = temporaryFolder();
  for (const file of sources) put(root, file, written);
  for (const file of outputs) put(root, file, built);
  return root;
}

describe('isBuilt', () => {
  it('is true when every output is newer than every source', () => {
    expect(isBuilt(project())).toBe(true);
  });

  it.each(outputs)('is false without %s', (file) => {
    const root = project();
    rmSync(join(root, file));
    expect(isBuilt(root)).toBe(false);
  });

  it.each(sources)('is false after a change of %s', (file) => {
    const root = project();
    utimesSync(join(root, file), built + 1, built + 1);
    expect(isBuilt(root)).toBe(false);
  });

  it('is false after a source was removed', () => {
    const root = project();
    rmSync(join(root, 'core/math/rng.ts'));
    expect(isBuilt(root)).toBe(false);
  });
});
