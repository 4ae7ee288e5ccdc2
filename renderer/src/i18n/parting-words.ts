import type { Agreement } from '../../../core/analysis/parting.ts';
import { formatCount } from '../lib/format.ts';
import { t } from './i18n.svelte.ts';

/**
 * Where compared runs part. `seeds`: a run is several trainings, of which the first were compared. `over`: nothing
 * is left to compare.
 */
export function partingWords(
  { count, first, last, partsAt }: Agreement,
  { seeds, over }: { readonly seeds: boolean; readonly over: boolean },
): string {
  const losses = t(seeds ? 'parting.losses.seeds' : 'parting.losses');
  const from = first === null || first === 0 ? '' : formatCount(first);
  const to = formatCount(last ?? 0);
  if (partsAt !== null) {
    const step = formatCount(partsAt);
    if (first === null) return t('parting.atOnce', { losses, step });
    if (from === '') return t('parting.at', { losses, step, last: to });
    return t('parting.at.from', { losses, step, from });
  }
  if (!over) return last === null ? '' : t('parting.searching', { last: to });
  if (first === null) return t('parting.nothing');
  return t('parting.never', { losses, last: to, values: formatCount(count), count });
}
