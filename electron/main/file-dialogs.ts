import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';
import { FILE_EXTENSION } from '../ipc/experiment-files.ts';
import type { Locale } from '../ipc/preferences.ts';
import { words, type MainKey } from './i18n/index.ts';
import type { SavedKind } from './save-question.ts';

/** Without a window a dialog would not be modal. */
function window(): BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
}

/** Asks where to save; a path, or null if the person cancelled. */
export async function askSavePath(
  locale: Locale,
  suggestedName: string,
  kind: SavedKind,
): Promise<string | null> {
  const options: SaveDialogOptions = {
    title: words(locale, `dialog.save.${kind}`),
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters: [{ name: words(locale, `dialog.${kind}`), extensions: [kind] }],
  };
  const over = window();
  const { canceled, filePath } = await (over
    ? dialog.showSaveDialog(over, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for a file of experiments; a path, or null if the person cancelled. */
export async function askFile(locale: Locale): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: words(locale, 'dialog.open.downhill'),
    defaultPath: app.getPath('documents'),
    filters: [{ name: words(locale, 'dialog.downhill'), extensions: [FILE_EXTENSION] }],
    properties: ['openFile'],
  };
  const over = window();
  const { canceled, filePaths } = await (over
    ? dialog.showOpenDialog(over, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks whether to import a file once more, of whose runs so many are here; closing the question means no. */
export async function askImportAgain(
  locale: Locale,
  file: string,
  known: number,
  of: number,
): Promise<boolean> {
  const key: MainKey = of === 1 ? 'import.ask.one' : known === of ? 'import.ask.all' : 'import.ask';
  const options: MessageBoxOptions = {
    type: 'question',
    message: words(locale, key, { file, known: String(known), of: String(of) }),
    detail: words(locale, 'import.ask.detail'),
    buttons: [words(locale, 'import.again'), words(locale, 'import.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const over = window();
  const { response } = await (over
    ? dialog.showMessageBox(over, options)
    : dialog.showMessageBox(options));
  return response === 0;
}
