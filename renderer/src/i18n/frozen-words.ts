import { formatNumber, formatSetting } from '../lib/format.ts';
import type { FrozenCost } from '../lib/frozen-cost.ts';
import type { FrozenEnd } from '../lib/travel-budget.ts';
import { sentences, t } from './i18n.svelte.ts';

/** Beyond so many times the loss it matters no more how many. */
const FAR = 100;

/** In a chip: `frozen, 4× loss`, of several runs `2 frozen, worst 4× loss`; the cost where it is known. */
export function frozenShort(ends: readonly FrozenEnd[]): string {
  const factors = ends.flatMap(({ cost }) => (cost ? [cost.factor] : []));
  const words = ends.length > 1 ? 'frozen.short.several' : 'frozen.short';
  const cost = factors.length > 0 ? timesLoss(Math.max(...factors)) : null;
  const count = ends.length;
  if (cost === null) return count > 1 ? t('frozen.count', { count }) : t('state.kind.frozen');
  return t(words, { count, cost });
}

function timesLoss(factor: number): string {
  if (factor > FAR) return t('frozen.times.over', { times: FAR });
  return t('frozen.times', { times: String(Number(factor.toPrecision(2))) });
}

/** What it ended with, and what it would have come to; null where that is not known. */
export function costWords(cost: FrozenCost | null): string | null {
  if (!cost) return null;
  return t('frozen.cost', {
    loss: formatNumber(cost.loss),
    rate: formatSetting(cost.rate),
    steady: formatNumber(cost.steady),
  });
}

/** The same with what frozen means, for who points at the chip of a run. */
export function frozenHelp({ cost }: FrozenEnd): string {
  const said = costWords(cost);
  return sentences([t('frozen.help'), ...(said === null ? [] : [said])]);
}
