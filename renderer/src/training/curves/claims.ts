import { travel } from '../../../../core/analysis/travel.ts';
import type { Assets } from '../../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import type { MetricName } from '../../../../core/training/metrics.ts';
import { exact, given, rounded, type Claims } from '../../lessons/claim.ts';
import { noiseFloor, rateOf } from '../../lib/theory.ts';
import { tailLoss } from '../ends.ts';
import { seriesOf } from '../run-series.ts';
import { DECAY, EDGE, experiments, NUDGE, type Symptom } from './experiments.ts';

const config = (symptom: Symptom, run: number): ExperimentConfig =>
  (experiments[symptom].runs as readonly { readonly config: ExperimentConfig }[])[run]!.config;

const lossesOf = (symptom: Symptom, run: number, assets: Assets): readonly number[] =>
  seriesOf(config(symptom, run), 'train/loss', assets).values;
const lastLoss = (symptom: Symptom, run: number, assets: Assets): number =>
  lossesOf(symptom, run, assets).at(-1)!;
const last = (symptom: Symptom, run: number, metric: MetricName, assets: Assets): number =>
  seriesOf(config(symptom, run), metric, assets).values.at(-1)!;

/** Updates on which the loss rose, from the step at which the rates part. */
function rises(assets: Assets): number {
  const values = lossesOf('zigzag', 0, assets).slice(EDGE.at);
  return values.filter((value, i) => i > 0 && value > values[i - 1]!).length;
}

/** The slope of the logarithm of the loss over the second half of a run. */
function slope(run: number, assets: Assets): number {
  const values = lossesOf('crawl', run, assets);
  const half = Math.floor(values.length / 2);
  return Math.log(values.at(-1)! / values[half]!);
}

/** Best loss on held-out data, and the step at which it was. */
function bestOf(run: number, assets: Assets): { readonly loss: number; readonly step: number } {
  const { steps, values } = seriesOf(config('overfit', run), 'eval/test_loss', assets);
  const loss = Math.min(...values);
  return { loss, step: steps[values.indexOf(loss)]! };
}

const frozen = config('frozen', 0);
const spent = (steps: number, from = 0): number => travel((t) => rateOf(frozen)(t)!, from, steps);

/** The first step at which the loss is below so much: the saddle is at zero, the valleys at −¼. */
const OFF_THE_SADDLE = -0.1;

const classes = 10;
const peak = (assets: Assets): number => Math.max(...lossesOf('spike', 0, assets));

export const claims: Claims = {
  runawayRate: given(config('runaway', 0).lr),
  runawayHalf: given(config('runaway', 1).lr),
  edgeAfter: given(EDGE.after),
  edgeRises: exact(100, rises),
  edgeStays: rounded('0.0174', 2, (assets) => lastLoss('zigzag', 0, assets)),
  edgeHalved: rounded('0.00254', 2, (assets) => lastLoss('zigzag', 1, assets)),
  classes: given(classes),
  guessing: rounded('2.303', 3, () => Math.log(classes)),
  stuckRate: given(config('stuck', 0).lr),
  stuckLoss: rounded('2.32', 3, (assets) => tailLoss(config('stuck', 0), assets)),
  stuckLower: given(config('stuck', 1).lr),
  stuckSaved: rounded('0.0819', 2, (assets) => tailLoss(config('stuck', 1), assets)),
  crawlRatio: rounded('2.0', 2, (assets) => slope(1, assets) / slope(0, assets)),
  crawlPlain: rounded('0.404', 2, (assets) => lastLoss('crawl', 1, assets)),
  crawlMomentum: rounded('2.35e-12', 2, (assets) => lastLoss('crawl', 2, assets)),
  floorRate: given(config('floor', 0).lr),
  floorHigh: rounded('0.02632', 3, () => noiseFloor(config('floor', 0))!),
  floorLow: rounded('0.01282', 3, () => noiseFloor(config('floor', 1))!),
  decay: given(DECAY),
  frozenSteps: given(frozen.totalSteps),
  frozenTravel: rounded('0.433', 3, () => spent(frozen.totalSteps)),
  frozenFirst: given(20),
  frozenLeft: rounded('2.01e-7', 1, () => spent(frozen.totalSteps, 20)),
  frozenLoss: rounded('20.4', 3, (assets) => lastLoss('frozen', 0, assets)),
  thawedLoss: rounded('0.004', 2, (assets) => lastLoss('frozen', 1, assets)),
  nudge: given(NUDGE),
  leftAt: exact(90, (assets) =>
    lossesOf('saddle', 1, assets).findIndex((loss) => loss < OFF_THE_SADDLE),
  ),
  spikeRate: given(config('spike', 0).lr),
  spikePeak: rounded('16.4', 3, peak),
  spikeAt: exact(5, (assets) => lossesOf('spike', 0, assets).indexOf(peak(assets))),
  overfitBest: rounded('0.348', 3, (assets) => bestOf(0, assets).loss),
  overfitAt: exact(180, (assets) => bestOf(0, assets).step),
  overfitSteps: given(config('overfit', 0).totalSteps),
  overfitEnd: rounded('2.14', 3, (assets) => last('overfit', 0, 'eval/test_loss', assets)),
  slowerEnd: rounded('0.572', 3, (assets) => last('overfit', 1, 'eval/test_loss', assets)),
  slowerBest: rounded('0.401', 3, (assets) => bestOf(1, assets).loss),
  decayedEnd: rounded('0.392', 3, (assets) => last('overfit', 2, 'eval/test_loss', assets)),
  underfitTrain: rounded('0.44', 2, (assets) => last('underfit', 0, 'eval/train_loss', assets)),
  underfitTest: rounded('0.44', 2, (assets) => last('underfit', 0, 'eval/test_loss', assets)),
  largerTest: rounded('0.0594', 2, (assets) => last('underfit', 1, 'eval/test_loss', assets)),
};
