import type { MetricChunk } from './metrics.ts';
import type { Outcome, RunResult } from './trainer.ts';

/** A run computed ahead of being run: what it records, but for the gradient's norm, and how it ends. Stored nowhere. */
export interface ExploredRun {
  /** Updates made. */
  readonly step: number;
  readonly outcome: Outcome;
  readonly result: RunResult;
  readonly chunks: readonly MetricChunk[];
}
