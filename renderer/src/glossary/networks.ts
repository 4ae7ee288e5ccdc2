import type { Term } from './term.ts';

/** Words of losses and networks. */
export const networks = {
  loss: {
    name: { zh: '损失', en: 'loss' },
    symbol: '\\ell',
    means: {
      zh: '预测与真实值差多少，用一个数来衡量。训练就是让它变小。',
      en: 'How far predictions are from the truth, as one number. Training makes it smaller.',
    },
    aliases: ['损失函数', '误差', 'loss function', 'error'],
    lesson: 9,
  },
  squaredError: {
    name: { zh: '均方误差', en: 'mean squared error' },
    symbol: '\\tfrac1N\\sum_i(\\hat y_i - y_i)^2',
    means: {
      zh: '误差平方的平均。除以 $N$ 还是 $2N$，会让可用的学习率差一倍。',
      en: 'The mean of squared errors. Dividing by $N$ or by $2N$ changes the usable rate by a factor of two.',
    },
    aliases: ['MSE', '平方损失', 'L2 loss', 'squared error'],
    lesson: 9,
  },
  crossEntropy: {
    name: { zh: '交叉熵', en: 'cross-entropy' },
    symbol: '-\\ln p_y',
    means: {
      zh: '给正确类别的概率取对数，再取负。错得越自信，它推得越用力。',
      en: 'Minus the logarithm of the probability given to the right class. The more confident the mistake, the harder it pushes.',
    },
    aliases: ['对数损失', '负对数似然', 'CE', 'log loss'],
    lesson: 9,
  },
  sigmoid: {
    name: { zh: 'S 形函数', en: 'sigmoid' },
    symbol: '\\sigma(z) = \\dfrac{1}{1 + e^{-z}}',
    means: {
      zh: '把任何实数压到零与一之间。两端很平，梯度会消失。',
      en: 'Squeezes any number between zero and one. Its ends are flat, and gradients vanish there.',
    },
    aliases: ['sigmoid 函数', '逻辑函数', 'logistic function'],
    lesson: 9,
  },
  softmax: {
    name: { zh: 'Softmax', en: 'softmax' },
    symbol: 'p_j = e^{z_j} / \\textstyle\\sum_k e^{z_k}',
    means: {
      zh: '把一组分数变成加起来为一的概率。',
      en: 'Turns scores into probabilities that add up to one.',
    },
    aliases: ['软最大', '归一化指数函数'],
    lesson: 9,
  },
  backPropagation: {
    name: { zh: '反向传播', en: 'back-propagation' },
    means: {
      zh: '从最后一层往前，用链式法则把每个权重的梯度一次算完。它只算梯度，不走步。',
      en: 'The chain rule from the last layer to the first, which yields the gradient of every weight in one go. It computes the gradient and takes no step.',
    },
    aliases: ['BP', '误差反传', 'backprop', 'backpropagation'],
    lesson: 10,
  },
  chainRule: {
    name: { zh: '链式法则', en: 'chain rule' },
    symbol: '\\dfrac{dz}{dx} = \\dfrac{dz}{dy}\\,\\dfrac{dy}{dx}',
    means: {
      zh: '一环套一环的函数，导数相乘。',
      en: 'The derivatives of functions within functions multiply.',
    },
    aliases: ['复合函数求导'],
    lesson: 10,
  },
  initialization: {
    name: { zh: '初始化', en: 'initialization' },
    means: {
      zh: '训练开始时的权重。全取零不行：相同的单元得到相同的梯度，永远分不开。',
      en: 'The weights at the start. All zero will not do: units that are alike get the same gradient and never part.',
    },
    aliases: ['权重初始化', 'initialisation', 'Xavier', 'He'],
    lesson: 10,
  },
  edgeOfStability: {
    name: { zh: '稳定边缘', en: 'edge of stability' },
    symbol: '\\lambda_{\\max} \\approx 2/\\eta',
    means: {
      zh: '网络训练时曲面会变陡，直到最大曲率碰到 $2/\\eta$，然后停在那附近；损失有涨有落，总体还在降。',
      en: 'A network sharpens until its top curvature meets $2/\\eta$ and hovers there; the loss goes up and down and still falls overall.',
    },
    aliases: ['EoS', '稳定性边缘'],
    lesson: 15,
  },
  taylor: {
    name: { zh: '泰勒展开', en: 'Taylor expansion' },
    symbol: "f(x+h) \\approx f(x) + f'(x)h + \\tfrac12 f''(x)h^2",
    means: {
      zh: '在一点附近，用值、坡度和曲率把函数换成抛物线。梯度下降只相信前两项。',
      en: 'Near a point a function is nearly the parabola made from its value, slope and curvature there. Gradient descent trusts the first two.',
    },
    aliases: ['泰勒公式', 'Taylor series'],
    lesson: 2,
  },
} as const satisfies Record<string, Term>;
