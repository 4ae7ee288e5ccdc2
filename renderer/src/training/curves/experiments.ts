import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import type { Text } from '../../../../core/text.ts';
import { parabolaRun } from '../../lessons/parabola-run.ts';
import { digitsRun } from '../digits-run.ts';
import type { GuideExperiment } from '../guide.ts';

/** What a loss curve can look like, in the order of the table. */
export const symptoms = [
  'runaway',
  'zigzag',
  'stuck',
  'crawl',
  'floor',
  'frozen',
  'saddle',
  'spike',
  'overfit',
  'underfit',
] as const;
export type Symptom = (typeof symptoms)[number];

/** The number of the lesson that explains what is behind it; null: none does. */
export const explainedBy: Readonly<Record<Symptom, number | null>> = {
  runaway: 2,
  zigzag: 15,
  stuck: 10,
  crawl: 4,
  floor: 5,
  frozen: 7,
  saddle: 14,
  spike: 15,
  overfit: null,
  underfit: null,
};

const plain = (settings: object): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    ...settings,
  });

const objective = (id: string, params: object, start: readonly number[]): object => ({
  problem: { kind: 'objective', objective: { id, params }, start },
});

/** Full-batch descent of a small tanh network on a sine; from `fork` on with another rate. */
export const EDGE = { rate: 0.2, at: 2960, after: 200 } as const;
const edge = (lr: number, from: ExperimentConfig | null): ExperimentConfig =>
  plain({
    problem: {
      kind: 'model',
      model: { id: 'mlp', params: { hidden: [16, 16], activation: 'tanh' } },
      dataset: { id: 'sine', params: { samples: 40, noise: 0 } },
      loss: { id: 'mse' },
      batchSize: 40,
    },
    streams: { init: 3, data: 5 },
    lr,
    totalSteps: EDGE.at + EDGE.after,
    ...(from ? { fork: { step: EDGE.at, from } } : {}),
  });
const atTheEdge = edge(EDGE.rate, null);

const ravine = (lr: number, optimizer: object = { id: 'sgd' }): ExperimentConfig =>
  plain({
    ...objective('quadratic', { eigenvalues: [1, 100] }, [10, 1]),
    optimizer,
    lr,
    totalSteps: 300,
  });

const noisy = (lr: number): ExperimentConfig =>
  parabolaRun({ lr, totalSteps: 400, noise: 1, replicates: 24 });

export const DECAY = 0.1;
const decayed = (id: string): ExperimentConfig =>
  parabolaRun({ lr: 0.1, totalSteps: 1000, schedule: { id, params: { decay: DECAY } } });

/** How far from the ridge the perturbed run begins. */
export const NUDGE = 1e-4;
const onTheSaddle = (y: number): ExperimentConfig =>
  plain({ ...objective('curved-saddle', {}, [1, y]), lr: 0.1, totalSteps: 200 });

const thrown = (lr: number): ExperimentConfig =>
  plain({ ...objective('hyperbola', {}, [4, 0.3]), lr, totalSteps: 40 });

const fewPoints = (optimizer: object, lr: number): ExperimentConfig =>
  plain({
    problem: {
      kind: 'model',
      model: { id: 'mlp', params: { hidden: [64], activation: 'tanh' } },
      dataset: { id: 'moons', params: { samples: 40, noise: 0.35 } },
      loss: { id: 'softmax-cross-entropy' },
      batchSize: 40,
    },
    streams: { init: 1, data: 11 },
    optimizer,
    lr,
    totalSteps: 3000,
    evaluateEvery: 20,
  });

const spirals = (model: object): ExperimentConfig =>
  plain({
    problem: {
      kind: 'model',
      model,
      dataset: { id: 'spirals' },
      loss: { id: 'softmax-cross-entropy' },
    },
    optimizer: { id: 'adam' },
    lr: 0.01,
    totalSteps: 1500,
    evaluateEvery: 30,
  });

const rate = (lr: number, extra: Text = { zh: '', en: '' }): Text => ({
  zh: `η₀ = ${lr}${extra.zh}`,
  en: `η₀ = ${lr}${extra.en}`,
});

/** The first run shows the symptom, the second what the decisive test makes of it. */
export const experiments = {
  runaway: {
    name: { zh: '损失一路冲上去', en: 'The loss runs away' },
    runs: [2.1, 1.05].map((lr) => ({
      name: rate(lr),
      config: parabolaRun({ lr, totalSteps: 60 }),
    })),
    pace: 20,
  },
  zigzag: {
    name: { zh: '稳定边缘上的锯齿', en: 'A zigzag at the edge of stability' },
    runs: [
      { name: rate(EDGE.rate), config: atTheEdge },
      {
        name: { zh: '学习率减半', en: 'half the rate' },
        config: edge(EDGE.rate / 2, atTheEdge),
      },
    ],
    pace: 1000,
  },
  stuck: {
    name: { zh: '停在 ln C 的平线', en: 'A flat line at ln C' },
    runs: [2, 0.6].map((lr) => ({
      name: rate(lr),
      config: digitsRun({ hidden: [32], epochs: 10, lr, seeds: 1 }),
    })),
    pace: 200,
  },
  crawl: {
    name: { zh: '又直又慢的下降', en: 'Straight and slow' },
    runs: [
      { name: rate(0.004), config: ravine(0.004) },
      { name: rate(0.008), config: ravine(0.008) },
      {
        name: rate(0.008, { zh: '，动量', en: ', momentum' }),
        config: ravine(0.008, { id: 'momentum', params: { momentum: 0.8 } }),
      },
    ],
    pace: 60,
  },
  floor: {
    name: { zh: '抖动的平台：噪声地板', en: 'A noisy plateau: the noise floor' },
    runs: [0.1, 0.05].map((lr) => ({ name: rate(lr), config: noisy(lr) })),
    pace: 100,
  },
  frozen: {
    name: { zh: '被衰减冻住', en: 'Frozen by its decay' },
    runs: [
      { name: { zh: '字面递推', en: 'literal recurrence' }, config: decayed('literal-recurrence') },
      { name: { zh: '逆时间', en: 'inverse time' }, config: decayed('inverse-time') },
    ],
    pace: 200,
  },
  saddle: {
    name: { zh: '停在鞍点', en: 'At rest on a saddle' },
    runs: [
      { name: { zh: '正好在脊上', en: 'exactly on the ridge' }, config: onTheSaddle(0) },
      { name: { zh: '推开一点点', en: 'pushed off by a hair' }, config: onTheSaddle(NUDGE) },
    ],
    pace: 40,
  },
  spike: {
    name: { zh: '突然的尖峰', en: 'A sudden spike' },
    runs: [0.2, 0.1].map((lr) => ({ name: rate(lr), config: thrown(lr) })),
    pace: 10,
  },
  overfit: {
    name: { zh: '训练损失降，验证损失升', en: 'Training loss falls, validation loss rises' },
    runs: [
      { name: { zh: 'Adam', en: 'Adam' }, config: fewPoints({ id: 'adam' }, 0.01) },
      {
        name: { zh: '学习率小十倍', en: 'a tenth of the rate' },
        config: fewPoints({ id: 'adam' }, 0.001),
      },
      {
        name: { zh: '加权重衰减', en: 'with weight decay' },
        config: fewPoints({ id: 'adamw', params: { weightDecay: 1 } }, 0.01),
      },
    ],
    pace: 600,
  },
  underfit: {
    name: { zh: '两条都高，都平', en: 'Both high and flat' },
    runs: [
      {
        name: { zh: 'softmax 回归', en: 'softmax regression' },
        config: spirals({ id: 'softmax-regression' }),
      },
      {
        name: { zh: '三十二个隐藏单元', en: 'thirty-two hidden units' },
        config: spirals({ id: 'mlp', params: { hidden: [32], activation: 'tanh' } }),
      },
    ],
    pace: 300,
  },
} as const satisfies Record<Symptom, GuideExperiment>;
