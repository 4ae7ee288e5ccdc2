import { t } from './i18n.svelte.ts';

/** What the number at the end of a row is, for who points at its head. */
export function tailWords(steps: number, seeds: number): string {
  return seeds > 1
    ? t('table.tail.help.seeds', { steps, count: seeds })
    : t('table.tail.help', { steps });
}
