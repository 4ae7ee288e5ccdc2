import type { RunId } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { tell } from './notices.ts';

/** Writes one CSV file for each run, where the person says; ends at the first that is cancelled. */
export async function exportRuns(lab: Lab, ids: readonly RunId[]): Promise<void> {
  for (const id of ids) {
    const path = await lab.request('run:export-csv', id);
    if (path === null) return;
    tell(() => t('export.done', { path }));
  }
}
