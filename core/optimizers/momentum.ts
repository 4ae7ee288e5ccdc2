import { withDialects } from './dialect.ts';
import { momentumParam } from './momentum-param.ts';
import { defineOptimizer, indexed } from './optimizer.ts';
import {
  decayArithmetic,
  weightDecayLine,
  weightDecayOf,
  weightDecayParam,
} from './weight-decay.ts';

/**
 * Momentum: a heavy ball. Each step is the sum of all gradients so far, older ones counting less.
 *
 * For t ≥ 1, elementwise:
 *   g_t ← g_t + λ θ_{t−1}
 *   v_t = β v_{t−1} + (1 − τ) g_t, but v_1 = g_1
 *   Δθ_t = −η_{t−1} · v_t
 *
 * v velocity, shape (dim,), zero at first; β momentum (cycled by some schedules); τ dampening, not applied to
 * the first gradient. Variant: PyTorch, η outside the velocity, so that a new rate rescales the whole step at
 * once. Keras (as Polyak and Sutskever wrote it) keeps η inside, v_t = β v_{t−1} + η_{t−1} g_t and Δθ_t = −v_t:
 * the same path while η is constant, but old steps keep their old rate; it has no dampening (leave it 0) and
 * shrinks the parameters by η λ θ beside the step.
 */
export const momentum = defineOptimizer({
  id: 'momentum',
  name: { zh: '动量法（重球）', en: 'Momentum (heavy ball)' },
  summary: {
    zh: '狭长的山谷里，梯度下降来回横跳；动量把来回抵消，把前进累加。代价是冲过头，噪声地板也抬高约 1/(1−β) 倍。',
    en: 'In a ravine plain descent zigzags; momentum cancels the zigzag and adds up the way forward. It overshoots, and raises the noise floor by about 1/(1−β).',
  },
  formula: [
    weightDecayLine,
    'v_t = \\beta\\, v_{t-1} + (1-\\tau)\\, g_t, \\quad v_1 = g_1',
    '\\theta_t = \\theta_{t-1} - \\eta_{t-1}\\, v_t',
  ],
  reference: {
    authors: 'Polyak',
    title: 'Some methods of speeding up the convergence of iteration methods',
    year: 1964,
    url: 'https://doi.org/10.1016/0041-5553(64)90137-5',
  },
  defaultLr: 1e-3,
  params: withDialects(
    {
      momentum: momentumParam,
      dampening: {
        kind: 'number',
        symbol: '\\tau',
        label: { zh: '阻尼', en: 'dampening' },
        help: {
          zh: '越大，新梯度进入速度的份额越小；第一步除外。',
          en: 'The larger, the smaller the share of each new gradient in the velocity; the first is exempt.',
        },
        default: 0,
        offered: { min: 0, max: 0.99, scale: 'linear' },
        valid: { min: 0, max: 1 },
      },
      weightDecay: weightDecayParam,
    },
    [
      {
        id: 'keras',
        label: { zh: 'Keras，Polyak 原文', en: 'Keras, Polyak' },
        help: {
          zh: '学习率乘在速度里面：改变学习率时，已经积累的速度保持原样。',
          en: 'The rate is inside the velocity: when it changes, what has been gathered keeps the old one.',
        },
        lr: 1e-2,
      },
    ],
  ),
  slots: { velocity: indexed('v') },
  arithmetic({ dampening, weightDecay, dialect }, { t }) {
    const { first, last } = decayArithmetic(weightDecay, dialect);
    const gain = dialect === 'keras' ? 'eta*' : '';
    const share = dampening === 0 || t === 1 ? '' : '(1 - dampening)*';
    return [
      ...first,
      { name: 'velocity', formula: `momentum*velocity + ${gain}${share}g` },
      { name: 'theta', formula: `theta - ${gain === '' ? 'eta*' : ''}velocity${last}` },
    ];
  },
  create({ momentum: beta, dampening, weightDecay, dialect }) {
    const inside = dialect === 'keras';
    const { coupled, decoupled } = weightDecayOf(weightDecay, dialect);
    return {
      init: (dim) => ({ velocity: new Float64Array(dim) }),
      update({ t, lr, momentum: cycled, params, grad }, { velocity }, out) {
        const b = cycled ?? beta;
        const share = t === 1 ? 1 : 1 - dampening;
        const gain = inside ? lr * share : share;
        const rate = inside ? 1 : lr;
        const decay = lr * decoupled;
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]! + coupled * params[i]!;
          const v = b * velocity[i]! + gain * g;
          velocity[i] = v;
          out[i] = -rate * v - decay * params[i]!;
        }
      },
    };
  },
});
