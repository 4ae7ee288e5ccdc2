import { withDialects } from './dialect.ts';
import { epsParam } from './eps-param.ts';
import { defineOptimizer, indexed } from './optimizer.ts';
import {
  decayArithmetic,
  weightDecayLine,
  weightDecayOf,
  weightDecayParam,
} from './weight-decay.ts';

/**
 * AdaGrad: each parameter has its own rate, the smaller the more gradient it has seen so far.
 *
 * For t ≥ 1, elementwise:
 *   g_t ← g_t + λ θ_{t−1}
 *   s_t = s_{t−1} + g_t²
 *   Δθ_t = −η_{t−1} / (1 + (t − 1) d) · g_t / (√s_t + ε)
 *
 * s sum of squares, shape (dim,), s_0 at first; d decay of the rate. Variant: PyTorch, as in the paper: ε outside
 * the root, s_0 = 0. Keras and Optax put ε inside, √(s_t + ε), and start from s_0 = 0.1; Keras shrinks the
 * parameters by η λ θ beside the step, Optax has the decay in the gradient (and no rate decay of its own).
 */
export const adagrad = defineOptimizer({
  id: 'adagrad',
  name: { zh: 'AdaGrad', en: 'AdaGrad' },
  summary: {
    zh: '稀有特征很少得到梯度，同一个学习率学不会它；AdaGrad 让少见的坐标走大步。代价是从不遗忘：一次大梯度之后，步子永远变短。',
    en: 'A rare feature sees few gradients and one common rate never learns it; AdaGrad lets it take large steps. It never forgets: after one large gradient all steps stay short.',
  },
  formula: [
    weightDecayLine,
    's_t = s_{t-1} + g_t^2',
    '\\theta_t = \\theta_{t-1} - \\dfrac{\\eta_{t-1}}{1 + (t-1)\\,d} \\cdot \\dfrac{g_t}{\\sqrt{s_t} + \\varepsilon}',
  ],
  reference: {
    authors: 'Duchi, Hazan, Singer',
    title: 'Adaptive Subgradient Methods for Online Learning and Stochastic Optimization',
    year: 2011,
    url: 'https://jmlr.org/papers/v12/duchi11a.html',
  },
  defaultLr: 1e-2,
  params: withDialects(
    {
      lrDecay: {
        kind: 'number',
        symbol: 'd',
        label: { zh: '学习率衰减', en: 'rate decay' },
        help: {
          zh: '越大，学习率在计划之外降得越快：第 1 + 1/d 步时再减半。',
          en: 'The larger, the faster the rate falls on top of the schedule: halved once more at update 1 + 1/d.',
        },
        default: 0,
        offered: { min: 0, max: 1, scale: 'linear' },
        valid: { min: 0, max: 1e6 },
      },
      initialAccumulator: {
        kind: 'number',
        symbol: 's_0',
        label: { zh: '累积初值', en: 'initial sum' },
        help: {
          zh: '越大，最初几步越短。',
          en: 'The larger, the shorter the first steps.',
        },
        default: 0,
        offered: { min: 0, max: 1, scale: 'linear' },
        valid: { min: 0, max: 1e12 },
      },
      eps: epsParam(1e-10),
      weightDecay: weightDecayParam,
    },
    [
      {
        id: 'keras',
        label: { zh: 'Keras', en: 'Keras' },
        help: {
          zh: 'ε 加在根号里面，累积从 0.1 开始，权重衰减直接缩小参数。',
          en: 'Epsilon inside the root, the sum starts at 0.1, weight decay shrinks the parameters.',
        },
        defaults: { initialAccumulator: 0.1, eps: 1e-7 },
        lr: 1e-3,
      },
      {
        id: 'optax',
        label: { zh: 'Optax', en: 'Optax' },
        help: {
          zh: 'ε 加在根号里面，累积从 0.1 开始。',
          en: 'Epsilon inside the root, the sum starts at 0.1.',
        },
        defaults: { initialAccumulator: 0.1, eps: 1e-7 },
      },
    ],
  ),
  slots: { sum: indexed('s') },
  arithmetic({ lrDecay, weightDecay, dialect }) {
    const { first, last } = decayArithmetic(weightDecay, dialect);
    const rate = lrDecay === 0 ? 'eta' : 'eta/(1 + (t - 1)*lrDecay)';
    const size = dialect === 'pytorch' ? 'sqrt(sum) + eps' : 'sqrt(sum + eps)';
    return [
      ...first,
      { name: 'sum', formula: 'sum + g^2' },
      { name: 'theta', formula: `theta - ${rate}*(g/(${size}))${last}` },
    ];
  },
  create({ lrDecay, initialAccumulator, eps, weightDecay, dialect }) {
    const inner = dialect === 'pytorch' ? 0 : eps;
    const outer = eps - inner;
    const { coupled, decoupled } = weightDecayOf(weightDecay, dialect);
    return {
      init: (dim) => ({ sum: new Float64Array(dim).fill(initialAccumulator) }),
      update({ t, lr, params, grad }, { sum }, out) {
        const rate = lr / (1 + (t - 1) * lrDecay);
        const decay = lr * decoupled;
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]! + coupled * params[i]!;
          const s = sum[i]! + g * g;
          sum[i] = s;
          out[i] = (-rate * g) / (Math.sqrt(s + inner) + outer) - decay * params[i]!;
        }
      },
    };
  },
});
