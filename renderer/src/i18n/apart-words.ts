import { formatNumber } from '../lib/format.ts';
import { t } from './i18n.svelte.ts';

/** From here on a count of standard errors says no more than that there are many. */
const FAR = 20;

/** How far the losses of seeds are apart, in standard errors of their difference. */
export function apartWords(apart: number): string {
  return apart > FAR
    ? t('verdict.apart.far')
    : t('verdict.apart', { apart: formatNumber(apart, 2) });
}
