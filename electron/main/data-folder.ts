import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { App } from 'electron';

const SWITCH = '--data-dir';

/**
 * The data folder a person asked for, `--data-dir=FOLDER` or `--data-dir FOLDER`; null for the
 * system's usual place. The last one counts.
 */
export function chosenDataFolder(argv: readonly string[]): string | null {
  const at = argv.findLastIndex((word) => word === SWITCH || word.startsWith(`${SWITCH}=`));
  if (at < 0) return null;
  const word = argv[at]!;
  const folder = word === SWITCH ? (argv[at + 1] ?? '') : word.slice(SWITCH.length + 1);
  return folder === '' || folder.startsWith('-') ? null : resolve(folder);
}

/** Keeps everything the app writes in `folder`, making it if need be; before the single-instance lock. */
export function useDataFolder(app: Pick<App, 'setPath' | 'setAppLogsPath'>, folder: string): void {
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  app.setAppLogsPath(join(folder, 'logs'));
}
