import type { Term } from './term.ts';

/** Words of schedules and their decay. */
export const rates = {
  schedule: {
    name: { zh: '学习率计划', en: 'schedule' },
    symbol: '\\eta_t',
    means: {
      zh: '学习率随步数变化的规则，第 $t$ 次更新用 $\\eta_t$。它与优化器是两件事，可以任意搭配。',
      en: 'How the rate changes from step to step: the update with index $t$ uses $\\eta_t$. It is a choice of its own, and goes with any optimizer.',
    },
    aliases: ['学习率调度', '学习率策略', 'learning-rate schedule', 'scheduler'],
    lesson: 6,
  },
  decay: {
    name: { zh: '学习率衰减', en: 'learning-rate decay' },
    symbol: '\\eta_t \\downarrow',
    means: {
      zh: '训练中让学习率变小。它压低噪声和振荡留下的地板，也让人可以从更大的学习率出发；衰减太快，训练会冻住。',
      en: 'Making the rate smaller while training goes on. It lowers the floor that noise and swinging leave, and allows a larger first rate; too fast a decay freezes the training.',
    },
    aliases: [
      '梯度削减学习率',
      '学习率削减',
      '削减学习率',
      '学习速率衰减',
      '学习率递减',
      'learning rate reduction',
    ],
    lesson: 6,
  },
  firstRate: {
    name: { zh: '初始学习率', en: 'first rate' },
    symbol: '\\eta_0',
    means: {
      zh: '计划从它算起的学习率。代码里把它覆盖掉，公式就不再是原来的公式了。',
      en: 'The rate from which a schedule is computed. Code that overwrites it no longer does what the formula says.',
    },
    aliases: ['lr0', 'base rate', 'initial learning rate', '基础学习率'],
    lesson: 7,
  },
  decayConstant: {
    name: { zh: '衰减系数', en: 'decay constant' },
    symbol: 'd',
    means: {
      zh: '逆时间衰减里乘在 $t$ 前面的常数。大于一也可以；要紧的是它的单位，按轮还是按步。',
      en: 'The constant before $t$ in inverse-time decay. It may exceed one; what matters is its unit, per epoch or per step.',
    },
    aliases: ['衰减率', 'decay_rate', 'decay rate', 'decay'],
    lesson: 7,
  },
  inverseTime: {
    name: { zh: '逆时间衰减', en: 'inverse-time decay' },
    symbol: '\\eta_t = \\dfrac{\\eta_0}{1 + d\\,t}',
    means: {
      zh: '每次都从初始学习率算起，除以 $1+d\\,t$。各步学习率之和没有上限，平方和有限，所以既走得到，又停得稳。',
      en: 'The first rate divided by $1+d\\,t$, computed anew each time. Its rates add up without bound and their squares do not, so that one arrives and settles.',
    },
    aliases: ['时间衰减', '1/t 衰减', 'InverseTimeDecay', 'time-based decay', '1/t decay'],
    lesson: 6,
  },
  literalRecurrence: {
    name: { zh: '字面递推', en: 'literal recurrence' },
    symbol: '\\eta_t = \\dfrac{\\eta_{t-1}}{1 + d\\,t}',
    means: {
      zh: '把逆时间公式当成赋值语句，一轮一轮除在上一轮的结果上。分母成了连乘积，学习率像高斯曲线一样消失。',
      en: 'The inverse-time formula run as an assignment, dividing what the last epoch left over. The divisors multiply, and the rate dies out like a Gaussian.',
    },
    aliases: ['lr = lr / (1 + decay * epoch)', '连乘', 'MultiplicativeLR'],
    lesson: 7,
  },
  exponential: {
    name: { zh: '指数衰减', en: 'exponential decay' },
    symbol: '\\eta_t = \\eta_0\\,\\gamma^t',
    means: {
      zh: '每一步乘同一个小于一的系数。所有学习率之和有限，走不到的地方永远走不到。',
      en: 'Each rate is the last one times a factor below one. All rates together are finite: what lies farther is never reached.',
    },
    aliases: ['ExponentialLR', 'gamma'],
    lesson: 6,
  },
  stepDecay: {
    name: { zh: '分段衰减', en: 'step decay' },
    means: {
      zh: '学习率保持一段时间，然后一下子乘一个系数。',
      en: 'The rate stays for a while and is then multiplied by a factor at once.',
    },
    aliases: ['阶梯衰减', '步进衰减', 'StepLR', 'MultiStepLR', 'piecewise constant'],
    lesson: null,
  },
  cosine: {
    name: { zh: '余弦退火', en: 'cosine decay' },
    symbol: '\\eta_t = \\tfrac{\\eta_0}{2}\\left(1 + \\cos\\tfrac{\\pi t}{T}\\right)',
    means: {
      zh: '沿半个余弦从初始学习率降到零，要先知道总步数 $T$。',
      en: 'Half a cosine from the first rate down to zero; the number of steps $T$ has to be known.',
    },
    aliases: ['余弦衰减', 'CosineAnnealingLR', 'cosine annealing'],
    lesson: 16,
  },
  linearDecay: {
    name: { zh: '线性衰减', en: 'linear decay' },
    symbol: '\\eta_t = \\eta_0\\,(1 - t/T)',
    means: {
      zh: '在 $T$ 步里匀速降到零。预算固定时，它和余弦都是稳妥的选择。',
      en: 'Down to zero in $T$ even steps. With a fixed budget it is a safe choice, as the cosine is.',
    },
    aliases: ['LinearLR', '多项式衰减', 'polynomial decay'],
    lesson: 16,
  },
  warmup: {
    name: { zh: '预热', en: 'warm-up' },
    means: {
      zh: '开头让学习率从很小升到目标值。起点太陡的网络需要它：先走小步，等曲面变平再加速。',
      en: 'Raising the rate from near zero at the beginning. Networks whose start is too steep need it: small steps first, until the surface has flattened.',
    },
    aliases: ['热身', '学习率预热', 'warmup'],
    lesson: 15,
  },
  plateau: {
    name: { zh: '遇平台衰减', en: 'reduce on plateau' },
    means: {
      zh: '损失连续几轮没有进步，就把学习率乘一个系数。它看的是损失，不是时间，与衰减公式是两种机制。',
      en: 'The rate is cut when the loss has made no progress for some epochs. It looks at the loss, not at the clock: another mechanism than a formula.',
    },
    aliases: ['ReduceLROnPlateau', '自适应降低学习率', '损失不再下降就减小学习率', 'plateau rule'],
    lesson: 8,
  },
  patience: {
    name: { zh: '耐心', en: 'patience' },
    means: {
      zh: '容许多少轮没有进步。同一个数字，PyTorch 比 Keras 多等一轮。',
      en: 'How many epochs without progress are borne. With the same number, PyTorch waits one epoch longer than Keras.',
    },
    aliases: ['容忍轮数'],
    lesson: 8,
  },
  travel: {
    name: { zh: '路程', en: 'travel' },
    symbol: '\\sum_t \\eta_t',
    means: {
      zh: '学习率一步一步加起来的总和。它是一个计划的预算：梯度有界时，再远的地方走不到。',
      en: 'All rates so far, added up. It is the budget of a schedule: with bounded gradients, nothing farther can be reached.',
    },
    aliases: ['累计学习率', '学习率之和', 'cumulative rate', 'travel budget'],
    lesson: 7,
  },
  frozen: {
    name: { zh: '冻住', en: 'frozen' },
    means: {
      zh: '还没走到谷底，学习率就已降到几乎为零。损失不动了，看上去像收敛；代价是停下时的损失比 η 保持不变时高。',
      en: 'The rate died out before the run arrived. The loss stands still, which looks like convergence; the cost is a higher loss at the end than with η kept as it began.',
    },
    aliases: ['冻结', '假收敛', 'false convergence', 'decay too fast', '衰减太快'],
    lesson: 7,
  },
  robbinsMonro: {
    name: { zh: 'Robbins–Monro 条件', en: 'Robbins–Monro conditions' },
    symbol: '\\sum\\eta_t = \\infty,\\ \\sum\\eta_t^2 < \\infty',
    means: {
      zh: '和为无穷，走得到；平方和有限，噪声耗得尽。两条都满足就保证收敛，但不保证快。',
      en: 'An infinite sum, so that one can arrive; a finite sum of squares, so that the noise runs out. Together they promise convergence, not speed.',
    },
    aliases: ['罗宾斯–门罗', 'Robbins-Monro', '随机逼近', 'stochastic approximation'],
    lesson: 6,
  },
  rangeTest: {
    name: { zh: '范围测试', en: 'range test' },
    means: {
      zh: '一次短训练，学习率每一步乘同一个倍数，看损失从哪里开始降、在哪里最低、到哪里爆开。',
      en: 'One short training whose rate grows by a factor at every step: where the loss begins to fall, where it is lowest, where it blows up.',
    },
    aliases: ['学习率测试', 'LR finder', 'LR range test', '学习率查找'],
    lesson: null,
  },
} as const satisfies Record<string, Term>;
