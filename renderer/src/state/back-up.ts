import { t } from '../i18n/i18n.svelte.ts';
import type { Backups } from './backups.svelte.ts';
import { tell } from './notices.ts';

/** Makes a backup of the library now, and says that it was made; not if it was cancelled. */
export async function backUp(backups: Backups): Promise<void> {
  if (await backups.make()) tell(() => t('backup.made'));
}
