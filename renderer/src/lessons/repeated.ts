import { estimate } from '../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { StreamName } from '../../../core/training/streams.ts';
import { createTrainer, type Trainer } from '../../../core/training/trainer.ts';

/** The seeds of a number of repetitions, one after the other. */
export function seedsFrom(first: number, repetitions: number): readonly number[] {
  return Array.from({ length: repetitions }, (_, i) => first + i);
}

/**
 * What `measure` finds at the end of a run with one seed, once for each of these raw seeds of one of its random
 * streams. The problem needs no data from outside.
 */
export function repeated<T>(
  config: ExperimentConfig,
  stream: StreamName,
  seeds: readonly number[],
  measure: (ended: Trainer) => T,
): readonly T[] {
  return seeds.map((seed) => {
    const trainer = createTrainer({ ...config, replicates: 1, streams: { [stream]: seed } });
    trainer.advance(config.totalSteps, null);
    return measure(trainer);
  });
}

/** So many standard errors away from a threshold, luck does not decide. */
const SURE = 3;

/** The mean of a sample with as many standard errors on top as make it sure. */
export function upperBound(values: readonly number[]): number {
  const { mean, standardError } = estimate(values);
  return mean + SURE * standardError;
}
