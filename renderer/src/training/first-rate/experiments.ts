import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { optimizers } from '../../../../core/optimizers/index.ts';
import { digitsRun } from '../digits-run.ts';
import type { GuideExperiment } from '../guide.ts';

export const EPOCHS = 10;
export const SEEDS = 3;
/** Rates that are trained with, ascending. */
export const rates = [0.1, 0.3, 0.6, 1, 1.5, 2] as const;
export type Rate = (typeof rates)[number];

const network = { hidden: [32], epochs: EPOCHS, seeds: SEEDS };

/** One training for each rate, so that each is computed once. */
const forEachRate = (schedule: 'constant' | 'linear'): ReadonlyMap<Rate, ExperimentConfig> =>
  new Map(rates.map((lr) => [lr, digitsRun({ ...network, lr, schedule: { id: schedule } })]));
const trained = { constant: forEachRate('constant'), linear: forEachRate('linear') };

export const constant = (lr: Rate): ExperimentConfig => trained.constant.get(lr)!;
/** Along a line to zero over the run. */
export const linear = (lr: Rate): ExperimentConfig => trained.linear.get(lr)!;

const adam = { optimizer: { id: 'adam' } };
export const adamDefault = digitsRun({ ...network, ...adam, lr: optimizers.adam.defaultLr });
export const adamTuned = digitsRun({ ...network, ...adam, lr: 0.03 });

/** The same network with one thing changed; a range test does not look at its rate. */
export const variants = {
  plain: constant(0.1),
  smallBatch: digitsRun({ ...network, lr: 0.1, batchSize: 8 }),
  largeBatch: digitsRun({ ...network, lr: 0.1, batchSize: 128 }),
  momentum: digitsRun({
    ...network,
    lr: 0.1,
    optimizer: { id: 'momentum', params: { momentum: 0.9 } },
  }),
  adam: adamDefault,
  rmsprop: digitsRun({ ...network, lr: 0.01, optimizer: { id: 'rmsprop' } }),
  doubled: digitsRun({ ...network, lr: 0.1, gain: 2 }),
} as const satisfies Record<string, ExperimentConfig>;
export type Variant = keyof typeof variants;

const named = (schedule: { zh: string; en: string }, lr: Rate): { zh: string; en: string } => ({
  zh: `${schedule.zh} ${lr}`,
  en: `${schedule.en} ${lr}`,
});
const CONSTANT = { zh: '常数', en: 'constant' };
const LINEAR = { zh: '线性降到零', en: 'linear to zero' };

export const experiments = {
  range: {
    name: { zh: '范围测试：手写数字', en: 'A range test on handwritten digits' },
    runs: [{ name: CONSTANT, config: variants.plain }],
    pace: 360,
    opens: 'range-test',
  },
  ladder: {
    name: { zh: '测试说得对吗？', en: 'Was the range test right?' },
    runs: [
      { name: named(CONSTANT, 0.6), config: constant(0.6) },
      { name: named(CONSTANT, 1.5), config: constant(1.5) },
      { name: named(LINEAR, 0.1), config: linear(0.1) },
      { name: named(LINEAR, 1), config: linear(1) },
    ],
    pace: 360,
  },
  adam: {
    name: { zh: '范围测试：Adam', en: 'A range test of Adam' },
    runs: [{ name: { zh: 'Adam', en: 'Adam' }, config: adamDefault }],
    pace: 360,
    opens: 'range-test',
  },
} as const satisfies Record<string, GuideExperiment>;
