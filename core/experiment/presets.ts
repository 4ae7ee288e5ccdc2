import { defaultParams, type Choice } from '../params.ts';
import { schedules, type ScheduleId } from '../schedules/index.ts';
import { losses } from '../losses/index.ts';
import { objectives } from '../objectives/index.ts';
import type { Text } from '../text.ts';
import type { ExperimentConfig, ProblemConfig } from './config.ts';
import { parseExperimentConfig } from './parse.ts';

/** A ready experiment: what it asks, and the runs that answer. */
export interface Preset {
  readonly name: Text;
  readonly question: Text;
  readonly runs: readonly { readonly name: Text; readonly config: ExperimentConfig }[];
  /** Steps per second at which it is pleasant to watch. */
  readonly pace: number;
}

/** Seeds per run of the noisy presets: enough to tell the pair apart by many standard errors. */
const SEEDS = 24;

const bowl = (noise: number): ProblemConfig => ({
  kind: 'objective',
  objective: {
    id: 'quadratic-bowl',
    params: defaultParams(objectives['quadratic-bowl'].params),
  },
  start: [1, 1],
  noise,
  scale: 1,
});

const digits: ProblemConfig = {
  kind: 'model',
  model: { id: 'softmax-regression', params: {} },
  dataset: { id: 'digits', params: {} },
  loss: {
    id: 'softmax-cross-entropy',
    params: defaultParams(losses['softmax-cross-entropy'].params),
  },
  l2: 0,
  scaling: 'none',
  batchSize: 32,
  dropLast: false,
  order: 'shuffled',
  initialParams: null,
};
/** Rates on f(x) = ½ x², one for each temperament of a step: x is multiplied by 1 − η. */
const TEMPERAMENTS = [0.5, 1, 1.9, 2, 2.1];

const parabola: ProblemConfig = {
  kind: 'objective',
  objective: { id: 'parabola', params: { curvature: 1 } },
  start: [10],
  noise: 0,
  scale: 1,
};

const DIGITS_STEPS_PER_EPOCH = 45;
const DIGITS_EPOCHS = 40;

const schedule = (id: ScheduleId, decay?: number): Choice => ({
  id,
  params: decay === undefined ? {} : { decay },
});

function run(
  name: Text,
  chosen: Choice,
  config: Omit<Partial<ExperimentConfig>, 'schedule'> & { problem: ProblemConfig; lr: number },
): Preset['runs'][number] {
  return {
    name,
    config: parseExperimentConfig({
      version: 1,
      seed: 1,
      totalSteps: 2000,
      optimizer: { id: 'sgd' },
      schedule: chosen,
      ...config,
    }),
  };
}

const { constant, 'inverse-time': inverseTime, 'literal-recurrence': literal } = schedules;

const bowlPair = (noise: number, replicates: number): Preset['runs'] => [
  run(constant.name, schedule('constant'), { problem: bowl(noise), lr: 0.1, replicates }),
  run(inverseTime.name, schedule('inverse-time', 0.01), {
    problem: bowl(noise),
    lr: 0.1,
    replicates,
  }),
];

const digitsRun = (name: Text, chosen: Choice): Preset['runs'][number] =>
  run(name, chosen, {
    problem: digits,
    lr: 0.5,
    scheduleUnit: 'epoch',
    totalSteps: DIGITS_EPOCHS * DIGITS_STEPS_PER_EPOCH,
    evaluateEvery: DIGITS_STEPS_PER_EPOCH,
  });

/** The ready experiments of the first screen. */
export const presets = {
  pair: {
    name: { zh: '同一个种子：常数与逆时间', en: 'Same seed: constant against inverse time' },
    question: {
      zh: '梯度里有噪声。学习率不变，和慢慢变小，最后谁的损失更低？',
      en: 'The gradient is noisy. Which ends lower: a rate that stays, or one that decays?',
    },
    runs: bowlPair(1, SEEDS),
    pace: 400,
  },
  temperaments: {
    name: { zh: '一步的几种脾气', en: 'The temperaments of a step' },
    question: {
      zh: '学习率多大才算太大？五个学习率，同一条抛物线。',
      en: 'How large is too large? Five rates on one parabola.',
    },
    runs: TEMPERAMENTS.map((lr) => {
      const name = `η₀ = ${lr}`;
      return run({ zh: name, en: name }, schedule('constant'), {
        problem: parabola,
        lr,
        totalSteps: 130,
      });
    }),
    pace: 20,
  },
  noiseFree: {
    name: { zh: '没有噪声，衰减还有用吗？', en: 'Without noise, does decay still help?' },
    question: {
      zh: '同一个碗，梯度是精确的。这次谁赢？',
      en: 'The same bowl with exact gradients. Who wins this time?',
    },
    runs: bowlPair(0, 1),
    pace: 400,
  },
  literal: {
    name: { zh: '这段代码到底做了什么？', en: 'What does this code really do?' },
    question: {
      zh: 'lr = lr / (1 + d*t) 和公式 η₀ / (1 + d t) 是一回事吗？',
      en: 'Is lr = lr / (1 + d*t) the same as the formula η₀ / (1 + d t)?',
    },
    runs: [
      run(inverseTime.name, schedule('inverse-time', 0.1), {
        problem: bowl(0),
        lr: 0.1,
        totalSteps: 200,
      }),
      run(literal.name, schedule('literal-recurrence', 0.1), {
        problem: bowl(0),
        lr: 0.1,
        totalSteps: 200,
      }),
    ],
    pace: 40,
  },
  tooLarge: {
    name: { zh: '学习率太大，衰减能救回来吗？', en: 'Too large a rate: can a decay save it?' },
    question: {
      zh: 'η₀ = 2.5，超过了上限 2/L = 2。常数和逆时间各会怎样？',
      en: 'η₀ = 2.5 is above the limit 2/L = 2. What happens to each?',
    },
    runs: [
      run(constant.name, schedule('constant'), { problem: bowl(0), lr: 2.5, totalSteps: 1000 }),
      run(inverseTime.name, schedule('inverse-time', 0.05), {
        problem: bowl(0),
        lr: 2.5,
        totalSteps: 1000,
      }),
    ],
    pace: 200,
  },
  digits: {
    name: { zh: '手写数字：真实数据', en: 'Handwritten digits: real data' },
    question: {
      zh: '1 437 张图用来训练，360 张用来检验。衰减在这里要紧吗？',
      en: '1 437 images to train on, 360 to be judged by. Does the decay matter here?',
    },
    runs: [
      digitsRun(constant.name, schedule('constant')),
      digitsRun(inverseTime.name, schedule('inverse-time', 0.1)),
    ],
    pace: 360,
  },
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;
export const presetIds = Object.keys(presets) as PresetId[];
