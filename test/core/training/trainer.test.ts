import { describe, expect, test } from 'vitest';
import { expectedLoss } from '../../../core/analysis/expected-loss.ts';
import { estimate } from '../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { seriesOf, train } from '../../support/training.ts';

const [constant, inverse] = presets.pair.runs.map(({ config }) => config) as [
  ExperimentConfig,
  ExperimentConfig,
];
const without = (config: ExperimentConfig): ExperimentConfig =>
  parseExperimentConfig({
    ...config,
    replicates: 1,
    problem: { ...config.problem, noise: 0 },
  });

describe('the noisy bowl', () => {
  test.each([
    ['constant', constant, 5.138e-2],
    ['inverse-time', inverse, 6.073e-3],
  ] as const)(
    '%s: 200 seeds end within three standard errors of the exact expectation',
    (_id, base, printed) => {
      const finals = Array.from({ length: 200 }, (_, i) => {
        const config = { ...base, replicates: 1, seed: 1000 + i };
        return train(config).trainer.result().finalLoss;
      });
      const schedule = buildSchedule(base.schedule, 0.1, 2000);
      const bowl = [1, 0.05].map((curvature) => ({ curvature, start: 1, centre: 0 }));
      const exact = expectedLoss(bowl, 1, base.optimizer, schedule, 2000)!.total[2000]!;
      expect(exact / printed).toBeCloseTo(1, 3);
      const { mean, standardError } = estimate(finals);
      expect(Math.abs(mean - exact)).toBeLessThan(3 * standardError);
    },
  );

  test('without noise the constant rate wins: 4.9e-11 against 1.2e-3', () => {
    const ends = [constant, inverse].map(
      (config) => train(without(config)).trainer.result().finalLoss,
    );
    expect(ends.map((loss) => loss.toExponential(1))).toEqual(['4.9e-11', '1.2e-3']);
  });

  test('both runs of the pair see the same noise', () => {
    const first = [constant, inverse].map((config) => {
      const { chunks } = train({ ...config, replicates: 1, totalSteps: 1 });
      return seriesOf(chunks, 'param/0').values[1];
    });
    expect(first[0]).toBe(first[1]);
  });
});

describe('what is recorded', () => {
  test('step s is the state after s updates; the last step has a loss and no rate', () => {
    const { chunks } = train(parseExperimentConfig({ ...without(constant), totalSteps: 10 }));
    const loss = seriesOf(chunks, 'train/loss');
    expect(loss.steps).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(loss.values[0]).toBe(0.525);
    expect(seriesOf(chunks, 'optim/lr').steps).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(seriesOf(chunks, 'param/0').values[1]).toBe(0.9);
  });

  test('every tenth step and the last one, when asked for every tenth', () => {
    const { chunks } = train(
      parseExperimentConfig({ ...without(constant), totalSteps: 25, recordEvery: 10 }),
    );
    expect(seriesOf(chunks, 'train/loss').steps).toEqual([0, 10, 20, 25]);
  });

  test('a mini-batch loss belongs to a batch: none after the last update; evaluations at both ends', () => {
    const { config } = presets.digits.runs[0];
    const { chunks } = train(
      parseExperimentConfig({ ...config, totalSteps: 50, evaluateEvery: 45 }),
    );
    expect(seriesOf(chunks, 'train/loss').steps).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(seriesOf(chunks, 'eval/test_loss').steps).toEqual([0, 45, 50]);
  });

  test('the rate changes once per epoch when the schedule counts epochs', () => {
    const { config } = presets.digits.runs[1];
    const { chunks } = train(parseExperimentConfig({ ...config, totalSteps: 91 }));
    const rates = seriesOf(chunks, 'optim/lr').values;
    expect([rates[0], rates[44], rates[45], rates[90]]).toEqual([0.5, 0.5, 0.5 / 1.1, 0.5 / 1.2]);
  });

  test('the band holds the mean and the quantiles of all seeds', () => {
    const { chunks } = train(parseExperimentConfig({ ...constant, replicates: 3, totalSteps: 5 }));
    const alone = [1, 2, 3].map((seed) =>
      seriesOf(
        train({ ...constant, replicates: 1, seed, totalSteps: 5 }).chunks,
        'train/loss',
      ).values.at(-1)!,
    );
    const mean = seriesOf(chunks, 'ensemble/loss_mean').values.at(-1)!;
    expect(mean).toBeCloseTo((alone[0]! + alone[1]! + alone[2]!) / 3, 14);
    const sorted = [...alone].sort((a, b) => a - b);
    const low = sorted[0]! + 0.2 * (sorted[1]! - sorted[0]!);
    expect(seriesOf(chunks, 'ensemble/loss_low').values.at(-1)).toBeCloseTo(low, 14);
  });
});

describe('how a run ends', () => {
  test('a rate above 2/L diverges at the first number that is not finite, which is recorded', () => {
    const { trainer, chunks } = train(presets.tooLarge.runs[0].config);
    expect(trainer.outcome).toEqual({ status: 'diverged', reason: 'loss', step: 876 });
    const { steps, values } = seriesOf(chunks, 'train/loss');
    expect(steps.at(-1)).toBe(876);
    expect(values.at(-1)).toBe(Infinity);
    expect(values.slice(0, -1).every(Number.isFinite)).toBe(true);
  });

  test('a decay brings the same start back', () => {
    expect(train(presets.tooLarge.runs[1].config).trainer.result().finalLoss).toBeLessThan(1e-9);
  });

  test('a loss limit stops the run with its own reason', () => {
    const { config } = presets.tooLarge.runs[0];
    const { trainer } = train(parseExperimentConfig({ ...config, stop: { lossLimit: 1e12 } }));
    expect(trainer.outcome).toMatchObject({ status: 'stopped', reason: 'loss-limit' });
    expect(trainer.outcome!.step).toBeLessThan(876);
  });

  test('a run that has ended does not move again', () => {
    const { trainer } = train(parseExperimentConfig({ ...without(constant), totalSteps: 5 }));
    const recorder = createRecorder();
    trainer.advance(10, recorder);
    expect(recorder.flush()).toEqual([]);
    expect(trainer.step).toBe(5);
  });

  test.each([
    [1, 1],
    [130, 27],
    [300, 61],
    [999, 200],
    [2000, 200],
  ])(
    'the tail of %d steps is the mean of the last %d recorded losses, seed by seed',
    (totalSteps, length) => {
      const config = parseExperimentConfig({ ...constant, replicates: 2, totalSteps });
      const { means, steps } = train(config).trainer.result().tail;
      expect(steps).toBe(length);
      const second = seriesOf(
        train({ ...config, replicates: 1, seed: 2 }).chunks,
        'train/loss',
      ).values;
      const tail = second.slice(-length);
      expect(means[1]).toBeCloseTo(tail.reduce((sum, value) => sum + value, 0) / length, 12);
    },
  );
});

test('digits reach 95 % on images they were not trained on', () => {
  for (const { config } of presets.digits.runs) {
    expect(train(config).trainer.result().testAccuracy).toBeGreaterThanOrEqual(0.95);
  }
});

test('a data set that is missing is named', () => {
  expect(() => createTrainer(presets.digits.runs[0].config, {})).toThrow(/digits: 0 bytes/);
});
