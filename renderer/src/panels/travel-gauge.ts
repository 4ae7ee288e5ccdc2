import { t } from '../i18n/i18n.svelte.ts';
import { formatNumber, formatPercent } from '../lib/format.ts';
import { frozenEnd, type TravelBudget } from '../lib/travel-budget.ts';
import type { AnyLine } from './stage-panes.ts';

/** Where on a gauge the travel stands that is needed: it ends a little beyond, which says that there may be more. */
export const TICK = 0.85;
/** Beyond so many times that travel it matters no more how many. */
const FAR = 10;

/** What a gauge shows at one step. */
export interface Gauge {
  /** The travel Ση that is needed. */
  readonly needed: number;
  /** Of its length, 0 … 1. */
  readonly filled: number;
  /** The travel made as a share of what is needed, in words. */
  readonly share: string;
  readonly frozen: boolean;
}

export function gaugeAt(budget: TravelBudget | null, step: number): Gauge | null {
  if (!budget) return null;
  const share = budget.share(step);
  return {
    needed: budget.needed,
    filled: Math.min(1, share * TICK),
    share:
      share > FAR
        ? t('table.budget.over', { share: formatPercent(FAR, 0) })
        : formatPercent(share, 0),
    frozen: budget.frozen(step),
  };
}

/** Of a run that is over it is said only where it cost something, as in the library. */
export function isCalledFrozen({ frozen }: Gauge, { config, run }: AnyLine): boolean {
  if (!frozen || !run?.ended) return frozen;
  const { state, reason, step, result } = run;
  return frozenEnd({ config, state, reason, step, result }) !== null;
}

interface Gauged {
  readonly name: string;
  readonly selected: boolean;
  readonly gauge: Gauge | null;
}

/** What the tick of the gauges says; of the selected run where they need unlike travels. Null: there is none. */
export function tickWords(rows: readonly Gauged[]): string | null {
  const gauged = rows.flatMap(({ gauge, ...row }) => (gauge ? [{ ...row, gauge }] : []));
  const chosen = gauged.find(({ selected }) => selected) ?? gauged[0];
  if (!chosen) return null;
  const needed = formatNumber(chosen.gauge.needed);
  const alike = gauged.every(({ gauge }) => formatNumber(gauge.needed) === needed);
  return alike ? t('table.needed', { needed }) : t('table.needed.of', { run: chosen.name, needed });
}
