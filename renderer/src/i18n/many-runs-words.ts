import { DISTINCT, seedsApart } from '../../../core/analysis/verdict.ts';
import { formatNumber, formatPercent } from '../lib/format.ts';
import { calledIn, calledTogether } from './ended-run.ts';
import { sentences, t } from './i18n.svelte.ts';
import type { MeasuredSetting } from './measured-settings.ts';
import type { Spread } from './verdict-words.ts';

/** What the best and the next say of each other. */
interface BestTwo {
  readonly because: string | null;
  readonly spread: Spread;
}

/** Of three settings or more, the lowest first: the best against the rest, as far as the seeds bear it out. */
export function againstAll(
  settings: readonly [MeasuredSetting, MeasuredSetting, ...MeasuredSetting[]],
  two: BestTwo,
): { readonly sentence: string; readonly because: string | null } {
  const because = [
    ...(two.because === null ? [] : [two.because]),
    ...restWords(settings, two),
    ...(isNamed(settings, two) ? accuracyWords(settings) : []),
  ];
  return {
    sentence: sentenceOf(settings, two),
    because: because.length === 0 ? null : sentences(because),
  };
}

function sentenceOf(
  settings: readonly [MeasuredSetting, MeasuredSetting, ...MeasuredSetting[]],
  { spread }: BestTwo,
): string {
  const [best, second] = settings;
  const count = settings.length;
  const low = formatNumber(best.loss);
  if (best.loss === second.loss) {
    const equal = settings.filter(({ loss }) => loss === best.loss);
    const sentence = t('verdict.many.same', { names: calledTogether(equal), count, low });
    return spread === 'expected' ? t('verdict.expected', { sentence }) : sentence;
  }
  if (spread === 'within') {
    const near = [best, ...settings.slice(1).filter((one) => !isBehind(one, best))];
    const ends = near.map((one) =>
      t('verdict.many.end', { name: calledIn(one), loss: formatNumber(one.loss) }),
    );
    const values = { near: near.length, count, ends: ends.join(t('listSeparator')) };
    return near.length === count
      ? t('verdict.many.undecided.all', values)
      : t('verdict.many.undecided', values);
  }
  const values = {
    winner: calledIn(best),
    other: calledIn(second),
    high: formatNumber(second.loss),
  };
  const sentence = t('verdict.many.lowest', { ...values, low, count });
  return spread === 'expected' ? t('verdict.expected', { sentence }) : sentence;
}

/** What the seeds say of those behind the next. */
function restWords(
  [best, , ...rest]: readonly [MeasuredSetting, MeasuredSetting, ...MeasuredSetting[]],
  { spread }: BestTwo,
): readonly string[] {
  if (spread === 'exact') return best.losses.size > 0 ? [t('verdict.many.exact')] : [];
  if (spread === 'oneSeed' || spread === 'expected') return [];
  const behind = rest.filter((one) => isBehind(one, best));
  const open = rest.filter((one) => !behind.includes(one));
  if (spread === 'within') {
    if (behind.length === 0) return [];
    const names = calledTogether(behind);
    return [t('verdict.many.behind', { names, winner: calledIn(best), errors: DISTINCT })];
  }
  if (open.length === 0) return [t('verdict.many.behind.all', { errors: DISTINCT })];
  return [t('verdict.many.open', { names: calledTogether(open) })];
}

/** Whether the seeds tell that it is higher than the best. */
function isBehind(one: MeasuredSetting, best: MeasuredSetting): boolean {
  const { apart, seeds } = seedsApart(one.losses, best.losses);
  return seeds > 1 && apart >= DISTINCT;
}

/** The sentence names one that ends lowest: of it alone more can be said. */
function isNamed(
  [best, second]: readonly [MeasuredSetting, MeasuredSetting, ...MeasuredSetting[]],
  { spread }: BestTwo,
): boolean {
  return spread !== 'within' && best.loss !== second.loss;
}

/** A model is wanted for its accuracy: whose is the highest. */
function accuracyWords(settings: readonly MeasuredSetting[]): readonly string[] {
  const known = settings.filter(({ testAccuracy }) => testAccuracy !== null);
  if (known.length < settings.length) return [];
  const accuracy = ({ testAccuracy }: MeasuredSetting): number => testAccuracy ?? 0;
  const highest = known.toSorted((a, b) => accuracy(b) - accuracy(a))[0]!;
  const [best] = settings;
  const [better, own] = [formatPercent(accuracy(highest)), formatPercent(accuracy(best!))];
  if (better === own) return [t('verdict.many.accuracy.too', { better })];
  return [t('verdict.many.accuracy.other', { name: calledIn(highest), better, own })];
}
