import { datasetSizes } from '../../../core/datasets/build.ts';
import { losses, type LossId } from '../../../core/losses/index.ts';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { SmoothedSeries } from '../../../core/analysis/smoothing.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { isAdaptive } from '../../../core/schedules/index.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import type { Pane, PlotDanger, PlotSeries, PlotTheory, YScale } from '../charts/plot.ts';
import type { StepPlaces, UnevenPlaces } from '../charts/step-places.ts';
import { t, text } from '../i18n/i18n.svelte.ts';
import { stateWords } from '../i18n/run-state.ts';
import { formatNumber, formatPercent, formatSetting } from '../lib/format.ts';
import type { UnevenAxisId } from '../lib/x-axes.ts';
import { tidy } from '../lib/sweep-settings.ts';
import { plannedRates, rateOf, stabilityLimit } from '../lib/theory.ts';
import { piecesAlong, viewInPieces, type ViewPiece } from '../lib/view-pieces.ts';
import { heldValue, type AnyRun, type SettingsOrNone, type StageRun } from '../state/stage-run.ts';
import { withSeedBands } from './seed-bands.ts';
import { limitTheory, rateSymbol, theoryAlong, type LimitAlong } from './stage-theory.ts';

/** One line of the stage: a run that was run, or only its plan. */
export interface StageLine<Config extends SettingsOrNone = ExperimentConfig> {
  readonly slot: number;
  readonly name: string;
  readonly config: Config;
  /** Null while there is only a plan. */
  readonly run: StageRun<Config> | null;
  readonly selected: boolean;
}

/** A line of the stage that may be a training log, which has no settings. */
export type AnyLine = StageLine<SettingsOrNone>;

export function isComputedLine(line: AnyLine): line is StageLine {
  return line.config !== null;
}

/** An x axis from 0 to `end` on which steps are spread unevenly: where those of every line stand, by its slot. */
export interface UnevenAxis {
  readonly id: UnevenAxisId;
  readonly places: ReadonlyMap<number, UnevenPlaces>;
  /** Where steps stand that belong to no line; absent: spread evenly. */
  readonly common?: StepPlaces;
  readonly end: number;
}

export interface StageOptions {
  readonly lines: readonly AnyLine[];
  readonly totalSteps: number;
  readonly columns: number;
  /** Null: logarithmic, unless losses are negative. */
  readonly lossScale: YScale | null;
  /** What theory draws over the loss; it changes with the settings, not with the run. */
  readonly theory: readonly PlotTheory[];
  /** Whether the stability limit is drawn over the rate. */
  readonly limitShown: boolean;
  /** The largest stable rate along the selected run, as far as it is known and drawn. */
  readonly limitAlong: LimitAlong | null;
  /** Null: along the steps. */
  readonly along: UnevenAxis | null;
  /** Null: losses as they were recorded. */
  readonly smoothing: StageSmoothing | null;
}

/** Moving averages of the losses, drawn over the recorded ones. */
export interface StageSmoothing {
  readonly beta: number;
  /** Undefined while it is read. */
  readonly of: (run: AnyRun, metric: MetricName) => SmoothedSeries | undefined;
}

const LIMIT_IN_SIGHT = 0.3;
/** Stretches in which the least and the greatest planned rate are looked for. */
const RANGE_COLUMNS = 256;
const LEAST_RATE_RATIO = 1e-4;

/** The column of charts for what is on the stage: loss, (test accuracy,) rate. */
export function stagePanes(options: StageOptions): readonly Pane[] {
  const { lines } = options;
  if (lines.length === 0) return [];
  const judged = lines.some(isJudged);
  return judged
    ? [lossPane(options), accuracyPane(options), ratePane(options)]
    : [lossPane(options), ratePane(options)];
}

/** Whether it is, or may be, judged by its accuracy: a training log by having some. */
export function isJudged({ config, run }: Pick<AnyLine, 'config' | 'run'>): boolean {
  if (config === null) return run !== null && run.lastStep('eval/test_accuracy') >= 0;
  return classesOf(config) !== null;
}

/** Classes of the data; null for a regression, and where there are no data. */
export function classesOf({ problem }: ExperimentConfig): number | null {
  return problem.kind === 'model' ? datasetSizes(problem.dataset).classes : null;
}

function lossPane(options: StageOptions): Pane {
  const model = options.lines.some(({ config }) => config?.problem.kind === 'model');
  const { series, words } = withSeedBands(
    options.lines.map((line) => ({ ...line, series: lossSeries(line, options) })),
  );
  return {
    id: 'loss',
    title: t('lab.loss'),
    symbol: lossSymbol(options),
    notes: [...spreadWords(options), ...words, ...smoothingWords(options.smoothing)],
    series,
    theory: options.along ? theoryAlong(options.along, options.theory) : options.theory,
    yScale:
      options.lossScale ?? (series.some((one) => isNegative(one, options)) ? 'linear' : 'log'),
    weight: model ? 5 : 6,
    emptyText: lossEmptyText(options),
  };
}

/** Whether some of it would be missing from a logarithmic axis. */
function isNegative({ view, faint }: PlotSeries, { smoothing }: StageOptions): boolean {
  const counts = faint !== true || smoothing !== null;
  return counts && view.min.some((value) => value < 0 && value > -Infinity);
}

function smoothingWords(smoothing: StageSmoothing | null): readonly string[] {
  return smoothing ? [t('lab.smoothing.lines', { beta: String(smoothing.beta) })] : [];
}

function lossEmptyText({ lines }: StageOptions): string {
  if (lines.every(neverBegan)) return t('lab.empty.nothing');
  if (lines.some(({ run }) => run !== null)) return '';
  return t(lines[0]!.config?.problem.kind === 'model' ? 'lab.empty.model' : 'lab.empty.loss');
}

/** It was ended before its first update, as one is that waits for others while the app is closed. */
function neverBegan({ run }: AnyLine): boolean {
  return run?.step === 0 && ['interrupted', 'stopped', 'failed'].includes(run.state);
}

/** What the loss is; nothing where it is not one for all. */
function lossSymbol({ lines }: StageOptions): string {
  const configs = lines.flatMap(({ config }) => config ?? []);
  // What a training log calls its loss it does not say.
  if (configs.length < lines.length) return '';
  const names = new Set(configs.map(lossName));
  return names.size > 1 ? '' : [...names].join('');
}

/** What the tint around a mean of seeds means, where it is the same for all. */
function spreadWords({ lines }: StageOptions): readonly string[] {
  const configs = lines.flatMap(({ config }) => config ?? []);
  if (configs.length < lines.length || lines.every(({ run }) => run === null)) return [];
  const { replicates } = configs[0]!;
  const same = configs.every(
    ({ problem, replicates: seeds }) => problem.kind === 'objective' && seeds === replicates,
  );
  if (!same || replicates === 1 || configs.every(isExact)) return [];
  return [t('lab.loss.spread'), t('lab.loss.seeds', { count: replicates })];
}

/** Nothing is random, so that all seeds are one. */
function isExact({ problem }: ExperimentConfig): boolean {
  return problem.kind === 'objective' && problem.noise === 0;
}

/** The loss of a model has a name of its own, an objective is the loss, and a stream may show any. */
function lossName({ problem }: ExperimentConfig): string {
  if (problem.kind === 'model') return text(losses[problem.loss.id as LossId].name);
  return problem.kind === 'objective' ? t('lab.loss.bowl') : '';
}

/**
 * The metric that stands for a run's loss: a mean where there is one, with the raw line behind it; of a training log
 * what it has.
 */
export function mainLoss(config: SettingsOrNone, run: AnyRun | null = null): MetricName {
  if (config === null) {
    return run !== null && run.lastStep('train/loss') < 0 ? 'eval/test_loss' : 'train/loss';
  }
  if (config.problem.kind === 'model') return 'eval/train_loss';
  return config.replicates > 1 ? 'ensemble/loss_mean' : 'train/loss';
}

/** The metrics that the panes draw of a line, those it has of them. */
export function shownMetrics({ config, run }: AnyLine): readonly MetricName[] {
  const band = ['ensemble/loss_low', 'ensemble/loss_high'] as const;
  return [
    ...new Set<MetricName>([mainLoss(config, run), 'train/loss', 'eval/test_accuracy', 'optim/lr']),
    ...band,
  ];
}

/** The steps that are drawn of a line, in pieces of which each has the columns it needs on the x axis. */
export function piecesOf(
  { slot }: AnyLine,
  { totalSteps, columns, along }: Pick<StageOptions, 'totalSteps' | 'columns' | 'along'>,
): readonly ViewPiece[] {
  const places = along?.places.get(slot);
  if (!places) return [{ from: 0, to: totalSteps, columns }];
  return piecesAlong(places, along!.end, columns, totalSteps);
}

function viewOf(line: AnyLine, metric: MetricName, options: StageOptions): SeriesView | null {
  const { run } = line;
  return run && viewInPieces((...range) => run.view(metric, ...range), piecesOf(line, options));
}

/** Where the steps of a line stand on the x axis, unless at themselves. */
export function placesOf(
  { slot }: AnyLine,
  { along }: Pick<StageOptions, 'along'>,
): Pick<PlotSeries, 'places'> {
  const places = along?.places.get(slot);
  return places ? { places } : {};
}

function lossSeries(line: AnyLine, options: StageOptions): readonly PlotSeries[] {
  const { run, slot, config } = line;
  if (!run) return [];
  const view = (metric: MetricName): SeriesView | null => viewOf(line, metric, options);
  const places = placesOf(line, options);
  const raw = view('train/loss');
  const metric = mainLoss(config, run);
  const main = metric === 'train/loss' ? raw : view(metric);
  const low = view('ensemble/loss_low');
  const high = view('ensemble/loss_high');
  const smoothed = main && options.smoothing?.of(run, metric);
  const batches = line.selected && config?.problem.kind === 'model' ? raw : null;
  const behind = smoothed ? main : batches;
  const faint = behind
    ? [{ id: `${run.id} raw`, label: '', slot, view: behind, faint: true, ...places }]
    : [];
  if (!main) return faint;
  return [
    ...faint,
    {
      id: run.id,
      label: line.name,
      slot,
      view: smoothed
        ? viewInPieces((...range) => smoothed.view(...range), piecesOf(line, options))!
        : main,
      ...places,
      band: low && high && config?.problem.kind === 'objective' ? { low, high } : null,
      ...endOf(line, metric, smoothed),
    },
  ];
}

function endOf(
  { run, selected }: AnyLine,
  metric: MetricName,
  smoothed: SmoothedSeries | null | undefined,
): Pick<PlotSeries, 'endValue' | 'diverged' | 'stopped' | 'emphasised'> {
  if (run?.state === 'diverged') {
    const step = run.step;
    return { diverged: { step, text: t('diverged.title', { step }) }, emphasised: selected };
  }
  // What a person ended needs no mark of a rule.
  if (run?.state === 'stopped' && run.reason !== 'user') {
    return { stopped: stateWords(run), emphasised: selected };
  }
  const last = run?.lastStep(metric) ?? -1;
  const value = smoothed ? smoothed.at(last) : run && heldValue(run, metric, last);
  const known = typeof value === 'number' && run?.ended === true;
  return { emphasised: selected, ...(known ? { endValue: formatNumber(value) } : {}) };
}

function accuracyPane(options: StageOptions): Pane {
  const { lines } = options;
  const metric = 'eval/test_accuracy';
  const floor = accuracyFloor(lines);
  return {
    id: 'accuracy',
    title: t('lab.accuracy'),
    series: lines.flatMap((line) => {
      const view = viewOf(line, metric, options);
      if (!line.run || !view) return [];
      const last = heldValue(line.run, metric, line.run.lastStep(metric));
      const end = typeof last === 'number' ? { endValue: formatPercent(last) } : {};
      const { id } = line.run;
      const { name: label, slot, selected: emphasised } = line;
      return [{ id, label, slot, view, emphasised, ...end, ...placesOf(line, options) }];
    }),
    yScale: 'linear',
    yDomain: [floor, 1],
    weight: 3,
    emptyText: accuracyEmptyText(lines),
    format: (value) => formatPercent(value),
  };
}

function accuracyEmptyText(lines: readonly AnyLine[]): string {
  if (lines.every(({ run }) => run === null)) return t('lab.empty.accuracy');
  const judged = lines.some(({ config }) => config === null || config.evaluateEvery > 0);
  return judged ? '' : t('lab.empty.notEvaluated');
}

/** A good model's last percents are worth seeing; a poor one is followed down to where it ends. */
function accuracyFloor(lines: readonly AnyLine[]): number {
  const lasts = lines.flatMap(({ run }) => {
    const metric = 'eval/test_accuracy';
    const last = run && heldValue(run, metric, run.lastStep(metric));
    return typeof last === 'number' && run?.ended ? [last] : [];
  });
  const lowest = Math.min(1, ...lasts);
  return lowest >= 0.85 ? 0.8 : Math.max(0, Math.floor(lowest * 5 - 0.5) / 5);
}

function ratePane(options: StageOptions): Pane {
  const { lines, limitShown, limitAlong, totalSteps, along } = options;
  const series = lines.flatMap((line) => {
    const planned = line.run || !line.config ? null : plannedRates(line.config);
    const view = planned
      ? viewInPieces((...range) => planned.view(...range), piecesOf(line, options))
      : viewOf(line, 'optim/lr', options);
    if (!view || view.first.length === 0) return [];
    const { name: label, slot, selected: emphasised } = line;
    const id = line.run?.id ?? `plan ${slot}`;
    return [{ id, label, slot, view, emphasised, ...placesOf(line, options) }];
  });
  const ranges = lines.flatMap((line) => rateRange(line, totalSteps) ?? []);
  const high = Math.max(...ranges.map((range) => range.high));
  const low = Math.min(...ranges.map((range) => range.low));
  // The limit of the selected run: each optimizer has its own.
  const selected = lines.find((line) => line.selected) ?? lines[0]!;
  const limited = isComputedLine(selected) ? selected : null;
  const limit = limited && stabilityLimit(limited.config);
  const danger = limitShown && limit !== null && high >= limit * LIMIT_IN_SIGHT;
  const moving = limitAlong && limited ? [limitTheory(limitAlong, limited, high, options)] : [];
  const log =
    low < high / 10 || lines.some(({ config }) => config && isAdaptive(config.schedule.id));
  return {
    id: 'rate',
    title: t('lab.rate'),
    symbol: rateSymbol(limitAlong, high, totalSteps),
    series,
    theory: along ? theoryAlong(along, moving) : moving,
    danger:
      danger && limited
        ? { level: limit, side: 'above', ...limitWords(limited.config, limit) }
        : null,
    yScale: log ? 'log' : 'linear',
    yDomain:
      log && low < high * LEAST_RATE_RATIO
        ? [high * LEAST_RATE_RATIO, (danger ? Math.max(high, limit) : high) * 2]
        : null,
    weight: 4,
    // Of what never began one pane says so.
    emptyText: lines.every(neverBegan) ? '' : t('lab.empty.rates'),
  };
}

/** Of plain descent the limit is 2/L; of others it has no short name. */
function limitWords(
  { optimizer }: ExperimentConfig,
  limit: number,
): Pick<PlotDanger, 'label' | 'short'> {
  const words = optimizer.id === 'sgd' ? 'lab.limit' : 'lab.limit.other';
  const values = { limit: formatSetting(tidy(limit, 3)) };
  return { label: t(words, values), short: t(`${words}.short`, values) };
}

/**
 * Least and greatest rate of a run: of its plan; where a metric makes its rates, of those recorded so far; of
 * very long ones as far as the ends tell. Null for a training log without rates.
 */
function rateRange(
  { config, run }: AnyLine,
  end: number,
): { readonly low: number; readonly high: number } | null {
  const totalSteps = config?.totalSteps ?? end;
  const known =
    (config && plannedRates(config)?.view(0, totalSteps, RANGE_COLUMNS)) ??
    run?.view('optim/lr', 0, totalSteps, RANGE_COLUMNS);
  if (known && known.first.length > 0) {
    return { low: Math.min(...known.min), high: Math.max(...known.max) };
  }
  if (config === null) return null;
  const rate = rateOf(config);
  const ends = [rate(0), rate(Math.max(0, totalSteps - 1))].map((end) => end ?? config.lr);
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
