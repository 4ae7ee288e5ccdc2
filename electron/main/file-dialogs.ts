import { join } from 'node:path';
import { app, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { FILE_EXTENSION, logExtensions } from '../ipc/experiment-files.ts';
import type { Locale } from '../ipc/preferences.ts';
import { choose, windowInFront } from './ask.ts';
import { words, type MainKey } from './i18n/index.ts';
import type { SavedKind } from './save-question.ts';
import { isRestorable, type AgainAnswer, type AlreadyHere } from './experiment-importer.ts';

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

/**
 * Asks what to do with a file of whose runs some are here; to restore those of the trash is offered first where it gives
 * all that the file holds. Closing the question means no.
 */
export async function askImportAgain(
  locale: Locale,
  file: string,
  known: AlreadyHere,
): Promise<AgainAnswer> {
  const { here, trashed, of } = known;
  const values = {
    file,
    known: String(here + trashed),
    trashed: String(trashed),
    of: String(of),
  };
  const restorable = isRestorable(known);
  const answers: readonly (readonly [AgainAnswer, MainKey])[] = [
    ...(restorable ? [['restore', 'import.restore'] as const] : []),
    ['again', 'import.again'],
    ['no', 'import.cancel'],
  ];
  const chosen = await choose(locale, {
    type: 'question',
    message: words(locale, messageFor(known), values),
    detail: words(locale, detailFor(known)),
    answers: answers.map(([, key]) => key),
  });
  return answers[chosen]![0];
}

function messageFor(known: AlreadyHere): MainKey {
  const { here, trashed, of } = known;
  if (trashed === 0) {
    if (of === 1) return 'import.ask.one';
    return here === of ? 'import.ask.all' : 'import.ask';
  }
  if (!isRestorable(known)) return 'import.ask.trash';
  if (of === 1) return 'import.ask.trash.one';
  return here === 0 ? 'import.ask.trash.all' : 'import.ask.trash.some';
}

function detailFor(known: AlreadyHere): MainKey {
  if (known.trashed === 0) return 'import.ask.detail';
  return isRestorable(known) ? 'import.ask.restore.detail' : 'import.ask.trash.detail';
}
