import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chosenDataFolder, useDataFolder } from '../../../electron/main/data-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('--data-dir', () => {
  it.each([
    [['downhill'], null],
    [['downhill', '--data-dir'], null],
    [['downhill', '--data-dir='], null],
    [['downhill', '--data-dir', '--other'], null],
    [['downhill', '--data-directory=x'], null],
    [['downhill', '--data-dir=a b'], 'a b'],
    [['downhill', '--data-dir', 'a b'], 'a b'],
    [['downhill', '--data-dir=first', '--data-dir=second'], 'second'],
    [['downhill', '--data-dir==x'], '=x'],
  ])('%j', (argv, folder) => {
    expect(chosenDataFolder(argv)).toBe(folder === null ? null : resolve(folder));
  });

  it('is made before everything the app writes is sent there', () => {
    const folder = join(temporaryFolder(), 'class', 'room 3');
    const set: Record<string, string> = {};
    useDataFolder(
      {
        setPath: (name, path) => {
          expect(existsSync(path)).toBe(true);
          set[name] = path;
        },
        setAppLogsPath: (path) => void (set['logs'] = path ?? ''),
      },
      folder,
    );
    expect(set).toEqual({ userData: folder, sessionData: folder, logs: join(folder, 'logs') });
  });
});
