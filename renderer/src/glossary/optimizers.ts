import type { Term } from './term.ts';

/** Words of optimizers. */
export const optimizers = {
  optimizer: {
    name: { zh: '优化器', en: 'optimizer' },
    means: {
      zh: '拿到梯度之后怎样走这一步的规则。梯度由反向传播算出，不归它管。',
      en: 'The rule that turns a gradient into a step. It does not compute the gradient: back-propagation does.',
    },
    aliases: ['优化算法', '最优化方法', 'optimiser'],
    lesson: 10,
  },
  momentum: {
    name: { zh: '动量', en: 'momentum' },
    symbol: 'v_t = \\beta v_{t-1} + g_t',
    means: {
      zh: '把过去的梯度按 $\\beta$ 打折加起来，沿这个和走。窄谷里来回的部分抵消，向前的部分累积；代价是会冲过头。',
      en: 'Steps follow the sum of past gradients, discounted by $\\beta$. In a narrow valley what swings cancels and what goes on adds up; the price is overshoot.',
    },
    aliases: ['冲量', '重球法', 'heavy ball', 'Polyak momentum'],
    lesson: 11,
  },
  nesterov: {
    name: { zh: 'Nesterov 动量', en: 'Nesterov momentum' },
    means: {
      zh: '先按惯性看到前面一步，再用那里的梯度修正。比普通动量晃得少。',
      en: 'Looks ahead along its momentum and corrects with the gradient found there. It swings less than plain momentum.',
    },
    aliases: ['NAG', 'Nesterov accelerated gradient', '涅斯捷罗夫'],
    lesson: 11,
  },
  adagrad: {
    name: { zh: 'Adagrad', en: 'Adagrad' },
    symbol: 's_t = s_{t-1} + g_t^2',
    means: {
      zh: '每个参数的步长除以它全部梯度平方和的根。稀有的特征因此走大步；它什么都不忘，越走越慢。',
      en: 'Divides the step of every parameter by the root of all its squared gradients so far. Rare features take large steps; it forgets nothing and slows down.',
    },
    aliases: ['自适应梯度', 'adaptive gradient'],
    lesson: 12,
  },
  rmsprop: {
    name: { zh: 'RMSprop', en: 'RMSprop' },
    symbol: 's_t = \\rho s_{t-1} + (1-\\rho) g_t^2',
    means: {
      zh: '把 Adagrad 的总和换成会遗忘的滑动平均，所以不会越走越慢。',
      en: 'Adagrad with a moving average in place of the sum: it forgets, and so does not slow down.',
    },
    aliases: ['均方根传播'],
    lesson: 12,
  },
  adadelta: {
    name: { zh: 'Adadelta', en: 'Adadelta' },
    means: {
      zh: '步长由过去的步长与梯度之比决定，不用选学习率；开头很慢。',
      en: 'Takes the size of its steps from past steps over gradients, so that no rate has to be chosen; it starts slowly.',
    },
    aliases: [],
    lesson: 12,
  },
  adam: {
    name: { zh: 'Adam', en: 'Adam' },
    symbol: '\\Delta\\theta_t = -\\eta\\,\\hat m_t / (\\sqrt{\\hat v_t} + \\epsilon)',
    means: {
      zh: '梯度的滑动平均，除以梯度平方的滑动平均的根，两者都修正了开头的偏差。它也有噪声地板，仍然需要衰减。',
      en: 'A moving average of gradients over the root of a moving average of their squares, both corrected for their start. It has a noise floor too and still wants a decay.',
    },
    aliases: ['自适应矩估计', 'adaptive moment estimation'],
    lesson: 13,
  },
  biasCorrection: {
    name: { zh: '偏差修正', en: 'bias correction' },
    symbol: '\\hat m_t = m_t / (1 - \\beta^t)',
    means: {
      zh: '从零开始的滑动平均，开头偏小；除以 $1-\\beta^t$ 正好补上。',
      en: 'A moving average that begins at zero is too small at first; dividing by $1-\\beta^t$ makes up for it.',
    },
    aliases: ['偏差校正'],
    lesson: 13,
  },
  weightDecay: {
    name: { zh: '权重衰减', en: 'weight decay' },
    means: {
      zh: '每一步把权重缩小一点点。普通梯度下降里它等于 L2 正则；在 Adam 里不等，所以才有 AdamW。',
      en: 'Shrinks all weights a little at every step. For plain descent it equals an L2 penalty; for Adam it does not, which is why there is AdamW.',
    },
    aliases: ['权值衰减', 'L2', 'L2 正则', 'AdamW', 'L2 regularization'],
    lesson: 13,
  },
  clipping: {
    name: { zh: '梯度裁剪', en: 'gradient clipping' },
    means: {
      zh: '梯度太长就截短到给定的长度。它限制的是梯度，不是学习率；与学习率衰减不是一回事。',
      en: 'Shortens a gradient that is longer than a given length. It limits the gradient, not the rate, and is not a decay.',
    },
    aliases: ['梯度截断', 'clip_grad_norm', 'gradient clipping by norm'],
    lesson: null,
  },
  hyperparameter: {
    name: { zh: '超参数', en: 'hyper-parameter' },
    means: {
      zh: '训练之前由人定下的数：学习率、批量、衰减系数、动量。',
      en: 'A number that a person sets before training: rate, batch size, decay constant, momentum.',
    },
    aliases: ['超参', 'hyperparameter'],
    lesson: null,
  },
} as const satisfies Record<string, Term>;
