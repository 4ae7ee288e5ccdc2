/** The folders `app.getPath` names, by the conventions of each system. */
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from 'electron';

export type PathName = Parameters<App['getPath']>[0];

function appData(): string {
  const home = homedir();
  if (process.platform === 'win32') {
    return process.env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming');
  }
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] || path.join(home, '.config');
}

/** A folder of the desktop: what user-dirs.dirs says on Linux, its English name elsewhere. */
function userFolder(name: string): string {
  const home = homedir();
  if (process.platform === 'linux') {
    try {
      const file = readFileSync(path.join(appData(), 'user-dirs.dirs'), 'utf8');
      const match = new RegExp(`^XDG_${name.toUpperCase()}_DIR="(.+)"`, 'm').exec(file);
      if (match) return match[1]!.replace('$HOME', home);
    } catch {
      // No such file: the usual name.
    }
  }
  return path.join(home, name[0]!.toUpperCase() + name.slice(1));
}

/** `userData` and `logs` follow the app's name; `set` holds what the app chose itself. */
export function appPath(name: PathName, appName: string, set: ReadonlyMap<string, string>): string {
  const chosen = set.get(name);
  if (chosen !== undefined) return chosen;
  const userData = (): string => appPath('userData', appName, set);
  switch (name) {
    case 'home':
      return homedir();
    case 'appData':
      return appData();
    case 'userData':
      return path.join(appData(), appName);
    case 'sessionData':
      return userData();
    case 'temp':
      return tmpdir();
    case 'exe':
    case 'module':
      return process.execPath;
    case 'logs':
      return process.platform === 'darwin'
        ? path.join(homedir(), 'Library', 'Logs', appName)
        : path.join(userData(), 'logs');
    case 'crashDumps':
      return path.join(userData(), 'Crashpad');
    case 'desktop':
    case 'documents':
    case 'music':
    case 'pictures':
    case 'videos':
      return userFolder(name);
    case 'downloads':
      return userFolder('download') === path.join(homedir(), 'Download')
        ? path.join(homedir(), 'Downloads')
        : userFolder('download');
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}
