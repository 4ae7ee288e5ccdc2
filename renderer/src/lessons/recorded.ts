import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { Assets } from '../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer, type Outcome } from '../../../core/training/trainer.ts';
import { once } from '../lib/once.ts';

/** A run of a lesson, computed whole. */
export interface Recorded {
  /** Updates made when it ended. */
  readonly updates: number;
  readonly outcome: Outcome;
  /** The value at a step; throws where none was recorded there. */
  at(metric: MetricName, step: number): number;
}

/** Computes a run whose problem needs no data from outside, with all it records. */
export const recorded: (config: ExperimentConfig) => Recorded = once((config) =>
  recordedWith(config, {}),
);

/** Computes a run with all it records; `assets` holds the bytes of the data sets. */
export function recordedWith(config: ExperimentConfig, assets: Assets): Recorded {
  const trainer = createTrainer(config, assets);
  const recorder = createRecorder();
  trainer.advance(config.totalSteps, recorder);
  const series = new Map<MetricName, SeriesBuffer>();
  for (const chunk of recorder.flush()) {
    const buffer = series.get(chunk.metric) ?? new SeriesBuffer();
    buffer.append(chunk);
    series.set(chunk.metric, buffer);
  }
  return {
    updates: trainer.step,
    outcome: trainer.outcome!,
    at(metric, step) {
      const found = series.get(metric)?.at(step);
      if (found?.step !== step) throw new Error(`no ${metric} at step ${step}`);
      return found.value;
    },
  };
}
