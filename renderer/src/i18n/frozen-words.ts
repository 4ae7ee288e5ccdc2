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
  return t('frozen.times', { times: rounded(factor) });
}

const rounded = (factor: number): string => String(Number(factor.toPrecision(2)));

/** What it ended with, and what it would have come to; null where that is not known. */
export function costWords(cost: FrozenCost | null): string | null {
  if (!cost) return null;
  const values = {
    loss: formatNumber(cost.loss),
    rate: formatSetting(cost.rate),
    steady: formatNumber(cost.steady),
  };
  const times = timesSteady(cost);
  return times === null ? t('frozen.cost', values) : t('frozen.cost.times', { ...values, times });
}

/** The factor of the chip; null where the minimum is not zero, and the two losses are not in that ratio. */
function timesSteady({ loss, steady, factor }: FrozenCost): string | null {
  const ratio = loss / steady;
  if (factor > FAR) return ratio > FAR ? t('frozen.cost.over', { times: FAR }) : null;
  const times = rounded(factor);
  return rounded(ratio) === times ? t('frozen.cost.exactly', { times }) : null;
}

/** What the chip of these runs means, and what its factor compares with, for who points at it. */
export function frozenHelp(ends: readonly FrozenEnd[]): string {
  const costs = ends.flatMap(({ cost }) => cost ?? []);
  if (costs.length === 0) return t('frozen.help');
  const said = ends.length === 1 ? costWords(costs[0]!)! : t('frozen.help.factor');
  return sentences([t('frozen.help'), said]);
}
