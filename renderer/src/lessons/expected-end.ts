import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { expectationOf } from '../lib/theory.ts';

/** The exact expected loss after the last update, over the noise; only where theory knows it. */
export function expectedEnd(config: ExperimentConfig): number {
  return expectationOf(config)!.total.at(config.totalSteps)!.value;
}
