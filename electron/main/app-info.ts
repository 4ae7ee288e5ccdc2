import type { AppInfo } from '../ipc/app.ts';
import { sqliteVersion } from '../store/sqlite-version.ts';

/** Versions of everything a bit-identical rerun may depend on. */
export function engineVersion(appVersion: string): string {
  return `${appVersion}+v8.${process.versions.v8}`;
}

export function appInfo(version: string, dataFolder: string, logFolder: string): AppInfo {
  const { electron, chrome, node, v8, standIn } = process.versions;
  return {
    version,
    engineVersion: engineVersion(version),
    components: {
      Electron: electron ?? '',
      Chromium: chrome ?? '',
      'Node.js': node,
      V8: v8,
      SQLite: sqliteVersion(),
    },
    platform: `${process.platform} ${process.arch}`,
    dataFolder,
    logFolder,
    standIn: standIn !== undefined,
  };
}
