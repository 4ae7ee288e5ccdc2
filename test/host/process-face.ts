/** Makes `process` look as it does in Electron's main process. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { host } from './host.ts';

/** The version the app is built against; its package is installed even where its binary is not. */
function electronVersion(): string {
  const manifest = createRequire(import.meta.url).resolve('electron/package.json');
  const text = readFileSync(join(dirname(manifest), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

export function prepareProcess(): void {
  const { appDir, args, packaged, resourcesPath } = host.options;
  // `standIn` is how the app, and whoever reads a log, can tell this host from a real Electron.
  const versions = { ...process.versions, electron: electronVersion(), chrome: '', standIn: '1' };
  Object.defineProperty(process, 'versions', { value: versions, configurable: true });
  Object.assign(process, {
    type: 'browser',
    resourcesPath,
    defaultApp: packaged ? undefined : true,
  });
  process.argv = [process.execPath, ...(packaged ? [] : [appDir]), ...args];
}
