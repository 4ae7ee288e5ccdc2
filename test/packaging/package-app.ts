/** Packages the built app for Linux with a stub of Electron, as `npm run dist` would with the real one. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { Arch, build, Platform } from 'electron-builder';
import configuration from '../../build/electron-builder.mjs';
import { writeStubElectron } from './stub-electron.ts';

const root = join(import.meta.dirname, '../..');

/** Returns the folder that a person would start the app from. `folder` must be empty. */
export async function packageApp(folder: string): Promise<string> {
  const { version } = createRequire(import.meta.url)('electron/package.json') as {
    version: string;
  };
  const electronDist = join(folder, 'electron');
  writeStubElectron(electronDist, version);
  const config: Configuration = {
    ...configuration,
    electronDist,
    directories: { ...configuration.directories, output: join(folder, 'release') },
  };
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config,
  });
  return join(folder, 'release/linux-unpacked');
}
