import { tick } from 'svelte';
import type { ExportSelection, ImportSource } from '../../../electron/ipc/experiment-files.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { errorSentence } from '../i18n/errors.ts';
import { sentences, t } from '../i18n/i18n.svelte.ts';
import { takenWords } from '../i18n/log-words.ts';
import type { App } from './app.ts';
import { dropFault } from './experiment-files.svelte.ts';
import { tell, tellRefusal, tellWithUndo } from './notices.ts';
import { undoChangeOf } from './run-changes.ts';

/** Writes runs into one file, and says where; null: all that are not in the trash. */
export async function exportToFile({ files }: App, selection: ExportSelection): Promise<void> {
  const exported = await files.export(selection);
  if (!exported) return;
  const { path, runs, damaged } = exported;
  tell(() =>
    sentences([
      t('file.exported', { count: runs, path }),
      ...(damaged > 0 ? [t('file.exported.damaged', { count: damaged })] : []),
    ]),
  );
}

/**
 * Takes in a file, shows its runs and offers to take that back, or opens what it gives to do in the Lab; whether
 * there was one, taken in or not.
 */
export async function importFile(app: App, source: ImportSource): Promise<boolean> {
  const imported = await unlessRefused(app.files.import(source));
  if (imported === null) return false;
  if (imported === 'refused' || imported === 'declined') return true;
  const { file, runIds, restored, assignment, logs } = imported;
  if (assignment) {
    app.sweeper.close();
    app.session.assign(assignment);
  }
  app.navigation.go({ id: assignment ? 'lab' : 'runs' });
  // What is said is not carried from one place to the next.
  await tick();
  if (assignment && runIds.length === 0) {
    const { title } = assignment;
    tellWithUndo(
      () => t('assignment.opened', { title }),
      () => app.session.unassign(assignment),
    );
    return true;
  }
  tellWithUndo(
    () => {
      const came = t(restored ? 'file.restored' : 'file.imported', { count: runIds.length, file });
      return sentences([came, ...takenWords(logs)]);
    },
    () => undoChangeOf(app, runIds),
  );
  return true;
}

/** Refused where the file is not taken, which is said with the place of the fault. */
async function unlessRefused<T>(importing: Promise<T>): Promise<T | 'refused'> {
  try {
    return await importing;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad-file') throw error;
    tellRefusal(() => errorSentence(error));
    return 'refused';
  }
}

/** Takes in what was dropped on the window, one file after the other. */
export async function importDropped(app: App, dropped: readonly File[]): Promise<void> {
  for (const file of dropped) {
    const { name } = file;
    const fault = dropFault(file);
    if (fault) tellRefusal(() => t(`file.drop.${fault}`, { file: name }));
    else await importFile(app, { name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
}

/**
 * Takes in all files the system has given, once the page has found its place, and from now on. Returns the
 * function that ends it.
 */
export function followGivenFiles(app: App, ready: Promise<unknown>): () => void {
  let taking: Promise<void> = ready.then(
    () => undefined,
    () => undefined,
  );
  const takeAll = async (): Promise<void> => {
    while (await importFile(app, 'given'));
  };
  const take = (): void => {
    taking = taking.then(takeAll);
    app.attempt(taking);
    taking = taking.catch(() => undefined);
  };
  take();
  return app.lab.on('file:given', take);
}
