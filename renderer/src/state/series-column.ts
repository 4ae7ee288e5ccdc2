import type { CsvColumn } from '../../../core/analysis/series-csv.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import { MOST_VALUES } from '../../../electron/ipc/queries.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { ExploredRun } from './explored-run.ts';
import { heldValue, type AnyRun, type SettingsOrNone } from './stage-run.ts';

type Values = Pick<CsvColumn, 'steps' | 'values'>;

/** A column of a pane's table: values at ascending steps, read where they are wanted. */
export interface SeriesColumn {
  readonly title: string;
  /** Last step with a value; −1 if there is none. */
  readonly last: number;
  /** Between two values lie at least so many steps, but perhaps before the last. */
  readonly spacing: number;
  /** Every value from one step to another (inclusive), to the bit; without those whose stored bytes are damaged. */
  read(from: number, to: number): Promise<Values>;
}

/** A run's metric as it was recorded: from what was computed ahead, or piece by piece from the library. */
export function seriesColumn(
  lab: Lab,
  run: AnyRun,
  metric: MetricName,
  title: string,
): SeriesColumn {
  // A training log tells nothing of how its steps lie.
  const { recordEvery, evaluateEvery } = run.config ?? { recordEvery: 1, evaluateEvery: 1 };
  return {
    title,
    get last() {
      return run.lastStep(metric);
    },
    spacing: metric.startsWith('eval/') ? Math.max(1, evaluateEvery) : recordEvery,
    read: (from, to) => {
      const last = Math.min(to, run.lastStep(metric));
      return run instanceof ExploredRun
        ? Promise.resolve(held(run, metric, from, last))
        : stored(lab, run, metric, from, last);
    },
  };
}

/** Two values of a metric that are recorded after each other are no further apart than so many steps. */
export function widestSpacing(config: SettingsOrNone, metric: MetricName): number {
  // A training log may leave out as many as it likes.
  if (config === null) return Infinity;
  const { recordEvery, evaluateEvery } = config;
  if (!metric.startsWith('eval/')) return recordEvery;
  return evaluateEvery > 0 ? evaluateEvery : Infinity;
}

/** A column of what is known at every step from 0 to `last`; null where it is not. */
export function knownColumn(
  title: string,
  last: number,
  valueAt: (step: number) => number | null,
): SeriesColumn {
  return {
    title,
    last,
    spacing: 1,
    read(from, to) {
      const steps: number[] = [];
      const values: number[] = [];
      for (let step = Math.max(0, from); step <= Math.min(to, last); step++) {
        const value = valueAt(step);
        if (value === null) continue;
        steps.push(step);
        values.push(value);
      }
      return Promise.resolve({ steps, values });
    },
  };
}

/** At the steps of another column, what is known at them. */
export function besideColumn(
  title: string,
  column: SeriesColumn,
  valueAt: (step: number) => number,
): SeriesColumn {
  return {
    title,
    get last() {
      return column.last;
    },
    spacing: column.spacing,
    async read(from, to) {
      const { steps } = await column.read(from, to);
      return { steps, values: Array.from(steps, valueAt) };
    },
  };
}

/** A column that is held whole. */
export function heldColumn({ title, steps, values }: CsvColumn): SeriesColumn {
  return {
    title,
    last: steps[steps.length - 1] ?? -1,
    spacing: 1,
    read(from, to) {
      const inside = Array.from(steps, (step, i) => ({ step, value: values[i]! })).filter(
        ({ step }) => step >= from && step <= to,
      );
      return Promise.resolve({
        steps: inside.map(({ step }) => step),
        values: inside.map(({ value }) => value),
      });
    },
  };
}

/** All of these columns. */
export function wholeColumns(columns: readonly SeriesColumn[]): Promise<readonly CsvColumn[]> {
  return Promise.all(
    columns.map(async (column) => ({
      title: column.title,
      ...(await column.read(-Infinity, Infinity)),
    })),
  );
}

function held(run: ExploredRun, metric: MetricName, from: number, last: number): Values {
  const begin = Math.max(0, from);
  if (last < begin) return { steps: [], values: [] };
  const steps = [...(run.view(metric, begin, last, last - begin + 1)?.first ?? [])];
  return { steps, values: steps.map((step) => heldValue(run, metric, step) ?? NaN) };
}

async function stored(
  lab: Lab,
  run: AnyRun,
  metric: MetricName,
  begin: number,
  last: number,
): Promise<Values> {
  const steps: number[] = [];
  const values: number[] = [];
  let from = Math.max(0, begin);
  while (from <= last) {
    const most = Math.min(MOST_VALUES, last - from + 1);
    const query = { runId: run.id as RunId, metric, from, most };
    const chunks = await lab.request('series:values', query);
    if (chunks.length === 0) break;
    for (const { first, stride, values: part } of chunks) {
      for (let i = 0; i < part.length; i++) {
        from = first + i * stride + 1;
        if (from > last + 1) break;
        steps.push(from - 1);
        values.push(part[i]!);
      }
    }
  }
  return { steps, values };
}
