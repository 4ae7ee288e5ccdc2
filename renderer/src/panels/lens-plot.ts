import type { RateComparison } from '../../../core/lens/compare-rates.ts';
import type { ClockReading } from '../../../core/lens/reading.ts';
import type { ValuePlot } from '../charts/values/value-plot.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { rateIndex } from '../i18n/lens-words.ts';
import { formatCount } from '../lib/format.ts';

/** More points than pixels are not drawn. */
const MOST_POINTS = 600;
/** The axis reaches so far below the highest rate. */
const DEPTH = 1e-12;

/** The rates of code and formula over their index. */
export function lensPlot(
  reading: ClockReading,
  { formula, partsAt }: RateComparison,
): ValuePlot & { readonly indices: readonly number[] } {
  const { rates, unit } = reading;
  const indices = shownIndices(rates.length, partsAt);
  const positive = [...rates, ...formula].filter((rate) => rate > 0);
  const top = Math.max(...indices.map((i) => Math.max(rates[i]!, formula[i]!)));
  const bottom = positive.reduce((least, rate) => Math.min(least, rate), top);
  return {
    indices,
    title: t('lens.rates'),
    symbol: 'η',
    xTitle: t(`lens.axis.${unit}`),
    xScale: 'linear',
    xs: indices,
    write: formatCount,
    yScale: 'log',
    yDomain: top > 0 ? [Math.max(bottom, top * DEPTH) / 1.5, top * 1.5] : null,
    curves: [
      {
        id: 'formula',
        label: t('lens.curve.formula'),
        slot: 0,
        ys: indices.map((i) => formula[i]!),
        dots: false,
      },
      {
        id: 'code',
        label: t('lens.curve.code'),
        slot: 1,
        ys: indices.map((i) => rates[i]!),
        dots: false,
        emphasised: true,
      },
    ],
    marks:
      partsAt === null
        ? []
        : [
            {
              at: partsAt,
              kind: 'mark',
              label: t('lens.parts', { at: rateIndex(reading, partsAt) }),
            },
          ],
    lostText: '',
    emptyText: '',
  };
}

/** Evenly spread over the run, the first and the last and where they part among them. */
function shownIndices(count: number, partsAt: number | null): readonly number[] {
  if (count <= MOST_POINTS) return Array.from({ length: count }, (_, i) => i);
  const even = Array.from({ length: MOST_POINTS }, (_, i) =>
    Math.round((i * (count - 1)) / (MOST_POINTS - 1)),
  );
  const all = new Set([...even, ...(partsAt === null ? [] : [partsAt])]);
  return [...all].sort((a, b) => a - b);
}
