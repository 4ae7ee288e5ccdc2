import type { MetricName } from '../../../core/training/metrics.ts';
import type { Lab } from '../api.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { plainSymbol } from '../lib/plain-symbol.ts';
import { rateOf } from '../lib/theory.ts';
import {
  besideColumn,
  knownColumn,
  seriesColumn,
  type SeriesColumn,
} from '../state/series-column.ts';
import {
  isComputedLine,
  mainLoss,
  type AnyLine,
  type StageLine,
  type StageSmoothing,
  type UnevenAxis,
} from './stage-panes.ts';

interface ColumnOptions {
  /** How many coordinates a point of the map has. */
  readonly dim?: number;
  /** On an uneven axis each run has a column of it before its own. */
  readonly along?: UnevenAxis | null;
  /** Smoothed losses have a column behind the recorded ones. */
  readonly smoothing?: StageSmoothing | null;
}

/** The columns of a pane's table: one for each run, or one for each of a run's coordinates. */
export function paneColumns(
  lab: Lab,
  pane: 'loss' | 'accuracy' | 'rate' | 'where',
  lines: readonly AnyLine[],
  { dim = 0, along = null, smoothing = null }: ColumnOptions = {},
): readonly SeriesColumn[] {
  return lines.flatMap((line): readonly SeriesColumn[] => {
    const { run, name, config } = line;
    if (!run) {
      return pane === 'rate' && isComputedLine(line) ? withPlaces(planned(line), line, along) : [];
    }
    if (pane === 'where') {
      return Array.from({ length: dim }, (_, i) => {
        const title = `${name}: ${plainSymbol(`\\theta_${i + 1}`)}`;
        return seriesColumn(lab, run, `param/${i as 0 | 1}`, title);
      });
    }
    const metrics = {
      loss: mainLoss(config, run),
      accuracy: 'eval/test_accuracy',
      rate: 'optim/lr',
    } as const satisfies Record<typeof pane, MetricName>;
    const recorded = seriesColumn(lab, run, metrics[pane], name);
    const smoothed = pane === 'loss' ? smoothing?.of(run, metrics[pane]) : undefined;
    if (!smoothing || !smoothed) return withPlaces(recorded, line, along);
    const title = t('lab.smoothing.column', { run: name, beta: String(smoothing.beta) });
    const average = besideColumn(title, recorded, (step) => smoothed.at(step) ?? NaN);
    return [...withPlaces(recorded, line, along), average];
  });
}

function withPlaces(
  column: SeriesColumn,
  { slot, name }: AnyLine,
  along: UnevenAxis | null,
): readonly SeriesColumn[] {
  const places = along?.places.get(slot);
  if (!along || !places || along.id === 'log') return [column];
  const title = { travel: 'Ση', time: t('lab.axis.time'), share: t('lab.axis.share') }[along.id];
  return [besideColumn(`${name}: ${title}`, column, (step) => places.at(step)), column];
}

/** The rates of a run that is only a plan, as far as they are known. */
function planned({ name, config }: StageLine): SeriesColumn {
  return knownColumn(name, config.totalSteps - 1, rateOf(config));
}
