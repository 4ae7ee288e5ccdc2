import { defineGradientStream } from './stream.ts';

/**
 * One outlier in a steady stream: g_t = c, but g_T = C. What does a single wild gradient do, and for how
 * long? With c = 0 it is a sparse gradient: nothing for a long time, then one.
 *
 * The outlier has no weight in the long run: the loss shown is c θ.
 */
export const outlierGradient = defineGradientStream({
  id: 'outlier-gradient',
  name: { zh: '一个离群的梯度', en: 'one outlier' },
  formula: ['g_t = \\begin{cases} C & t = T \\\\ c & t \\ne T \\end{cases}'],
  summary: {
    zh: '平稳的梯度里混进一个 100 倍的：有的方法当场迈出大步，有的几乎不动，却要记很久。',
    en: 'One gradient a hundred times too large: some methods leap, some flinch and remember it for long.',
  },
  params: {
    steady: {
      kind: 'number',
      symbol: 'c',
      label: { zh: '平时的梯度 c', en: 'steady gradient c' },
      help: {
        zh: '取 0 就是稀疏梯度：很久什么都没有，忽然来一个。',
        en: 'At 0 the gradient is sparse: nothing for a long time, then one.',
      },
      default: 1,
      offered: { min: 0, max: 10, scale: 'linear' },
      valid: { min: -1e9, max: 1e9 },
    },
    outlier: {
      kind: 'number',
      symbol: 'C',
      label: { zh: '离群值 C', en: 'outlier C' },
      help: {
        zh: '越大，靠平方平均的方法之后步长缩得越久。',
        en: 'The larger, the longer methods with a mean of squares take short steps afterwards.',
      },
      default: 100,
      offered: { min: 1, max: 1e4, scale: 'log' },
      valid: { min: -1e9, max: 1e9 },
    },
    at: {
      kind: 'number',
      symbol: 'T',
      label: { zh: '第几次更新', en: 'at update' },
      help: {
        zh: '从 1 数起；越晚，滑动平均在此之前越接近稳定。',
        en: 'Counted from 1; the later, the more settled the running means are by then.',
      },
      default: 500,
      offered: { min: 1, max: 5000, scale: 'log' },
      valid: { min: 1, max: 1e9, integer: true },
    },
  },
  isRandom: () => false,
  create: ({ steady, outlier, at }) => ({
    dim: 1,
    start: [0],
    gradient(t, _params, grad) {
      grad[0] = t === at ? outlier : steady;
    },
    loss: (params) => steady * params[0]!,
  }),
});
