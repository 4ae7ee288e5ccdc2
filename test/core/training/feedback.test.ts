import { expect, test } from 'vitest';
import type { ExperimentConfig, ScheduleMetric } from '../../../core/experiment/config.ts';
import type { AdaptiveSchedule } from '../../../core/schedules/schedule.ts';
import { Ensemble } from '../../../core/training/ensemble.ts';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createRules } from '../../../core/training/rules.ts';
import type { Checkpoint } from '../../../core/training/trainer.ts';
import { assets } from '../../support/assets.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';
import { seriesOf } from '../../support/training.ts';

/** Halves the rate at every look, and keeps what it was shown. */
const halving: AdaptiveSchedule<{ lr: number; shown: number[] }> = {
  init: () => ({ lr: 0.1, shown: [] }),
  observe(state, metric) {
    state.lr /= 2;
    state.shown.push(metric);
  },
  lr: ({ lr }) => lr,
};

function watched(
  config: ExperimentConfig,
  metric: ScheduleMetric,
  from: Checkpoint | null = null,
): Ensemble {
  const schedule = halving as AdaptiveSchedule<unknown>;
  return new Ensemble(
    config,
    { ...createRules(config, assets), rates: { schedule, metric } },
    from,
  );
}

function run(config: ExperimentConfig, metric: ScheduleMetric) {
  const recorder = createRecorder();
  const trainer = watched(config, metric);
  trainer.advance(Infinity, recorder);
  return { shown: shownTo(trainer), chunks: recorder.flush() };
}

function shownTo(trainer: Ensemble): readonly number[] {
  const { schedule } = trainer.checkpoint().members[0]!.schedule!;
  return (schedule as { shown: number[] }).shown;
}

const loss = (chunks: readonly MetricChunk[]): readonly number[] =>
  seriesOf(chunks, 'train/loss').values;

const epochs = bowl({ totalSteps: 70, stepsPerEpoch: 20 });

test('after every epoch it is shown the mean loss of the epoch’s updates', () => {
  const { shown, chunks } = run(epochs, 'epoch-mean');
  const losses = loss(chunks);
  const means = [0, 20, 40].map(
    (at) => losses.slice(at, at + 20).reduce((sum, value) => sum + value, 0) / 20,
  );
  expect(shown).toEqual(means);
  const rates = seriesOf(chunks, 'optim/lr').values;
  expect([0, 19, 20, 39, 40, 60].map((step) => rates[step])).toEqual([
    0.1, 0.1, 0.05, 0.05, 0.025, 0.0125,
  ]);
});

test('or the loss after the epoch: of the objective', () => {
  const { shown, chunks } = run(epochs, 'train-loss');
  expect(shown).toEqual([20, 40, 60].map((step) => loss(chunks)[step]));
});

test.each([
  ['train-loss', 'eval/train_loss'],
  ['test-loss', 'eval/test_loss'],
] as const)('or of all the data: %s', (metric, series) => {
  const { shown, chunks } = run({ ...shortDigits, totalSteps: 91 }, metric);
  expect(shown).toEqual(seriesOf(chunks, series).values.slice(1, 3));
});

test('a run cut inside an epoch and restored is shown the same', () => {
  const cut = watched(epochs, 'epoch-mean');
  cut.advance(33, null);
  const resumed = watched(epochs, 'epoch-mean', structuredClone(cut.checkpoint()));
  resumed.advance(Infinity, null);
  expect(shownTo(resumed)).toEqual(run(epochs, 'epoch-mean').shown);
});
