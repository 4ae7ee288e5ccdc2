import type { Term } from './term.ts';

/** Words of noise and of samples. */
export const noise = {
  gradientNoise: {
    name: { zh: '梯度噪声', en: 'gradient noise' },
    symbol: '\\sigma',
    means: {
      zh: '小批量算出的梯度与全部数据的梯度之差。$\\sigma$ 是它每个分量的标准差。',
      en: 'The difference between the gradient of a batch and that of all data; $\\sigma$ is the standard deviation of each coordinate.',
    },
    aliases: ['随机噪声', 'stochastic noise'],
    lesson: 5,
  },
  noiseFloor: {
    name: { zh: '噪声地板', en: 'noise floor' },
    symbol: '\\approx \\tfrac{\\eta\\sigma^2}{4}',
    means: {
      zh: '学习率固定、梯度带噪声时，期望损失降不下去的那个高度。它大约与学习率成正比。',
      en: 'The height at which the expected loss stalls while the rate stays and gradients are noisy. It is about proportional to the rate.',
    },
    aliases: ['误差地板', '本底噪声', 'error floor', 'noise ball'],
    lesson: 5,
  },
  sgd: {
    name: { zh: '随机梯度下降', en: 'stochastic gradient descent' },
    means: {
      zh: '每一步只用一部分样本估计梯度。便宜得多，代价是噪声。',
      en: 'Each step estimates the gradient from some of the samples. Much cheaper, at the price of noise.',
    },
    aliases: ['SGD', '小批量梯度下降', 'mini-batch gradient descent'],
    lesson: 5,
  },
  batch: {
    name: { zh: '批量', en: 'batch' },
    symbol: 'B',
    means: {
      zh: '一步里看多少个样本。批量放大，噪声的方差按同样的倍数变小，一轮里的步数也变少。',
      en: 'How many samples one step sees. A larger batch divides the variance of the noise, and there are fewer steps to an epoch.',
    },
    aliases: ['批大小', '批次大小', 'mini-batch', 'batch size'],
    lesson: 5,
  },
  epoch: {
    name: { zh: '轮', en: 'epoch' },
    means: {
      zh: '把训练数据整个看一遍。一轮有多少步，取决于批量。',
      en: 'One pass over all training data. How many steps it has depends on the batch size.',
    },
    aliases: ['训练轮数', '轮次', '周期', 'epoch_number'],
    lesson: 7,
  },
  expectation: {
    name: { zh: '期望', en: 'expectation' },
    symbol: '\\mathbb{E}',
    means: {
      zh: '重复无穷多次的平均。单独一次运行会在它周围摆动。',
      en: 'The mean over endlessly many repetitions. A single run wanders around it.',
    },
    aliases: ['均值', '期望损失', 'expected value', 'mean'],
    lesson: 5,
  },
  variance: {
    name: { zh: '方差', en: 'variance' },
    symbol: '\\sigma^2',
    means: {
      zh: '与期望之差的平方的期望；开方就是标准差。$n$ 个独立样本的平均，方差是原来的 $1/n$。',
      en: 'The expectation of the squared distance from the expectation; its root is the standard deviation. The mean of $n$ independent samples has $1/n$ of it.',
    },
    aliases: ['标准差', 'standard deviation'],
    lesson: 5,
  },
  seed: {
    name: { zh: '种子', en: 'seed' },
    means: {
      zh: '随机数由它推出。种子相同，结果一位不差；换一个种子，就看得出差别是不是运气。',
      en: 'What all random numbers follow from. With the same seed everything comes out the same; another seed shows whether a difference was luck.',
    },
    aliases: ['随机种子', 'random seed'],
    lesson: null,
  },
  overfitting: {
    name: { zh: '过拟合', en: 'overfitting' },
    means: {
      zh: '训练损失还在降，没见过的数据上的损失却升了。模型在背答案。',
      en: 'The training loss still falls while the loss on unseen data rises: the model learns the samples by heart.',
    },
    aliases: ['过度拟合', 'overfit', 'generalization', '泛化'],
    lesson: null,
  },
  annealing: {
    name: { zh: '退火', en: 'annealing' },
    means: {
      zh: '先大步翻过山脊，再慢慢把步子收小，停在较深的谷里。',
      en: 'Large steps first, which cross ridges, then ever smaller ones, which settle in a deeper valley.',
    },
    aliases: ['模拟退火', 'simulated annealing'],
    lesson: 14,
  },
} as const satisfies Record<string, Term>;
