/** Whether `out/` holds a whole build that is newer than every source it is made of. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const outputs = [
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/worker/run-worker.cjs',
  'out/worker/verifier.cjs',
  'out/worker/file-worker.cjs',
  'out/renderer/index.html',
];
const sources = [
  'core',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'worker.vite.config.ts',
  'svelte.config.js',
  'package.json',
  'package-lock.json',
];

/** @param {string} root folder of package.json */
export function isBuilt(root) {
  const files = outputs.map((file) => join(root, file));
  if (!files.every((file) => existsSync(file))) return false;
  const built = Math.min(...files.map((file) => statSync(file).mtimeMs));
  return sources.every((source) => newest(join(root, source)) <= built);
}

/**
 * Folders count too: a removed file shows in its folder only.
 *
 * @param {string} path
 * @returns {number} milliseconds since 1970
 */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path, { withFileTypes: true }).map((entry) =>
    newest(join(path, entry.name)),
  );
  return Math.max(stat.mtimeMs, ...inside);
}
