import { rangeMarks, rangeRates, type RangeMarks } from '../analysis/range-test.ts';
import type { Assets } from '../datasets/dataset.ts';
import type { ExperimentConfig } from '../experiment/config.ts';
import { Clock } from './clock.ts';
import { Ensemble } from './ensemble.ts';
import { createRecorder } from './recorder.ts';
import { createRules } from './rules.ts';

/** Over which rates, and in how many updates. */
export interface RangeTestPlan {
  readonly first: number;
  readonly last: number;
  readonly steps: number;
}

export interface RangeTest {
  readonly rates: Float64Array;
  /** Loss before the update with each rate; shorter than `rates` where the run diverged. */
  readonly losses: Float64Array;
  readonly marks: RangeMarks;
}

/** A learning-rate range test of a run: its problem, optimizer and seed, with rates that grow at every update. */
export function runRangeTest(
  config: ExperimentConfig,
  assets: Assets,
  { first, last, steps }: RangeTestPlan,
): RangeTest {
  const rates = rangeRates(first, last, steps);
  const stop = {
    ...config.stop,
    lossChange: null,
    gradNorm: null,
    targetLoss: null,
    patience: null,
  };
  const short = {
    ...config,
    replicates: 1,
    totalSteps: steps,
    recordEvery: 1,
    evaluateEvery: 0,
    stop,
  };
  const rules = createRules(short, assets);
  const clock = new Clock('step', 0, 1, 1);
  const growing = { ...rules, rates: { schedule: { lr: (t: number) => rates[t]! }, clock } };
  const recorder = createRecorder();
  new Ensemble(short, growing, null).advance(steps, recorder);
  const parts = recorder.flush().filter(({ metric }) => metric === 'train/loss');
  const losses = Float64Array.from(parts.flatMap(({ values }) => [...values])).slice(0, steps);
  return { rates, losses, marks: rangeMarks(rates, losses) };
}
