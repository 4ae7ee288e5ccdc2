import { sharpness } from '../../../core/analysis/sharpness.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { buildModelOnData } from '../../../core/training/model-on-data.ts';
import { createTrainer, type Trainer } from '../../../core/training/trainer.ts';
import { given, rounded } from '../lessons/claim.ts';
import { recorded } from '../lessons/recorded.ts';
import { once } from '../lib/once.ts';
import { claimsFrom, lessonAsEvidence, type Statement } from './statement.ts';

/** A network on all 40 points of a sine at once, at a rate that its curvature grows to meet. */
const sharpening: ExperimentConfig = parseExperimentConfig({
  version: 1,
  seed: 1,
  streams: { init: 3, data: 5 },
  problem: {
    kind: 'model',
    model: { id: 'mlp', params: { hidden: [16, 16], activation: 'tanh' } },
    dataset: { id: 'sine' },
    loss: { id: 'mse' },
    batchSize: 40,
    order: 'sequential',
  },
  optimizer: { id: 'sgd' },
  schedule: { id: 'constant' },
  lr: 0.2,
  totalSteps: 2000,
});

/** A large network on 40 noisy points of two moons. */
const overfitting: ExperimentConfig = parseExperimentConfig({
  version: 1,
  seed: 1,
  streams: { init: 1, data: 11 },
  problem: {
    kind: 'model',
    model: { id: 'mlp', params: { hidden: [64], activation: 'tanh' } },
    dataset: { id: 'moons', params: { samples: 40, noise: 0.35 } },
    loss: { id: 'softmax-cross-entropy' },
    batchSize: 40,
  },
  optimizer: { id: 'adam' },
  schedule: { id: 'constant' },
  lr: 0.01,
  totalSteps: 3000,
  evaluateEvery: 20,
});

const ended = once((config): Trainer => {
  const trainer = createTrainer(config);
  trainer.advance(config.totalSteps, null);
  return trainer;
});

function rises(): number {
  const { at } = recorded(sharpening);
  let count = 0;
  for (let s = 1; s < sharpening.totalSteps; s++) {
    if (at('train/loss', s) > at('train/loss', s - 1)) count++;
  }
  return count;
}

function topCurvature(config: ExperimentConfig): number {
  if (config.problem.kind !== 'model') return NaN;
  const { model, dataset } = buildModelOnData(config.problem, config, {});
  return sharpness(model, dataset.train, Float64Array.from(ended(config).judgedPoint())).eigenvalue;
}

const edge = {
  kind: 'experiment',
  runs: [{ name: { zh: 'η = 0.2，正弦', en: 'η = 0.2, sine' }, config: sharpening }],
  pace: 400,
} as const;

/** Of losses and networks. */
export const networks: readonly Statement[] = [
  {
    id: 'back-propagation-learns',
    says: {
      zh: '反向传播就是让网络学习的优化器。',
      en: 'Back-propagation is the optimizer that makes a network learn.',
    },
    holds: false,
    because: {
      zh: '它只算梯度，与用差分一个一个算出来的有 {{agreedDigits}} 位相同。走不走、走多远，是优化器的事。',
      en: 'It computes the gradient, to {{agreedDigits}} digits what differences find one by one. Whether to step, and how far, is up to the optimizer.',
    },
    claims: claimsFrom(10, 'agreedDigits'),
    see: lessonAsEvidence(10),
  },
  {
    id: 'losses-are-taste',
    says: {
      zh: '分类时用均方误差还是交叉熵，只是习惯不同。',
      en: 'Squared error or cross-entropy for classes is a matter of taste.',
    },
    holds: false,
    because: {
      zh: '一个自信地错了的神经元，均方误差要 {{fartherSquaredSteps}} 步才改过来，交叉熵只要 {{fartherCrossSteps}} 步。',
      en: 'A neuron that is confidently wrong takes {{fartherSquaredSteps}} steps to mend with squared error, and {{fartherCrossSteps}} with cross-entropy.',
    },
    claims: claimsFrom(9, 'fartherSquaredSteps', 'fartherCrossSteps'),
    see: lessonAsEvidence(9),
  },
  {
    id: 'zero-weights-stay',
    says: {
      zh: '全部权重从零开始，网络永远学不会异或。',
      en: 'A network whose weights all begin at zero never learns exclusive or.',
    },
    holds: true,
    because: {
      zh: '相同的单元得到相同的梯度，永远分不开，损失一直停在 $\\ln2=$ {{zeroLoss}}。要用随机的初始权重把它们分开。',
      en: 'Units that are alike get the same gradient and never part; the loss stays at $\\ln2=$ {{zeroLoss}}. Random first weights tell them apart.',
    },
    claims: claimsFrom(10, 'zeroLoss'),
    see: lessonAsEvidence(10),
  },
  {
    id: 'loss-up-is-broken',
    says: {
      zh: '损失上升，说明训练出了错。',
      en: 'A loss that goes up means that something is broken.',
    },
    holds: false,
    because: {
      zh: '这个网络的 {{steps}} 次更新里，损失上升了约 {{rises}} 次，总体却从 {{firstLoss}} 降到 {{lastLoss}}。',
      en: 'In {{steps}} updates of this network the loss rose about {{rises}} times, and overall it fell from {{firstLoss}} to {{lastLoss}}.',
    },
    claims: {
      steps: given(sharpening.totalSteps),
      rises: rounded('7.6e2', 2, rises),
      firstLoss: rounded('0.873', 2, () => recorded(sharpening).at('train/loss', 0)),
      lastLoss: rounded('0.0115', 2, () => ended(sharpening).result().finalLoss),
    },
    see: edge,
  },
  {
    id: 'trains-at-the-limit',
    says: {
      zh: '网络可以贴着稳定上限训练，最大曲率一直碰到 $2/\\eta$。',
      en: 'A network can train right at its stability limit, its top curvature meeting $2/\\eta$.',
    },
    holds: true,
    because: {
      zh: '学习率是 {{rate}}，$2/\\eta$ 就是 {{limit}}。网络自己变陡，{{steps}} 步之后最大曲率约为 {{curvature}}，损失还在降。',
      en: 'At a rate of {{rate}}, $2/\\eta$ is {{limit}}. The network sharpens by itself: after {{steps}} steps its top curvature is about {{curvature}}, and the loss still falls.',
    },
    claims: {
      rate: given(sharpening.lr),
      limit: given(2 / sharpening.lr),
      steps: given(sharpening.totalSteps),
      curvature: rounded('10', 2, () => topCurvature(sharpening)),
    },
    see: edge,
  },
  {
    id: 'low-loss-good-model',
    says: {
      zh: '训练损失低，就是好模型。',
      en: 'A low training loss means a good model.',
    },
    holds: false,
    because: {
      zh: '这个网络把训练损失降到 {{trainLoss}}，在没见过的点上损失是 {{testLoss}}：它把答案背下来了。',
      en: 'This network brings its training loss to {{trainLoss}}; on points it has not seen the loss is {{testLoss}}. It has learnt the answers by heart.',
    },
    claims: {
      trainLoss: rounded('1.2e-4', 2, () => ended(overfitting).result().finalLoss),
      testLoss: rounded('2.1', 2, () => ended(overfitting).result().testLoss!),
    },
    see: {
      kind: 'experiment',
      runs: [
        { name: { zh: '四十个点的双月', en: 'forty points of two moons' }, config: overfitting },
      ],
      pace: 400,
    },
  },
];
