import type { Assets } from '../../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { exact, given, rounded, type Claim, type Claims } from '../../lessons/claim.ts';
import { endsOf, medianOf } from '../ends.ts';
import { rules } from '../rules.ts';
import { EPOCHS, gains, lengths, MOMENTUM, peaks, SEEDS, training } from './experiments.ts';

/** A training has failed that ends with a mean loss above this. */
const FAILED = 1;

const failures = (config: ExperimentConfig, assets: Assets): number =>
  endsOf(config, assets).losses.filter((loss) => !(loss <= FAILED)).length;
const failed = (count: number, config: ExperimentConfig): Claim =>
  exact(count, (assets) => failures(config, assets));
const accuracy = (printed: string, config: ExperimentConfig): Claim =>
  rounded(printed, 3, (assets) => endsOf(config, assets).accuracy);

/** Three claims for each length, in their order: `failed1`, `median1`, `accuracy1`, … */
const table = [
  [6, '1.21', '0.5225'],
  [3, '0.452', '0.6844'],
  [0, '0.159', '0.9156'],
  [0, '0.103', '0.9392'],
] as const;
const measured: Claims = Object.fromEntries(
  table.flatMap(([count, median, share], i) => {
    const config = training(lengths[i]!, 'steep', 'usual');
    return [
      [`failed${i + 1}`, failed(count, config)],
      [`median${i + 1}`, rounded(median, 2, (assets) => medianOf(endsOf(config, assets).losses))],
      [`accuracy${i + 1}`, accuracy(share, config)],
    ];
  }),
);

const { totalSteps } = training(0, 'steep', 'usual');

export const claims: Claims = {
  seeds: given(SEEDS),
  epochs: given(EPOCHS),
  steps: given(totalSteps),
  gain: given(gains.steep),
  momentum: given(MOMENTUM),
  peak: given(peaks.usual),
  failedAbove: given(FAILED),
  length2: given(lengths[1]),
  length3: given(lengths[2]),
  length4: given(lengths[3]),
  ...measured,
  soundWithout: accuracy('0.9594', training(0, 'sound', 'usual')),
  soundWith: accuracy('0.9539', training(100, 'sound', 'usual')),
  larger: given(peaks.larger),
  largerFailed: failed(10, training(0, 'steep', 'larger')),
  largerStillFailed: failed(6, training(100, 'steep', 'larger')),
  shareLow: given(100 * rules.warmUp.low),
  shareHigh: given(100 * rules.warmUp.high),
  goyalWarmUp: given(5),
  goyalEpochs: given(90),
};
