import { withDialects } from './dialect.ts';
import { epsParam } from './eps-param.ts';
import { momentumParam } from './momentum-param.ts';
import { defineOptimizer, indexed } from './optimizer.ts';
import {
  decayArithmetic,
  weightDecayLine,
  weightDecayOf,
  weightDecayParam,
} from './weight-decay.ts';

/**
 * RMSprop: divide each gradient by the root mean square of the recent ones.
 *
 * For t ≥ 1, elementwise:
 *   g_t ← g_t + λ θ_{t−1}
 *   s_t = ρ s_{t−1} + (1 − ρ) g_t²
 *   a_t = ρ a_{t−1} + (1 − ρ) g_t
 *   b_t = β b_{t−1} + g_t / (√(s_t − c a_t²) + ε), c = 1 where centered, else 0
 *   Δθ_t = −η_{t−1} · b_t
 *
 * s, a running means, b velocity, shape (dim,), zero at first; β momentum (cycled by some schedules), 0: none.
 * s − a² is a variance, so a negative one is rounding and taken as 0. Variant: PyTorch. All other forms have ε
 * inside the root, √(s_t − c a_t² + ε), and η inside the velocity, b_t = β b_{t−1} + η_{t−1} g_t / √…, Δθ_t = −b_t:
 * Keras, which also shrinks the parameters by η λ θ, Optax, and Graves 2013 (centered, ε = 1e-4).
 */
export const rmsprop = defineOptimizer({
  id: 'rmsprop',
  name: { zh: 'RMSprop', en: 'RMSprop' },
  summary: {
    zh: 'AdaGrad 永远记仇，RMSprop 会遗忘：只看最近梯度的大小，损失换单位也不影响步长。代价是学习率不变时停不下来，在谷底附近抖动。',
    en: 'AdaGrad never forgets; RMSprop does, and the unit of the loss does not matter. At a constant rate it cannot settle and chatters around the minimum.',
  },
  formula: [
    weightDecayLine,
    's_t = \\rho\\, s_{t-1} + (1-\\rho)\\, g_t^2',
    'a_t = \\rho\\, a_{t-1} + (1-\\rho)\\, g_t',
    'b_t = \\beta\\, b_{t-1} + \\dfrac{g_t}{\\sqrt{s_t - c\\, a_t^2} + \\varepsilon}, \\quad c \\in \\{0, 1\\}',
    '\\theta_t = \\theta_{t-1} - \\eta_{t-1}\\, b_t',
  ],
  reference: {
    authors: 'Tieleman, Hinton',
    title: 'Lecture 6.5: RMSprop, divide the gradient by a running average of its recent magnitude',
    year: 2012,
    url: 'https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf',
  },
  defaultLr: 1e-2,
  params: withDialects(
    {
      rho: {
        kind: 'number',
        symbol: '\\rho',
        label: { zh: '遗忘系数 ρ', en: 'forgetting factor ρ' },
        help: {
          zh: '越大，对梯度大小记得越久（PyTorch 里叫 alpha）。',
          en: 'The larger, the longer the size of gradients is remembered (PyTorch calls it alpha).',
        },
        default: 0.99,
        offered: { min: 0.5, max: 0.999, scale: 'linear' },
        valid: { min: 0, max: 1 },
      },
      momentum: { ...momentumParam, default: 0 },
      centered: {
        kind: 'boolean',
        label: { zh: '减去均值（c = 1）', en: 'centered (c = 1)' },
        help: {
          zh: '除以梯度的标准差，而不是均方根：方向一致时步子更大。',
          en: 'Divide by the standard deviation instead of the root mean square: longer steps while gradients agree.',
        },
        default: false,
      },
      eps: epsParam(1e-8),
      weightDecay: weightDecayParam,
    },
    [
      {
        id: 'keras',
        label: { zh: 'Keras', en: 'Keras' },
        help: {
          zh: 'ε 在根号里面，学习率乘在速度里面，权重衰减直接缩小参数。',
          en: 'Epsilon inside the root, the rate inside the velocity, weight decay shrinks the parameters.',
        },
        defaults: { rho: 0.9, eps: 1e-7 },
        lr: 1e-3,
      },
      {
        id: 'optax',
        label: { zh: 'Optax', en: 'Optax' },
        help: {
          zh: 'ε 在根号里面，学习率乘在速度里面。',
          en: 'Epsilon inside the root, the rate inside the velocity.',
        },
        defaults: { rho: 0.9, eps: 1e-8 },
      },
      {
        id: 'paper',
        label: { zh: 'Graves 2013', en: 'Graves 2013' },
        help: {
          zh: '减去均值、带动量，ε 在根号里面。',
          en: 'Centered, with momentum, epsilon inside the root.',
        },
        defaults: { rho: 0.95, momentum: 0.9, centered: true, eps: 1e-4 },
        lr: 1e-4,
      },
    ],
  ),
  slots: { squares: indexed('s'), mean: indexed('a'), velocity: indexed('b') },
  arithmetic({ centered, weightDecay, dialect }, { momentum }) {
    const { first, last } = decayArithmetic(weightDecay, dialect);
    const inside = dialect !== 'pytorch';
    const spread = centered ? 'max(squares - mean^2, 0)' : 'squares';
    const size = inside ? `sqrt(${spread} + eps)` : `sqrt(${spread}) + eps`;
    const kept = momentum === 0 ? '' : 'momentum*velocity + ';
    return [
      ...first,
      { name: 'squares', formula: 'rho*squares + (1 - rho)*g^2' },
      ...(centered ? [{ name: 'mean', formula: 'rho*mean + (1 - rho)*g' }] : []),
      { name: 'velocity', formula: `${kept}${inside ? 'eta*' : ''}(g/(${size}))` },
      { name: 'theta', formula: `theta - ${inside ? '' : 'eta*'}velocity${last}` },
    ];
  },
  create({ rho, momentum: beta, centered, eps, weightDecay, dialect }) {
    const inside = dialect !== 'pytorch';
    const inner = inside ? eps : 0;
    const outer = eps - inner;
    const { coupled, decoupled } = weightDecayOf(weightDecay, dialect);
    return {
      init: (dim) => ({
        squares: new Float64Array(dim),
        mean: new Float64Array(centered ? dim : 0),
        velocity: new Float64Array(dim),
      }),
      update({ lr, momentum: cycled, params, grad }, { squares, mean, velocity }, out) {
        const b = cycled ?? beta;
        const gain = inside ? lr : 1;
        const rate = inside ? 1 : lr;
        const decay = lr * decoupled;
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]! + coupled * params[i]!;
          const s = rho * squares[i]! + (1 - rho) * g * g;
          squares[i] = s;
          let variance = s;
          if (centered) {
            const a = rho * mean[i]! + (1 - rho) * g;
            mean[i] = a;
            variance = Math.max(s - a * a, 0);
          }
          const v = b * velocity[i]! + (gain * g) / (Math.sqrt(variance + inner) + outer);
          velocity[i] = v;
          out[i] = -rate * v - decay * params[i]!;
        }
      },
    };
  },
});
