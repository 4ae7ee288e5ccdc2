import type { RangeMarks } from '../../../../core/analysis/range-test.ts';
import type { Assets } from '../../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { runRangeTest } from '../../../../core/training/run-range-test.ts';
import { exact, given, rounded, type Claim, type Claims } from '../../lessons/claim.ts';
import { parabolaRun } from '../../lessons/parabola-run.ts';
import { sweepSettings } from '../../lib/sweep-settings.ts';
import { noiseFloor } from '../../lib/theory.ts';
import { sweepJob, usualGrid } from '../../state/sweep-job.ts';
import { endsOf, medianOf, tailLoss } from '../ends.ts';
import {
  adamDefault,
  adamTuned,
  constant,
  EPOCHS,
  linear,
  rates,
  SEEDS,
  variants,
  type Rate,
  type Variant,
} from './experiments.ts';

/** The range test that the Lab makes of a run, unless one types something else. */
export function planOf(
  config: ExperimentConfig,
): Extract<ReturnType<typeof sweepJob>['plan'], { kind: 'range-test' }> {
  const [setting] = sweepSettings(config);
  const grid = usualGrid('range-test', setting!, config);
  const { plan } = sweepJob('range-test', [{ slot: 0, config }], setting!, grid);
  if (plan.kind !== 'range-test') throw new Error('not a range test');
  return plan;
}

const known = new Map<Variant, readonly RangeMarks[]>();

/** One range test for each of the seeds that the Lab takes. */
function marksOf(variant: Variant, assets: Assets): readonly RangeMarks[] {
  const before = known.get(variant);
  if (before) return before;
  const { base, seeds, rates: over } = planOf(variants[variant]);
  const marks = Array.from(
    { length: seeds },
    (_, i) => runRangeTest({ ...base, seed: base.seed + i }, assets, over).marks,
  );
  known.set(variant, marks);
  return marks;
}

type Mark = 'steepest' | 'lowest';

const all = (variant: Variant, mark: Mark, assets: Assets): readonly number[] =>
  marksOf(variant, assets).map((marks) => marks[mark]!);

const middle = (variant: Variant, mark: Mark, printed: string): Claim =>
  rounded(printed, 2, (assets) => medianOf(all(variant, mark, assets)));

const loss = (config: ExperimentConfig, printed: string): Claim =>
  rounded(printed, 2, (assets) => tailLoss(config, assets));
const accuracy = (config: ExperimentConfig, printed: string): Claim =>
  rounded(printed, 3, (assets) => endsOf(config, assets).accuracy);

/** Four claims for each rate: `constantLoss1`, … in the order of the rates. */
function trained(
  name: 'constant' | 'linear',
  run: (lr: Rate) => ExperimentConfig,
  losses: readonly string[],
  accuracies: readonly string[],
): Claims {
  return Object.fromEntries(
    rates.flatMap((rate, i) => [
      [`${name}Loss${i + 1}`, loss(run(rate), losses[i]!)],
      [`${name}Accuracy${i + 1}`, accuracy(run(rate), accuracies[i]!)],
    ]),
  );
}

/** A batch of B samples divides the variance of the noise by B. */
const floorOf = (batch: number, lr: number, momentum = 0): number => {
  const config = parabolaRun({ lr, totalSteps: 100, noise: 1 / Math.sqrt(batch) });
  const optimizer = { id: 'momentum', params: { ...variants.momentum.optimizer.params, momentum } };
  return noiseFloor(momentum > 0 ? { ...config, optimizer } : config)!;
};
const SINGLE = 0.01;
const FEW = 16;
const MANY = 64;
const MOMENTUM = 0.9;

export const claims: Claims = {
  tests: given(planOf(variants.plain).seeds),
  steps: given(planOf(variants.plain).rates.steps),
  epochs: given(EPOCHS),
  seeds: given(SEEDS),
  steepestLeast: rounded('0.2613', 2, (assets) => Math.min(...all('plain', 'steepest', assets))),
  steepestMost: rounded('0.6223', 2, (assets) => Math.max(...all('plain', 'steepest', assets))),
  lowestLeast: rounded('0.8310', 2, (assets) => Math.min(...all('plain', 'lowest', assets))),
  lowestMost: rounded('0.9885', 2, (assets) => Math.max(...all('plain', 'lowest', assets))),
  blownUp: exact(
    2,
    (assets) => marksOf('plain', assets).filter(({ blowUp }) => blowUp !== null).length,
  ),
  ...Object.fromEntries(rates.map((rate, i) => [`rate${i + 1}`, given(rate)])),
  ...trained(
    'constant',
    constant,
    ['0.187', '0.0984', '0.0715', '0.0726', '2.17', '2.32'],
    ['0.9398', '0.9361', '0.9315', '0.9398', '0.1694', '0.0963'],
  ),
  ...trained(
    'linear',
    linear,
    ['0.294', '0.123', '0.0731', '0.0497', '0.559', '1.48'],
    ['0.9213', '0.9546', '0.9602', '0.9667', '0.7787', '0.3815'],
  ),
  adamRate: given(adamDefault.lr),
  adamAccuracy: accuracy(adamDefault, '0.9222'),
  adamTunedRate: given(adamTuned.lr),
  adamTunedAccuracy: accuracy(adamTuned, '0.9630'),
  plainSteepest: middle('plain', 'steepest', '0.349'),
  plainLowest: middle('plain', 'lowest', '0.880'),
  batch: given(32),
  smallBatch: given(8),
  smallSteepest: middle('smallBatch', 'steepest', '0.311'),
  smallLowest: middle('smallBatch', 'lowest', '0.622'),
  largeBatch: given(128),
  largeSteepest: middle('largeBatch', 'steepest', '0.415'),
  largeLowest: middle('largeBatch', 'lowest', '1.32'),
  momentum: given(MOMENTUM),
  momentumSteepest: middle('momentum', 'steepest', '0.0517'),
  momentumLowest: middle('momentum', 'lowest', '0.293'),
  adamSteepest: middle('adam', 'steepest', '0.0145'),
  adamLowest: middle('adam', 'lowest', '0.0775'),
  rmspropSteepest: middle('rmsprop', 'steepest', '0.00574'),
  rmspropLowest: middle('rmsprop', 'lowest', '0.0172'),
  doubledSteepest: middle('doubled', 'steepest', '0.00812'),
  doubledLowest: middle('doubled', 'lowest', '0.831'),
  few: given(FEW),
  fewFloor: rounded('1.08', 3, () => floorOf(FEW, FEW * SINGLE) / floorOf(1, SINGLE)),
  many: given(MANY),
  manyFloor: rounded('1.46', 3, () => floorOf(MANY, MANY * SINGLE) / floorOf(1, SINGLE)),
  momentumFloor: rounded('0.95', 2, () => floorOf(1, 0.01, MOMENTUM) / floorOf(1, 0.1)),
};
