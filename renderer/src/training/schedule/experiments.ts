import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import type { Choice } from '../../../../core/params.ts';
import type { Text } from '../../../../core/text.ts';
import type { GuideExperiment } from '../guide.ts';
import { rules } from '../rules.ts';

export const SEEDS = 8;
/** Rates that every schedule was tried with, ascending. */
export const rates = [0.1, 0.3, 1, 3, 6] as const;
export type Rate = (typeof rates)[number];
/** Updates: a short run, and one four times as long. */
export const budgets = { short: 500, long: 2000 } as const;
/** Decay of the recurrence that knows nothing of the run's length. */
export const UNTIED = 0.01;

type Shape = (steps: number) => { readonly id: string; readonly params?: Choice['params'] };

/** What is compared, each with the constants its rule gives it for a run of so many updates. */
const shapes = {
  constant: () => ({ id: 'constant' }),
  cosine: () => ({ id: 'cosine' }),
  linear: () => ({ id: 'linear' }),
  literal: (steps) => ({
    id: 'literal-recurrence',
    params: { decay: rules.literal / steps ** 2 },
  }),
  inverse: (steps) => ({ id: 'inverse-time', params: { decay: rules.inverse.high / steps } }),
  cooled: () => ({
    id: 'warmup-stable-decay',
    params: { warmupShare: 0, cooldownShare: rules.coolDown.high },
  }),
  cuts: () => ({ id: 'multi-step' }),
  untied: () => ({ id: 'literal-recurrence', params: { decay: UNTIED } }),
} as const satisfies Record<string, Shape>;
export type ShapeId = keyof typeof shapes;

/** A small network on two noisy moons, the same points for every seed. */
const moons = (shape: ShapeId, steps: number, lr: number): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    replicates: SEEDS,
    streams: { data: 7 },
    problem: {
      kind: 'model',
      model: { id: 'mlp', params: { hidden: [16], activation: 'tanh' } },
      dataset: { id: 'moons', params: { samples: 500, noise: 0.3 } },
      loss: { id: 'softmax-cross-entropy' },
      batchSize: 10,
    },
    optimizer: { id: 'sgd' },
    schedule: (shapes[shape] as Shape)(steps),
    lr,
    totalSteps: steps,
    evaluateEvery: 50,
  });

const made = new Map<string, ExperimentConfig>();

/** One configuration for each, so that each is computed once. */
export function training(shape: ShapeId, budget: keyof typeof budgets, lr: Rate): ExperimentConfig {
  const key = `${shape} ${budget} ${lr}`;
  const config = made.get(key) ?? moons(shape, budgets[budget], lr);
  made.set(key, config);
  return config;
}

const names: Readonly<Record<ShapeId, Text>> = {
  constant: { zh: '常数', en: 'constant' },
  cosine: { zh: '余弦', en: 'cosine' },
  linear: { zh: '线性', en: 'linear' },
  literal: { zh: '字面递推，绑定 T', en: 'literal, tied to T' },
  inverse: { zh: '逆时间', en: 'inverse time' },
  cooled: { zh: '最后收尾', en: 'cool-down at the end' },
  cuts: { zh: '砍两刀', en: 'two cuts' },
  untied: { zh: '字面递推，d 固定', en: 'literal, d fixed' },
};

const run = (
  shape: ShapeId,
  lr: Rate,
  budget: keyof typeof budgets = 'short',
): GuideExperiment['runs'][number] => ({
  name: { zh: `${names[shape].zh} ${lr}`, en: `${names[shape].en} ${lr}` },
  config: training(shape, budget, lr),
});

const PACE = 200;

export const experiments = {
  room: {
    name: { zh: '衰减换来的是更大的起点', en: 'What a decay buys is a larger start' },
    runs: [run('constant', 0.3), run('constant', 3), run('cosine', 0.3), run('cosine', 3)],
    pace: PACE,
  },
  shapes: {
    name: {
      zh: '预算固定，各用各的最佳 η₀',
      en: 'A fixed budget, each schedule at its own best η₀',
    },
    runs: [
      run('constant', 0.3),
      run('cosine', 3),
      run('linear', 3),
      run('literal', 3),
      run('inverse', 6),
      run('cooled', 1),
      run('cuts', 3),
    ],
    pace: PACE,
  },
  literal: {
    name: { zh: '字面递推：d 绑定 T 与否', en: 'The literal recurrence, tied to T or not' },
    runs: [run('untied', 1), run('literal', 1), run('literal', 3)],
    pace: PACE,
  },
  horizon: {
    name: { zh: '长度未定：先不变，后收尾', en: 'Length unknown: level first, cooled down later' },
    runs: [run('constant', 0.3, 'long'), run('cooled', 0.3, 'long'), run('cosine', 3, 'long')],
    pace: 4 * PACE,
  },
  inverse: {
    name: { zh: '逆时间：起点要大', en: 'Inverse time wants a large start' },
    runs: [run('inverse', 0.3), run('inverse', 3), run('inverse', 6)],
    pace: PACE,
  },
  cuts: {
    name: { zh: '砍两刀，还是慢慢降', en: 'Two cuts, or a smooth decay' },
    runs: [run('cuts', 3), run('cosine', 3)],
    pace: PACE,
  },
} as const satisfies Record<string, GuideExperiment>;
