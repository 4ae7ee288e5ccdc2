import type { RunFormat } from '../../../electron/ipc/files.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { tell } from './notices.ts';

/** Writes one file for each run, where the person says; ends at the first that is cancelled. */
export async function exportRuns(
  lab: Lab,
  ids: readonly RunId[],
  format: RunFormat,
): Promise<void> {
  for (const id of ids) {
    const path = await lab.request('run:export', id, format);
    if (path === null) return;
    tell(() => t('export.done', { path }));
  }
}
