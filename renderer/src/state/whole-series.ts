import type { CsvColumn } from '../../../core/analysis/series-csv.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import { MOST_VALUES, type RunId } from '../../../electron/ipc/contract.ts';
import type { Lab } from '../api.ts';
import { ExploredRun } from './explored-run.ts';
import type { StageRun } from './stage-run.ts';

/**
 * Every recorded value of a run's metric, to the bit: from what was computed ahead, or piece by piece from the
 * library. Steps whose stored bytes are damaged are missing.
 */
export async function wholeSeries(
  lab: Lab,
  run: StageRun,
  metric: MetricName,
  title: string,
): Promise<CsvColumn> {
  const { steps, values } =
    run instanceof ExploredRun ? held(run, metric) : await stored(lab, run, metric);
  return { title, steps, values };
}

type Values = Pick<CsvColumn, 'steps' | 'values'>;

function held(run: ExploredRun, metric: MetricName): Values {
  const last = run.lastStep(metric);
  const steps = last < 0 ? [] : [...(run.view(metric, 0, last, last + 1)?.first ?? [])];
  return { steps, values: steps.map((step) => run.heldValue(metric, step) ?? NaN) };
}

async function stored(lab: Lab, run: StageRun, metric: MetricName): Promise<Values> {
  const steps: number[] = [];
  const values: number[] = [];
  const last = run.lastStep(metric);
  for (let from = 0; from <= last; from = steps.at(-1)! + 1) {
    const query = { runId: run.id as RunId, metric, from, most: MOST_VALUES };
    const chunks = await lab.request('series:values', query);
    if (chunks.length === 0) break;
    for (const { first, stride, values: part } of chunks) {
      for (let i = 0; i < part.length; i++) {
        steps.push(first + i * stride);
        values.push(part[i]!);
      }
    }
  }
  return { steps, values };
}
