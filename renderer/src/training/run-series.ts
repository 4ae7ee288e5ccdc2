import type { Assets } from '../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';

/** A metric over the steps of a run; `steps[k]` is where `values[k]` was recorded. */
export interface RunSeries {
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

type Recorded = ReadonlyMap<MetricName, RunSeries>;

const known = new WeakMap<ExperimentConfig, Recorded>();

/** All that a run records of a metric, computed whole and once for each configuration. Throws where it records none. */
export function seriesOf(config: ExperimentConfig, metric: MetricName, assets: Assets): RunSeries {
  let recorded = known.get(config);
  if (!recorded) known.set(config, (recorded = record(config, assets)));
  const series = recorded.get(metric);
  if (!series) throw new Error(`no ${metric} was recorded`);
  return series;
}

function record(config: ExperimentConfig, assets: Assets): Recorded {
  const trainer = createTrainer(config, assets);
  const recorder = createRecorder();
  trainer.advance(config.totalSteps, recorder);
  const all = new Map<MetricName, { steps: number[]; values: number[] }>();
  for (const { metric, first, stride, values } of recorder.flush()) {
    const series = all.get(metric) ?? { steps: [], values: [] };
    all.set(metric, series);
    values.forEach((value, k) => {
      series.steps.push(first + k * stride);
      series.values.push(value);
    });
  }
  return all;
}
