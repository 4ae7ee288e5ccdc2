import { smoothedLosses, type RangeMarks } from '../../../core/analysis/range-test.ts';
import type { CsvColumn } from '../../../core/analysis/series-csv.ts';
import type { CurvePoint, SweepCurve } from '../../../core/analysis/sweep-curve.ts';
import type { RangeTest } from '../../../core/training/run-range-test.ts';
import type { ValueCurve, ValueMark, ValuePlot } from '../charts/values/value-plot.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { formatSetting } from '../lib/format.ts';
import { plainSymbol } from '../lib/plain-symbol.ts';
import { RATE_PATH, tidy } from '../lib/sweep-settings.ts';
import { stabilityLimit } from '../lib/theory.ts';
import type { SweepJob } from '../state/sweep-job.ts';

/** A log axis of losses reaches so far below where they began. */
const MOST_DEPTH = 1e-300;
/** And so far above where they began, if any rose: what rises further stands at the upper edge. */
const HEADROOM = 30;
/** Air around the points, for the words of the best. */
const AIR = 3;
/** Over many decades the foot keeps at least this share of them. */
const FOOT = 0.05;
/** Air above and below on a linear axis, as a share of it. */
const LINEAR_AIR = 0.08;
/** The band reaches so many standard errors to either side. */
const ERRORS = 2;

/** The chart of a sweep or a race: tail loss over the setting, one line for each run. */
export function sweepPlot(
  job: SweepJob,
  curves: readonly SweepCurve[],
  selected: number,
): ValuePlot {
  const { setting, values } = job;
  const alone = curves.length === 1;
  const points = curves.flatMap((curve) => curve.points);
  const linear = points.some(({ fate, summary }) => fate === 'fell' && summary.loss.mean < 0);
  const replicates = job.lines[0]!.config.replicates;
  return {
    title: t('sweep.loss'),
    symbol: tailWords(curves, replicates, alone),
    xTitle: plainSymbol(setting.symbol),
    xScale: setting.scale,
    xs: values,
    write: writeValue,
    yScale: linear ? 'linear' : 'log',
    yDomain: linear ? linearDomain(curves) : lossDomain(curves),
    curves: curves.map((curve, i): ValueCurve => {
      const { slot } = job.lines[i]!;
      return {
        id: `line ${i}`,
        // The runs of a race are named in the list below: their ends lie on top of each other.
        label: '',
        slot,
        ys: byValue(values, curve, ({ fate, summary }) =>
          fate === 'diverged' ? NaN : summary.loss.mean,
        ),
        spread: alone && replicates > 1 ? spreadOf(values, curve) : null,
        dots: true,
        emphasised: i === selected,
        best: curve.best && {
          index: curve.best.index,
          text: alone ? t('sweep.best.short', { value: formatSetting(curve.best.value) }) : '',
        },
        beyond: curve.points.filter(({ fate }) => fate !== 'fell').map(({ index }) => index),
      };
    }),
    marks: setting.path === RATE_PATH ? limitMarks(job, selected) : [],
    lostText: t('sweep.diverged'),
    emptyText: t('sweep.empty'),
  };
}

/** The chart of range tests: the smoothed loss over the growing rate, the first seed in front. */
export function rangePlot(job: SweepJob, tests: readonly RangeTest[]): ValuePlot {
  const { values } = job;
  const { slot } = job.lines[0]!;
  const first = tests[0];
  const smooth = tests.map(({ losses, marks }) => upTo(values, smoothedLosses(losses), marks));
  const raw = first && tests.length === 1 ? [upTo(values, first.losses, first.marks)] : [];
  return {
    title: t('range.loss'),
    symbol: [
      t('range.loss.smoothed'),
      ...(tests.length > 1 ? [t('run.seeds.value', { count: tests.length })] : []),
    ].join(t('listSeparator')),
    xTitle: 'η',
    xScale: 'log',
    xs: values,
    write: writeValue,
    ...rangeAxis(smooth),
    curves: [
      ...raw.map((ys) => ({ id: 'raw', label: '', slot, ys, dots: false, faint: true })),
      ...smooth.map((ys, i) => ({
        id: `seed ${i}`,
        label: '',
        slot,
        ys,
        dots: false,
        faint: i > 0,
        emphasised: i === 0,
      })),
    ],
    marks: [...limitMarks(job, 0), ...rangeLines(tests)],
    lostText: '',
    emptyText: t('range.empty'),
  };
}

/** Most values lie where the axis divides evenly, not at round numbers: three digits tell them apart. */
const writeValue = (value: number): string => formatSetting(tidy(value, 3));

/** The smoothed losses from below their lowest to above where they began; log where none is negative. */
function rangeAxis(smooth: readonly (readonly number[])[]): Pick<ValuePlot, 'yScale' | 'yDomain'> {
  const seen = smooth.flat().filter(Number.isFinite);
  const begin = Math.max(...smooth.map((losses) => losses[0] ?? -Infinity));
  const [low, high] = [Math.min(...seen), Math.max(begin, ...seen)];
  if (!(low < high) || !Number.isFinite(high)) return { yScale: 'linear', yDomain: null };
  const positive = seen.filter((loss) => loss > 0);
  if (low < 0 || positive.length === 0) {
    const air = (high - low) * LINEAR_AIR;
    return { yScale: 'linear', yDomain: [low - air, high + air] };
  }
  const bottom = Math.max(Math.min(...positive), high * MOST_DEPTH);
  return { yScale: 'log', yDomain: [bottom / 1.5, Math.max(begin * 4, high)] };
}

export const markNames = ['steepest', 'lowest', 'blowUp'] as const satisfies (keyof RangeMarks)[];

/** One mark over all seeds: where most of them have it, and from where to where. */
export interface MarkSpread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Seeds that show it. */
  readonly seeds: number;
}

export function markSpread(
  tests: readonly RangeTest[],
  name: (typeof markNames)[number],
): MarkSpread | null {
  const rates = tests
    .flatMap(({ marks }) => marks[name] ?? [])
    .toSorted((a, b) => a - b)
    .map((rate) => tidy(rate, 3));
  if (rates.length === 0) return null;
  const median = rates[Math.floor((rates.length - 1) / 2)]!;
  return { median, low: rates[0]!, high: rates.at(-1)!, seeds: rates.length };
}

/** What a rate is good for; of the blow-up what has happened there, by the rule of the seed that has it there. */
export function markUse(
  tests: readonly RangeTest[],
  name: (typeof markNames)[number],
  { median }: MarkSpread,
): string {
  if (name !== 'blowUp') return t(`range.${name}.use`);
  const seen = tests.find(({ marks: { blowUp } }) => blowUp !== null && tidy(blowUp, 3) === median);
  return t(seen?.marks.positive ? 'range.blowUp.use' : 'range.blowUp.use.belowZero');
}

function rangeLines(tests: readonly RangeTest[]): readonly ValueMark[] {
  return markNames.flatMap((name): ValueMark | [] => {
    const spread = markSpread(tests, name);
    if (!spread) return [];
    const label = t(`range.${name}.at`, { rate: formatSetting(spread.median) });
    return { at: spread.median, kind: 'mark', label };
  });
}

/**
 * The stability limit of the selected run. Of plain descent it is 2/L, of others it has no short name. A
 * rate that decays may begin above it: the limit is a wall only where every line keeps its rate.
 */
function limitMarks({ mode, lines, values }: SweepJob, selected: number): readonly ValueMark[] {
  const { config } = lines[selected]!;
  const limit = stabilityLimit(config);
  if (limit === null || limit < values[0]! || limit > values.at(-1)!) return [];
  const shown = formatSetting(tidy(limit, 3));
  const plain = config.optimizer.id === 'sgd';
  const wall =
    mode === 'range-test' ||
    lines.every(
      (one) => one.config.schedule.id === 'constant' && stabilityLimit(one.config) === limit,
    );
  const words = plain ? 'sweep.limit.plain' : 'sweep.limit';
  if (!wall) return [{ at: limit, kind: 'mark', label: t(words, { limit: shown }) }];
  const label = plain ? t('lab.limit', { limit: shown }) : t(words, { limit: shown });
  const short = t(plain ? 'lab.limit.short' : 'lab.limit.other.short', { limit: shown });
  return [{ at: limit, label, short, kind: 'limit' }];
}

function tailWords(curves: readonly SweepCurve[], seeds: number, alone: boolean): string {
  const steps = Math.max(...curves.map(({ tailSteps }) => tailSteps));
  if (steps === 0) return '';
  if (seeds === 1) return t('sweep.loss.tail', { steps });
  return t(alone ? 'sweep.loss.band' : 'sweep.loss.seeds', { steps, seeds });
}

function lossDomain(curves: readonly SweepCurve[]): readonly [number, number] | null {
  const fell = curves.flatMap(({ points }) =>
    points.flatMap(({ fate, summary }) => (fate === 'fell' ? summary.loss.mean : [])),
  );
  const positive = fell.filter((loss) => loss > 0);
  const rose = curves.some(({ points }) => points.some(({ fate }) => fate !== 'fell'));
  const starts = rose ? curves.flatMap(({ firstLoss }) => firstLoss ?? []) : [];
  const top = Math.max(0, ...starts, ...positive);
  if (!(top > 0) || !Number.isFinite(top)) return null;
  const bottom = Math.max(Math.min(top, ...positive), top * MOST_DEPTH);
  const air = Math.max(AIR, (top / bottom) ** FOOT);
  return [Math.max(bottom / air, Number.MIN_VALUE), top * (rose ? HEADROOM : AIR)];
}

/** Where losses may be negative: from the lowest to where they began, or to the highest that fell. */
function linearDomain(curves: readonly SweepCurve[]): readonly [number, number] | null {
  const ends = curves.flatMap(({ points, firstLoss }) => [
    ...(firstLoss === null ? [] : [firstLoss]),
    ...points.flatMap(({ fate, summary }) => (fate === 'fell' ? summary.loss.mean : [])),
  ]);
  const seen = ends.filter(Number.isFinite);
  const [low, high] = [Math.min(...seen), Math.max(...seen)];
  if (!(low < high)) return null;
  const air = (high - low) * LINEAR_AIR;
  return [low - air, high + air];
}

/** The curve's points at their places among all values; NaN where one has not ended. */
function byValue(
  values: readonly number[],
  { points }: SweepCurve,
  of: (point: CurvePoint) => number,
): readonly number[] {
  const ys = values.map(() => NaN);
  for (const point of points) ys[point.index] = of(point);
  return ys;
}

function spreadOf(values: readonly number[], curve: SweepCurve): NonNullable<ValueCurve['spread']> {
  const edge = (side: number): readonly number[] =>
    byValue(values, curve, ({ fate, summary: { loss } }) =>
      fate === 'fell' ? loss.mean + side * ERRORS * loss.standardError : NaN,
    );
  return { low: edge(-1), high: edge(1) };
}

/** The losses at their rates, up to where they blow up. */
function upTo(
  rates: readonly number[],
  losses: Float64Array,
  { blowUp }: RangeMarks,
): readonly number[] {
  return rates.map((rate, k) => (blowUp !== null && rate > blowUp ? NaN : (losses[k] ?? NaN)));
}

/** The table of a plot: its named curves, one row for each value of the setting. */
export function columnsOf({ xs, curves }: ValuePlot): readonly CsvColumn[] {
  const named = curves.filter(({ faint }) => !faint);
  return named.map(({ label, id, ys }) => ({
    title: label === '' ? id : label,
    steps: xs,
    values: ys,
  }));
}
