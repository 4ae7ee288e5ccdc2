import type { CurvePoint, SweepCurve } from '../../../core/analysis/sweep-curve.ts';
import { formatNumber, formatSetting } from '../lib/format.ts';
import type { Beyond } from '../state/wider-sweep.ts';
import { sentences, t } from './i18n.svelte.ts';

/** Seeds without noise differ by rounding only, relatively. */
const ROUNDING = 1e-9;

/**
 * What a curve says: where it is best, and from where on nothing is gained. `name` is the setting's symbol; `open`:
 * the setting may take values beyond the end at which the best one is.
 */
export function curveWords(
  name: string,
  { points, best, wall }: SweepCurve,
  open: boolean,
): string {
  if (points.length === 0) return '';
  if (!best) return t('sweep.result.none');
  const said = t('sweep.result.best', {
    name,
    value: formatSetting(best.value),
    loss: lossWords(best),
  });
  const { index } = best;
  const edge = index === points[0]!.index || index === points.at(-1)!.index;
  const beyond =
    edge && points.length > 1 ? [t(open ? 'sweep.result.edge' : 'sweep.result.end')] : [];
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

/** Which runs of a race are best at an end of the swept rates; nothing where none is. */
export function raceEdgeWords(names: readonly string[], open: boolean): string {
  if (names.length === 0) return '';
  return t(open ? 'race.edge' : 'race.end', { runs: names.join(t('listSeparator')) });
}

/** A formula stays on its line. */
function unbroken(words: string): string {
  return words.replace(/ ([=±]) /g, '\u00a0$1\u00a0');
}
