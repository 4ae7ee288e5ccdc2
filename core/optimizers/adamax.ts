import { beta1Param, beta2Param } from './average-params.ts';
import { withDialects } from './dialect.ts';
import { epsParam } from './eps-param.ts';
import { defineOptimizer, indexed, runningPowers } from './optimizer.ts';
import { nextPower } from './running-power.ts';
import {
  decayArithmetic,
  weightDecayLine,
  weightDecayOf,
  weightDecayParam,
} from './weight-decay.ts';

/**
 * AdaMax: Adam with the largest recent gradient, fading slowly, in place of the root mean square.
 *
 * For t ≥ 1, elementwise:
 *   g_t ← g_t + λ θ_{t−1}
 *   m_t = β₁ m_{t−1} + (1 − β₁) g_t
 *   u_t = max(β₂ u_{t−1}, |g_t| + ε)
 *   Δθ_t = −η_{t−1} / (1 − β₁ᵗ) · m_t / u_t
 *
 * m running mean, u fading maximum, shape (dim,), zero at first; u needs no correction. A cycled β₁ is treated as
 * in Adam. Variant: PyTorch and Optax, ε inside the maximum. Keras adds it afterwards, u_t = max(β₂ u_{t−1}, |g_t|)
 * and m_t / (u_t + ε), and shrinks the parameters by η λ θ beside the step. The paper has no ε: set it to 0.
 */
export const adamax = defineOptimizer({
  id: 'adamax',
  name: { zh: 'AdaMax', en: 'AdaMax' },
  summary: {
    zh: '一个离群的大梯度会让 Adam 的步子突然变长；AdaMax 除以最大值，每步绝不超过约 η。代价是离群值过后，步子要很久才恢复。',
    en: 'One outlying gradient makes Adam leap; AdaMax divides by the largest, so no step is much longer than η. After the outlier its steps stay short for long.',
  },
  formula: [
    weightDecayLine,
    'm_t = \\beta_1 m_{t-1} + (1-\\beta_1)\\, g_t',
    'u_t = \\max(\\beta_2 u_{t-1},\\, |g_t| + \\varepsilon)',
    '\\theta_t = \\theta_{t-1} - \\dfrac{\\eta_{t-1}}{1-\\beta_1^t} \\cdot \\dfrac{m_t}{u_t}',
  ],
  reference: {
    authors: 'Kingma, Ba',
    title: 'Adam: A Method for Stochastic Optimization (section 7.1)',
    year: 2015,
    url: 'https://arxiv.org/abs/1412.6980',
  },
  defaultLr: 2e-3,
  params: withDialects(
    {
      beta1: beta1Param,
      beta2: beta2Param,
      eps: epsParam(1e-8),
      weightDecay: weightDecayParam,
    },
    [
      {
        id: 'keras',
        label: { zh: 'Keras', en: 'Keras' },
        help: {
          zh: 'ε 加在取最大值之后，权重衰减直接缩小参数。',
          en: 'Epsilon is added after the maximum, weight decay shrinks the parameters.',
        },
        defaults: { eps: 1e-7 },
        lr: 1e-3,
      },
    ],
  ),
  slots: {
    m: indexed('m'),
    u: indexed('u'),
    powers: runningPowers('\\beta_1'),
  },
  arithmetic({ weightDecay, dialect }) {
    const { first, last } = decayArithmetic(weightDecay, dialect);
    const keras = dialect === 'keras';
    return [
      ...first,
      { name: 'm', formula: 'beta1*m + (1 - beta1)*g' },
      { name: 'u', formula: `max(beta2*u, abs(g)${keras ? '' : ' + eps'})` },
      {
        name: 'theta',
        formula: `theta - eta/(1 - beta1^t)*(m/${keras ? '(u + eps)' : 'u'})${last}`,
      },
    ];
  },
  create({ beta1, beta2, eps, weightDecay, dialect }) {
    const outer = dialect === 'keras' ? eps : 0;
    const inner = eps - outer;
    const { coupled, decoupled } = weightDecayOf(weightDecay, dialect);
    return {
      init: (dim) => ({
        m: new Float64Array(dim),
        u: new Float64Array(dim),
        /** β₁ᵗ. */
        powers: Float64Array.of(1),
      }),
      update({ t, lr, momentum: cycled, params, grad }, { m, u, powers }, out) {
        powers[0] = nextPower(powers[0]!, beta1);
        const b1 = cycled ?? beta1;
        const rate = lr / (1 - (cycled === null ? powers[0] : cycled ** t));
        const decay = lr * decoupled;
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]! + coupled * params[i]!;
          const mean = b1 * m[i]! + (1 - b1) * g;
          const top = Math.max(beta2 * u[i]!, Math.abs(g) + inner);
          m[i] = mean;
          u[i] = top;
          out[i] = (-rate * mean) / (top + outer) - decay * params[i]!;
        }
      },
    };
  },
});
