import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { app, clipboard, ClipboardItem, shell } from 'electron';
import type { AppFolder } from '../ipc/app.ts';
import { AppError } from '../ipc/reply.ts';
import { appInfo } from './app-info.ts';
import { askFile, askImportAgain, askSavePath } from './file-dialogs.ts';
import type { Platform } from './handlers.ts';
import { readLicences } from './licences.ts';
import type { PreferenceKeeper } from './preferences.ts';
import { pageAsPdf, printPage } from './print-page.ts';
import { doInWindow } from './window-commands.ts';

export interface PlatformOptions {
  readonly userData: string;
  readonly folders: Readonly<Record<AppFolder, string>>;
  readonly preferences: PreferenceKeeper;
  /** The library file, which may be another one after a restoration. */
  readonly library: () => string;
}

/** What handlers need of Electron and of the system. */
export function createPlatform(options: PlatformOptions): Platform {
  const { userData, folders, preferences, library } = options;
  return {
    info: () => appInfo(app.getVersion(), userData, folders.logs),
    licences: () => readLicences(app.getAppPath(), dirname(process.execPath)),
    openFolder: (which) => openFolder(folders[which]),
    storage: () => {
      const path = library();
      const { bavail, bsize } = statfsSync(dirname(path));
      return { library: path, bytes: bytesOf(path) + bytesOf(`${path}-wal`), free: bavail * bsize };
    },
    askSavePath: (name, kind) => askSavePath(preferences.current.locale, name, kind),
    askFile: () => askFile(preferences.current.locale),
    askImportAgain: (file, known) => askImportAgain(preferences.current.locale, file, known),
    doInWindow,
    printPage,
    pageAsPdf,
    copyPicture: (png) =>
      clipboard.write([
        new ClipboardItem({ 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) }),
      ]),
  };
}

/** Shows a folder in the system's own window. */
export async function openFolder(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem !== '') throw new AppError('file', problem, { path });
}

function bytesOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
