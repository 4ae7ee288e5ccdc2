import type { CurvePoint, SweepCurve } from '../../../core/analysis/sweep-curve.ts';
import { formatNumber, formatSetting } from '../lib/format.ts';
import type { Beyond, Outlook } from '../state/wider-sweep.ts';
import { sentences, t } from './i18n.svelte.ts';

/** Seeds without noise differ by rounding only, relatively. */
const ROUNDING = 1e-9;

/**
 * What a curve says: where it is best, what may lie beyond, and from where on nothing is gained. `name` is the
 * setting's symbol.
 */
export function curveWords(
  name: string,
  { points, best, wall }: SweepCurve,
  outlook: Outlook | null,
): string {
  if (points.length === 0) return '';
  if (!best) return t('sweep.result.none');
  const said = t('sweep.result.best', {
    name,
    value: formatSetting(best.value),
    loss: lossWords(best),
  });
  const beyond = outlook && outlook !== 'lower' ? [t(`sweep.result.${outlook}`)] : [];
  const more = wall ? [t('sweep.result.wall', { name, value: formatSetting(wall.value) })] : [];
  return unbroken(sentences([said, ...beyond, ...more]));
}

/** What one value did, against the best one. */
export function pointWords(name: string, point: CurvePoint, seeds: number): string {
  return unbroken(wordsOf(name, point, seeds));
}

function wordsOf(name: string, point: CurvePoint, seeds: number): string {
  const { fate, summary } = point;
  const value = formatSetting(point.value);
  if (fate === 'diverged') return t('sweep.at.diverged', { name, value });
  const loss = lossWords(point);
  if (fate !== 'fell') return t('sweep.at.rose', { name, value, loss });
  if (seeds === 1 || summary.fromBest === 0) return t('sweep.at.loss', { name, value, loss });
  if (!summary.worse) return t('sweep.at.same', { name, value, loss });
  if (!Number.isFinite(summary.fromBest)) return t('sweep.at.worse', { name, value, loss });
  const apart = formatNumber(summary.fromBest, 2);
  return t('sweep.at.apart', { name, value, loss, apart });
}

/** The mean of the tail, with two standard errors where there are seeds to tell them. */
function lossWords({ summary: { loss } }: CurvePoint): string {
  const mean = formatNumber(loss.mean);
  const told = loss.standardError > ROUNDING * Math.abs(loss.mean);
  if (!told || !Number.isFinite(loss.standardError)) return mean;
  return t('sweep.withErrors', { mean, errors: formatNumber(2 * loss.standardError, 2) });
}

/** What the button says that sweeps on; `name` is the setting's symbol. */
export function widerWords(name: string, { below, above }: Beyond): string {
  const [low, high] = [below[0], above.at(-1)].map((end) =>
    end === undefined ? '' : formatSetting(end),
  );
  const key = low === '' ? 'above' : high === '' ? 'below' : 'both';
  return unbroken(t(`sweep.wider.${key}`, { name, low: low!, high: high! }));
}

/** Which runs of a race are best at an end of the swept rates, or nowhere; nothing where none is. */
export function raceEdgeWords(
  names: readonly string[],
  outlooks: readonly (Outlook | null)[],
): string {
  return sentences(
    (['beyond', 'edge', 'end', 'lower'] as const).flatMap((outlook) => {
      const those = names.filter((_, i) => outlooks[i] === outlook);
      const runs = those.join(t('listSeparator'));
      return those.length > 0 ? [t(`race.${outlook}`, { runs })] : [];
    }),
  );
}

/** A formula stays on its line. */
function unbroken(words: string): string {
  return words.replace(/ ([=±]) /g, '\u00a0$1\u00a0');
}
