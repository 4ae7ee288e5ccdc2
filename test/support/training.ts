import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import { createRecorder } from '../../core/training/recorder.ts';
import { createTrainer, type Trainer } from '../../core/training/trainer.ts';
import { assets } from './assets.ts';

export interface Trained {
  readonly trainer: Trainer;
  readonly chunks: readonly MetricChunk[];
}

/** Trains to the end in one go. */
export function train(config: ExperimentConfig): Trained {
  const trainer = createTrainer(config, assets);
  const recorder = createRecorder();
  trainer.advance(config.totalSteps, recorder);
  return { trainer, chunks: recorder.flush() };
}

/** Steps and values of one metric, chunk boundaries forgotten. */
export function seriesOf(
  chunks: readonly MetricChunk[],
  metric: MetricName,
): { readonly steps: readonly number[]; readonly values: readonly number[] } {
  const mine = chunks.filter((chunk) => chunk.metric === metric);
  return {
    steps: mine.flatMap(({ first, stride, values }) =>
      [...values].map((_, i) => first + i * stride),
    ),
    values: mine.flatMap(({ values }) => [...values]),
  };
}
