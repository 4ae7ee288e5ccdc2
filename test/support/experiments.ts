import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assets } from '../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { presets } from '../../core/experiment/presets.ts';
import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import { createRecorder } from '../../core/training/recorder.ts';
import { createTrainer } from '../../core/training/trainer.ts';

const digits = join(import.meta.dirname, '../../core/datasets/assets/digits.bin');

/** The packed data sets, as main reads them. */
export const assets: Assets = { digits: new Uint8Array(readFileSync(digits)) };

/** One seed of the noisy bowl, without a band. */
export function bowl(change: Partial<ExperimentConfig> = {}): ExperimentConfig {
  return { ...presets.pair.runs[0]!.config, replicates: 1, ...change };
}

/** A rate above the limit: ends with a non-finite loss. */
export const divergingBowl: ExperimentConfig = presets.tooLarge.runs[0].config;

/** A few epochs of softmax regression on the digits, with evaluations. */
export const shortDigits: ExperimentConfig = { ...presets.digits.runs[0].config, totalSteps: 135 };

/** Each metric's steps and values in a row, from chunks in the order they came. */
export type Columns = ReadonlyMap<MetricName, { steps: readonly number[]; values: Float64Array }>;

export function columnsOf(chunks: readonly MetricChunk[]): Columns {
  const columns = new Map<MetricName, { steps: number[]; parts: number[] }>();
  for (const { metric, first, stride, values } of chunks) {
    const column = columns.get(metric) ?? { steps: [], parts: [] };
    columns.set(metric, column);
    values.forEach((value, i) => {
      column.steps.push(first + i * stride);
      column.parts.push(value);
    });
  }
  return new Map(
    [...columns].map(([metric, { steps, parts }]) => [
      metric,
      { steps, values: Float64Array.from(parts) },
    ]),
  );
}

/** What a run must record, computed here without worker, main or store. */
export function expectedColumns(config: ExperimentConfig): Columns {
  const recorder = createRecorder();
  createTrainer(config, assets).advance(config.totalSteps, recorder);
  return columnsOf(recorder.flush());
}

/** The same numbers to the bit, NaN and −0 told apart: as lists of 64-bit words, for comparing. */
export function bitsOf(columns: Columns): Record<string, readonly (readonly [number, bigint])[]> {
  return Object.fromEntries(
    [...columns].map(([metric, { steps, values }]) => {
      const words = new BigUint64Array(values.buffer, values.byteOffset, values.length);
      return [metric, steps.map((step, i) => [step, words[i]!] as const)];
    }),
  );
}
