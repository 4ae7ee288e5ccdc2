/**
 * Where Electron's binary is, and how it gets there. The `electron` package itself is never asked:
 * it would start a download on its own.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const executables = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Folder of the installed `electron` package. */
export const electronPackage = dirname(
  createRequire(import.meta.url).resolve('electron/package.json'),
);

/**
 * The real binary, or null. `ELECTRON_OVERRIDE_DIST_PATH` names its folder and is taken or refused;
 * otherwise it is where Electron's own installer puts it.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string | null}
 */
export function electronBinary(env = process.env) {
  const executable = executables[process.platform] ?? 'electron';
  const chosen = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen) {
    const file = join(chosen, executable);
    if (existsSync(file)) return file;
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH is "${chosen}", which holds no ${executable}. Correct it or unset it.`,
    );
  }
  const note = join(electronPackage, 'path.txt');
  if (!existsSync(note)) return null;
  const file = join(electronPackage, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(file) ? file : null;
}
