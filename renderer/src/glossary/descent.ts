import type { Term } from './term.ts';

/** Words of descent itself. */
export const descent = {
  parameters: {
    name: { zh: '参数', en: 'parameters' },
    symbol: '\\theta',
    means: {
      zh: '训练要调整的那些数，例如网络的权重。写成一个向量 $\\theta$。',
      en: 'The numbers that training changes, such as the weights of a network; together a vector $\\theta$.',
    },
    aliases: ['权重', 'weights'],
    lesson: 1,
  },
  objective: {
    name: { zh: '目标函数', en: 'objective' },
    symbol: 'f(\\theta)',
    means: {
      zh: '要找最小值的函数。训练模型时，它就是整个训练集上的损失。',
      en: 'The function whose minimum is looked for. When a model is trained, it is the loss on all training data.',
    },
    aliases: ['代价函数', 'cost function'],
    lesson: 1,
  },
  derivative: {
    name: { zh: '导数', en: 'derivative' },
    symbol: "f'(x)",
    means: {
      zh: '曲线在一点的坡度：两点靠得越来越近时，“升高除以距离”趋向的那个值。',
      en: 'The slope of a curve at a point: what rise over run comes to as the run gets ever shorter.',
    },
    aliases: ['斜率', '差商', 'slope', 'differentiation'],
    lesson: 1,
  },
  gradient: {
    name: { zh: '梯度', en: 'gradient' },
    symbol: '\\nabla f(\\theta)',
    means: {
      zh: '所有偏导数排成的向量。它指向上升最快的方向，长度就是那个方向的坡度。',
      en: 'The vector of all partial derivatives. It points where the function rises fastest, and its length is the slope there.',
    },
    aliases: ['偏导数', 'partial derivatives'],
    lesson: 1,
  },
  gradientDescent: {
    name: { zh: '梯度下降', en: 'gradient descent' },
    symbol: '\\theta_{t+1} = \\theta_t - \\eta\\,\\nabla f(\\theta_t)',
    means: {
      zh: '反复沿着负梯度走一步，步长等于学习率乘梯度。它保证走到梯度为零的地方，那不一定是最小值。',
      en: 'Steps against the gradient, again and again, each as long as the rate times the gradient. What it promises is a place where the gradient is zero; that need not be a minimum.',
    },
    aliases: ['最速下降', '批量梯度下降', 'steepest descent', 'GD'],
    lesson: 1,
  },
  step: {
    name: { zh: '步', en: 'step' },
    symbol: 't',
    means: {
      zh: '参数的一次更新。从零数起：第 $t$ 步之后，参数已经更新了 $t$ 次。',
      en: 'One update of the parameters. Counted from zero: after step $t$ there have been $t$ updates.',
    },
    aliases: ['迭代', '更新', 'iteration', 'update'],
    lesson: 1,
  },
  learningRate: {
    name: { zh: '学习率', en: 'learning rate' },
    symbol: '\\eta',
    means: {
      zh: '步长里的那个系数。走多远由它和梯度一起决定，所以学习率不变，步子也会随着坡变缓而变短。',
      en: 'The factor in the length of a step. How far a step goes is decided by the rate and the gradient together: with a fixed rate, steps still shorten as the slope does.',
    },
    aliases: ['学习速率', '学习速度', '步长系数', 'step size', 'LR', 'alpha'],
    lesson: 1,
  },
  convergence: {
    name: { zh: '收敛', en: 'convergence' },
    means: {
      zh: '迭代越来越靠近一个点，并且停在那里。损失不再变化不等于收敛：学习率太小时，损失也会不动。',
      en: 'Getting ever closer to one point, and staying. A loss that stands still is not yet convergence: it also stands still when the rate has died out.',
    },
    aliases: ['converge'],
    lesson: 3,
  },
  stopRule: {
    name: { zh: '停止条件', en: 'stop rule' },
    means: {
      zh: '在走完全部步数之前结束训练的规则：梯度足够小、损失几乎不变、到了目标，或者许久没有进步。',
      en: 'What ends a training before its last step: a small gradient, a loss that hardly changes, a goal that is met, or no progress for a while.',
    },
    aliases: ['终止条件', '停止准则', 'stopping criterion', 'early stopping', '早停'],
    lesson: 3,
  },
  stationaryPoint: {
    name: { zh: '驻点', en: 'stationary point' },
    symbol: '\\nabla f = 0',
    means: {
      zh: '梯度为零的点：极小值、极大值或者鞍点。',
      en: 'A point where the gradient is zero: a minimum, a maximum or a saddle.',
    },
    aliases: ['临界点', 'critical point'],
    lesson: 14,
  },
  minimum: {
    name: { zh: '极小值', en: 'minimum' },
    symbol: '\\theta^*',
    means: {
      zh: '附近没有更低的点，叫局部极小；全局没有更低的点，叫全局最小。梯度下降分不出这两者。',
      en: 'Local, where nothing near is lower; global, where nothing at all is. Gradient descent cannot tell one from the other.',
    },
    aliases: [
      '谷底',
      '局部极小',
      '全局最小',
      '最优解',
      'local minimum',
      'global minimum',
      'optimum',
    ],
    lesson: 14,
  },
  saddle: {
    name: { zh: '鞍点', en: 'saddle' },
    means: {
      zh: '梯度为零，一个方向往上弯，另一个方向往下弯的点。恰好沿着脊线走来的梯度下降会停在这里。',
      en: 'A point with zero gradient from which the function rises one way and falls another. Descent that comes exactly along the ridge stops here.',
    },
    aliases: ['saddle point'],
    lesson: 14,
  },
  convex: {
    name: { zh: '凸函数', en: 'convex function' },
    means: {
      zh: '任意两点之间，弦都不低于曲线的函数。它的每个驻点都是全局最小。',
      en: 'A function that lies nowhere above the chord between two of its points. Each of its stationary points is a global minimum.',
    },
    aliases: ['凸性', '非凸', 'convexity', 'non-convex'],
    lesson: 14,
  },
  hessian: {
    name: { zh: '黑塞矩阵', en: 'Hessian' },
    symbol: 'H = \\nabla^2 f',
    means: {
      zh: '二阶偏导数排成的对称矩阵。它的特征值是各个主方向上的曲率。',
      en: 'The symmetric matrix of second partial derivatives. Its eigenvalues are the curvatures along its main directions.',
    },
    aliases: ['海森矩阵', '海塞矩阵', 'Hesse matrix'],
    lesson: 4,
  },
  curvature: {
    name: { zh: '曲率', en: 'curvature' },
    symbol: '\\lambda',
    means: {
      zh: '坡度变化的快慢，也就是二阶导数。抛物线 $\\tfrac12\\lambda x^2$ 的曲率处处是 $\\lambda$。最大的记作 $L$，最小的记作 $\\mu$。',
      en: 'How fast the slope changes: the second derivative. The parabola $\\tfrac12\\lambda x^2$ has the curvature $\\lambda$ everywhere. The largest is called $L$, the smallest $\\mu$.',
    },
    aliases: ['二阶导数', '锐度', 'sharpness', 'second derivative'],
    lesson: 2,
  },
  stabilityLimit: {
    name: { zh: '稳定上限', en: 'stability limit' },
    symbol: '2/L',
    means: {
      zh: '梯度下降的学习率低于它才会收敛。超过它，最陡的方向每一步都会放大误差。',
      en: 'Gradient descent converges only with rates below it. Above, the error grows at every step along the steepest direction.',
    },
    aliases: ['最大学习率', '发散界限', 'largest stable rate', '2/L'],
    lesson: 2,
  },
  divergence: {
    name: { zh: '发散', en: 'diverged' },
    means: {
      zh: '参数越走越远，直到数字装不下。在这里，第一次出现不是有限数的损失、梯度或参数，就算发散。',
      en: 'Going ever farther, until no number can hold it. Here a run has diverged at the first loss, gradient or parameter that is not finite.',
    },
    aliases: ['爆炸', 'NaN', 'blow up', 'divergence'],
    lesson: 2,
  },
  oscillation: {
    name: { zh: '振荡', en: 'oscillation' },
    means: {
      zh: '来回跳过谷底。原因有三种：学习率相对曲率太大，梯度带噪声，或者函数在谷底有尖角；它们的解法各不相同。',
      en: 'Jumping to and fro across the bottom. It has three causes, a rate that is large for the curvature, noise, or a kink at the bottom, and each wants a remedy of its own.',
    },
    aliases: ['震荡', '来回跳', 'bouncing'],
    lesson: 2,
  },
  conditionNumber: {
    name: { zh: '条件数', en: 'condition number' },
    symbol: '\\kappa = L/\\mu',
    means: {
      zh: '最大曲率与最小曲率之比，山谷有多狭长。梯度下降需要的步数大约与它成正比。',
      en: 'Largest over smallest curvature: how narrow a valley is. The number of steps that gradient descent needs is about proportional to it.',
    },
    aliases: ['峡谷', '病态', 'ravine', 'ill-conditioned'],
    lesson: 4,
  },
  eigenvalue: {
    name: { zh: '特征值', en: 'eigenvalue' },
    symbol: 'A v = \\lambda v',
    means: {
      zh: '矩阵 $A$ 只把向量 $v$ 拉长或缩短、不改变方向时的倍数 $\\lambda$；$v$ 叫特征向量。',
      en: 'The factor $\\lambda$ by which a matrix $A$ stretches a vector $v$ that it does not turn; $v$ is an eigenvector.',
    },
    aliases: ['本征值', '特征向量', 'eigenvector'],
    lesson: 4,
  },
} as const satisfies Record<string, Term>;
