import { join } from 'node:path';
import { app, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { FILE_EXTENSION, logExtensions } from '../ipc/experiment-files.ts';
import type { Locale } from '../ipc/preferences.ts';
import { ask, windowInFront } from './ask.ts';
import { words, type MainKey } from './i18n/index.ts';
import type { SavedKind } from './save-question.ts';

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
  const over = windowInFront();
  const { canceled, filePath } = await (over
    ? dialog.showSaveDialog(over, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for a file to import; a path, or null if the person cancelled. */
export async function askFile(locale: Locale): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: words(locale, 'dialog.open.downhill'),
    defaultPath: app.getPath('documents'),
    filters: [
      {
        name: words(locale, 'dialog.importable'),
        extensions: [FILE_EXTENSION, ...logExtensions],
      },
    ],
    properties: ['openFile'],
  };
  const over = windowInFront();
  const { canceled, filePaths } = await (over
    ? dialog.showOpenDialog(over, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks whether to import a file once more, of whose runs so many are here; closing the question means no. */
export function askImportAgain(
  locale: Locale,
  file: string,
  known: number,
  of: number,
): Promise<boolean> {
  const key: MainKey = of === 1 ? 'import.ask.one' : known === of ? 'import.ask.all' : 'import.ask';
  return ask(locale, {
    type: 'question',
    message: words(locale, key, { file, known: String(known), of: String(of) }),
    detail: words(locale, 'import.ask.detail'),
    yes: 'import.again',
    no: 'import.cancel',
  });
}
