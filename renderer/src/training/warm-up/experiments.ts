import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { digitsRun } from '../digits-run.ts';
import type { GuideExperiment } from '../guide.ts';

export const SEEDS = 10;
export const EPOCHS = 8;
/** Lengths that are tried, in updates; without a warm-up the line falls from the first update on. */
export const lengths = [0, 10, 30, 100] as const;
export type Length = (typeof lengths)[number];
/** The initial weights are so many times as large as they should be, or right. */
export const gains = { steep: 2, sound: 1 } as const;
/** Peak rates: one that a warm-up saves, one that it does not. */
export const peaks = { usual: 0.2, larger: 0.3 } as const;
export const MOMENTUM = 0.9;

const made = new Map<string, ExperimentConfig>();

/** A deeper network, momentum, up along a line and down along another; one configuration for each. */
export function training(
  length: Length,
  gain: keyof typeof gains,
  peak: keyof typeof peaks,
): ExperimentConfig {
  const key = `${length} ${gain} ${peak}`;
  const config =
    made.get(key) ??
    digitsRun({
      hidden: [32, 32],
      epochs: EPOCHS,
      lr: peaks[peak],
      seeds: SEEDS,
      gain: gains[gain],
      optimizer: { id: 'momentum', params: { momentum: MOMENTUM } },
      schedule:
        length === 0
          ? { id: 'linear' }
          : {
              id: 'warmup',
              params: { warmup: length, startFactor: 0, inner: [{ id: 'linear', params: {} }] },
            },
    });
  made.set(key, config);
  return config;
}

const named = (length: Length): GuideExperiment['runs'][number]['name'] =>
  length === 0
    ? { zh: '不预热', en: 'no warm-up' }
    : { zh: `预热 ${length} 步`, en: `warm-up of ${length} steps` };

export const experiments = {
  saved: {
    name: { zh: '预热救回来的训练', en: 'Trainings that a warm-up saves' },
    runs: lengths.map((length) => ({
      name: named(length),
      config: training(length, 'steep', 'usual'),
    })),
    pace: 360,
  },
  needless: {
    name: { zh: '初始化合适，预热就多余', en: 'With a sound start a warm-up is needless' },
    runs: ([0, 100] as const).map((length) => ({
      name: named(length),
      config: training(length, 'sound', 'usual'),
    })),
    pace: 360,
  },
} as const satisfies Record<string, GuideExperiment>;
