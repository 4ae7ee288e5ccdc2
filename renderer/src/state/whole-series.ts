import type { CsvColumn } from '../../../core/analysis/series-csv.ts';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import type { RunId } from '../../../electron/ipc/contract.ts';
import type { Lab } from '../api.ts';
import { ExploredRun } from './explored-run.ts';
import type { StageRun } from './stage-run.ts';

/** As many columns as main prepares at once: so many recorded steps come one by one. */
const MOST_COLUMNS = 8192;

/**
 * Every recorded value of a run's metric: from what was computed ahead, or piece by piece from the library.
 * A value that is not finite is NaN where the library was asked: its pieces only count those.
 */
export async function wholeSeries(
  lab: Lab,
  run: StageRun,
  metric: MetricName,
  title: string,
): Promise<CsvColumn> {
  const views = run instanceof ExploredRun ? held(run, metric) : await stored(lab, run, metric);
  const steps = views.flatMap(({ first }) => [...first]);
  const values = views.flatMap(({ min, nonFinite }) =>
    [...min].map((value, i) => (nonFinite[i]! > 0 ? NaN : value)),
  );
  if (!(run instanceof ExploredRun)) return { title, steps, values };
  return { title, steps, values: steps.map((step) => run.heldValue(metric, step) ?? NaN) };
}

function held(run: ExploredRun, metric: MetricName): readonly SeriesView[] {
  const last = run.lastStep(metric);
  const view = last < 0 ? null : run.view(metric, 0, last, last + 1);
  return view ? [view] : [];
}

async function stored(lab: Lab, run: StageRun, metric: MetricName): Promise<readonly SeriesView[]> {
  const views: SeriesView[] = [];
  const last = run.lastStep(metric);
  // Fewer steps than columns, however far apart they were recorded: each value has a bucket of its own.
  const { recordEvery, evaluateEvery } = run.config;
  const stride = Math.min(recordEvery, evaluateEvery > 0 ? evaluateEvery : recordEvery);
  const stretch = MOST_COLUMNS * stride;
  for (let from = 0; from <= last; from += stretch) {
    const to = Math.min(last, from + stretch - 1);
    const query = { runId: run.id as RunId, metric, from, to, columns: MOST_COLUMNS };
    views.push(await lab.request('series:read', query));
  }
  return views;
}
