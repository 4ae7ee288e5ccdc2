import { DISTINCT, seedsApart } from '../../../core/analysis/verdict.ts';
import { formatNumber } from '../lib/format.ts';
import { apartWords } from './apart-words.ts';
import { calledIn } from './ended-run.ts';
import type { ExactSetting } from './exact-settings.ts';
import { sentences, t } from './i18n.svelte.ts';

/** What the seeds say beside an order that is known exactly. */
export interface SeedsBeside {
  readonly words: string;
  /** They have the same one lowest. */
  readonly agree: boolean;
}

/** Settings in the order of their expectations, two at least. `swaps`: how often last losses swap order is known. */
export function seedsBeside(settings: readonly ExactSetting[], swaps: boolean): SeedsBeside {
  const [best, second] = settings as readonly [ExactSetting, ExactSetting, ...ExactSetting[]];
  const lead = settings.reduce((a, b) => (b.exact.measured < a.exact.measured ? b : a));
  const last = t('verdict.last', { count: best.steps });
  if (lead !== best && best.loss < lead.loss) {
    // A stretch holds more of the way than the end does: it may order them otherwise without any luck.
    const kind = lead.exact.tail < best.exact.tail ? 'stretch' : 'luck';
    const count = Math.min(best.losses.size, lead.losses.size);
    const values = { last, count, lead: calledIn(lead), ...against(lead, best) };
    return { words: t(`verdict.expected.${kind}`, values), agree: false };
  }
  const { apart, seeds, paired } = seedsApart(second.losses, best.losses);
  const values = { last, ...against(best, second) };
  if (seeds < 2) return { words: t('verdict.expected.oneSeed', values), agree: true };
  const sure = apart >= DISTINCT;
  const told = sure
    ? t('verdict.expected.tail', { ...values, seeds, apart: apartWords(apart) })
    : t('verdict.expected.within', { ...values, seeds });
  const more = [
    ...(paired ? [] : [t('verdict.otherSeeds')]),
    ...(sure && swaps ? [t('verdict.swaps')] : []),
  ];
  return { words: sentences([told, ...more]), agree: true };
}

function against(
  low: ExactSetting,
  high: ExactSetting,
): { readonly low: string; readonly high: string } {
  return { low: formatNumber(low.exact.measured), high: formatNumber(high.exact.measured) };
}
