import { formatNumber } from '../lib/format.ts';
import { calledIn } from './ended-run.ts';
import { grewBeyondBatches, hasGrown, liftedByNoise, type Grown } from './growth.ts';
import { t } from './i18n.svelte.ts';
import type { MeasuredSetting } from './measured-settings.ts';

/** What is to be said where nothing is left that ended below where it began. */
export interface GrownFinding {
  readonly sentence: string;
  readonly because: string;
}

type GrownSetting = MeasuredSetting & Grown;

/**
 * Null where one of them ended no higher than it began, or that is not known, or may be by noise alone. None of those
 * that grew is the best. The one with the lowest loss comes first.
 */
export function grownWords(settings: readonly MeasuredSetting[]): GrownFinding | null {
  const grown = settings.filter((setting): setting is GrownSetting => hasGrown(setting));
  if (settings.length === 0 || grown.length < settings.length) return null;
  // A lower rate would bring them no lower than the start: their floors are compared instead.
  if (grown.some(({ config }) => liftedByNoise(config))) return null;
  const [least, next] = grown.toSorted((a, b) => growthOf(a) - growthOf(b)) as [
    GrownSetting,
    GrownSetting?,
  ];
  const kind = grown.some(grewBeyondBatches) ? 'grew' : 'unmoved';
  const because = t(`verdict.${kind}.because`);
  const values = { least: calledIn(least), ...ends(least) };
  if (!next) return { sentence: t(`verdict.${kind}.one`, values), because };
  if (grown.length > 2) {
    const count = grown.length;
    if (kind === 'grew') return { sentence: t('verdict.grew.all', { ...values, count }), because };
    const lowest = grown[0]!;
    const told = { lowest: calledIn(lowest), ...ends(lowest), count };
    return { sentence: t('verdict.unmoved.all', told), because };
  }
  const { from, to } = ends(next);
  const both = { ...values, other: calledIn(next), otherFrom: from, otherTo: to };
  return { sentence: t(`verdict.${kind}.both`, both), because };
}

const growthOf = ({ began, loss }: Grown): number => loss - began;

function ends({ began, loss }: Grown): { readonly from: string; readonly to: string } {
  return { from: formatNumber(began), to: formatNumber(loss) };
}
