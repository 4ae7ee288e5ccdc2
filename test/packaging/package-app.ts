/**
 * Packages the built app for Linux with a stub of Electron, as `npm run dist` would with the real one,
 * into a folder and a .deb; in place of fpm, which would be downloaded, a script notes what it is told.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { Arch, build, Platform } from 'electron-builder';
import configuration from '../../build/electron-builder.mjs';
import { writeStubElectron } from './stub-electron.ts';

const root = join(import.meta.dirname, '../..');
/** Native code is run by the test, so it must be for this machine. */
const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64;

export interface Packaged {
  /** Folder that a person would start the app from. */
  readonly folder: string;
  /** What fpm was asked for. */
  readonly debArguments: readonly string[];
  readonly desktopEntry: string;
}

/** `folder` must be empty; `change` overrides the configuration. */
export async function packageApp(folder: string, change: object = {}): Promise<Packaged> {
  const { version } = createRequire(import.meta.url)('electron/package.json') as {
    version: string;
  };
  const electronDist = join(folder, 'electron');
  writeStubElectron(electronDist, version);
  process.env['CUSTOM_FPM_PATH'] = writeRecorder(folder);
  // electron-builder writes into what it is given.
  const { afterPack, ...plain } = configuration;
  const config: Configuration = {
    ...structuredClone(plain),
    afterPack: afterPack ?? null,
    electronDist,
    directories: { ...configuration.directories, output: join(folder, 'release') },
    ...change,
  };
  await build({ projectDir: root, targets: Platform.LINUX.createTarget('deb', arch), config });
  const debArguments = readFileSync(join(folder, 'arguments'), 'utf8').split('\n');
  return {
    folder: join(folder, `release/linux-${arch === Arch.arm64 ? 'arm64-' : ''}unpacked`),
    debArguments,
    desktopEntry: readFileSync(join(folder, 'desktop'), 'utf8'),
  };
}

/** A program that keeps its arguments, and the desktop entry, which is a temporary file. */
function writeRecorder(folder: string): string {
  const file = join(folder, 'fpm');
  const script = [
    '#!/bin/sh',
    `printf '%s\\n' "$@" > '${folder}/arguments'`,
    'for argument in "$@"; do',
    `  case "$argument" in *.desktop=*) cp "\${argument%%=*}" '${folder}/desktop';; esac`,
    'done',
  ];
  writeFileSync(file, script.join('\n') + '\n', { mode: 0o755 });
  return file;
}
