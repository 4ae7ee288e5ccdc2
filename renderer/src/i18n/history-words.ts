import type { HistoryLabel } from '../../../electron/ipc/library.ts';
import { t } from './i18n.svelte.ts';

/** What was done to how many runs: `tagging, 3 runs`. */
export function historyWords({ kind, count }: HistoryLabel): string {
  return t('history.counted', { what: t(`history.${kind}`), count });
}
