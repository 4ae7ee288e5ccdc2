import type { RunId, RunSummary } from '../../../electron/ipc/run.ts';
import { MOST_CHANGED_RUNS, type RunChange } from '../../../electron/ipc/library.ts';
import { historyWords } from '../i18n/history-words.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { localName } from '../i18n/local-name.ts';
import type { App } from './app.ts';
import { tellChange, tellWithUndo, withdrawUndo } from './notices.ts';

/** Changes runs; what goes out of sight by it is said, with a way back. */
export function changeRuns(app: App, runs: readonly RunSummary[], change: RunChange): void {
  const ids = runs.map(({ id }) => id);
  app.attempt(
    app.library.change(ids, change).then(() => {
      const words = leaveWords(runs, change);
      if (words) tellWithUndo(words, () => undoChangeOf(app, ids));
      else withdrawUndo();
    }),
  );
}

function leaveWords(runs: readonly RunSummary[], change: RunChange): (() => string) | null {
  const count = runs.length;
  if (change.archived) return () => t('runs.archived', { count });
  if (!change.trashed) return null;
  const [only] = runs;
  return () =>
    count === 1
      ? t('runs.trashed.one', { run: localName(only!.name) })
      : t('runs.trashed', { count });
}

/**
 * Undoes what was just done to these runs. Once they are deleted for good that is forgotten, and the last change is an
 * older one, which nobody asked to take back: then it is said.
 */
export function undoChangeOf(app: App, ids: readonly RunId[]): void {
  app.attempt(
    app.lab.request('run:summaries', ids.slice(0, MOST_CHANGED_RUNS)).then((left) => {
      if (left.length > 0) repeatChange(app, 'undo');
      else tellChange(() => t('history.gone', { count: ids.length }));
    }),
  );
}

/** Undoes or redoes the last change, and says which that was. */
export function repeatChange(app: App, which: 'undo' | 'redo'): void {
  app.attempt(
    app.history[which]().then((label) => {
      if (!label) return;
      const done = which === 'undo' ? 'history.undone' : 'history.redone';
      tellChange(() => t(done, { what: historyWords(label) }));
    }),
  );
}
