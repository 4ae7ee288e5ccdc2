import { formatNumber } from '../lib/format.ts';
import { calledIn } from './ended-run.ts';
import { grewBeyondBatches, hasGrown, type Grown } from './growth.ts';
import { t } from './i18n.svelte.ts';
import type { MeasuredSetting } from './measured-settings.ts';

/** What is to be said where nothing is left that ended below where it began. */
export interface GrownFinding {
  readonly sentence: string;
  readonly because: string;
}

type GrownSetting = MeasuredSetting & Grown;

/** Null where one of them ended no higher than it began, or that is not known. None of those that grew is the best. */
export function grownWords(settings: readonly MeasuredSetting[]): GrownFinding | null {
  const grown = settings.filter((setting): setting is GrownSetting => hasGrown(setting));
  if (settings.length === 0 || grown.length < settings.length) return null;
  const [least, next] = grown.toSorted((a, b) => growthOf(a) - growthOf(b)) as [
    GrownSetting,
    GrownSetting?,
  ];
  const kind = grewBeyondBatches(least) ? 'grew' : 'unmoved';
  const because = t(`verdict.${kind}.because`);
  const values = { least: calledIn(least), ...ends(least) };
  if (!next) return { sentence: t(`verdict.${kind}.one`, values), because };
  if (grown.length > 2) {
    return { sentence: t(`verdict.${kind}.all`, { ...values, count: grown.length }), because };
  }
  const { from, to } = ends(next);
  const both = { ...values, other: calledIn(next), otherFrom: from, otherTo: to };
  return { sentence: t(`verdict.${kind}.both`, both), because };
}

const growthOf = ({ began, loss }: Grown): number => loss - began;

function ends({ began, loss }: Grown): { readonly from: string; readonly to: string } {
  return { from: formatNumber(began), to: formatNumber(loss) };
}
