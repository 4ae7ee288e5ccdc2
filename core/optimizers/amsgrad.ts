import { adamStep, moments } from './adam-arithmetic.ts';
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
 * AMSGrad: Adam whose denominator never shrinks.
 *
 * For t ≥ 1, elementwise:
 *   g_t ← g_t + λ θ_{t−1}
 *   m_t = β₁ m_{t−1} + (1 − β₁) g_t
 *   v_t = β₂ v_{t−1} + (1 − β₂) g_t²
 *   u_t = max(u_{t−1}, v_t)
 *   Δθ_t = −η_{t−1} · (m_t / (1 − β₁ᵗ)) / (√(u_t / (1 − β₂ᵗ)) + ε)
 *
 * m, v as in Adam, u the largest v so far, shape (dim,), zero at first. A cycled β₁ is treated as in Adam.
 * Variant: PyTorch (its Adam with amsgrad). Keras adds ε before the correction and shrinks the parameters by
 * η λ θ beside the step; Optax takes the maximum of the corrected v_t / (1 − β₂ᵗ), whose first values are large
 * and stay; the paper corrects nothing (and has no ε: set it to 0).
 */
export const amsgrad = defineOptimizer({
  id: 'amsgrad',
  name: { zh: 'AMSGrad', en: 'AMSGrad' },
  summary: {
    zh: '有些梯度序列让 Adam 走向错误的一端，因为少见的大梯度很快被忘掉；AMSGrad 取历史最大值，不再忘。代价是步子只会越来越短。',
    en: 'On some gradient streams Adam walks to the wrong end, since rare large gradients are soon forgotten; AMSGrad keeps the largest. Its steps can only get shorter.',
  },
  formula: [
    weightDecayLine,
    'm_t = \\beta_1 m_{t-1} + (1-\\beta_1)\\, g_t',
    'v_t = \\beta_2 v_{t-1} + (1-\\beta_2)\\, g_t^2',
    'u_t = \\max(u_{t-1},\\, v_t)',
    '\\theta_t = \\theta_{t-1} - \\eta_{t-1}\\, \\dfrac{m_t / (1-\\beta_1^t)}{\\sqrt{u_t / (1-\\beta_2^t)} + \\varepsilon}',
  ],
  reference: {
    authors: 'Reddi, Kale, Kumar',
    title: 'On the Convergence of Adam and Beyond',
    year: 2018,
    url: 'https://arxiv.org/abs/1904.09237',
  },
  defaultLr: 1e-3,
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
          zh: 'ε 加在修正之前，开头的分量因此大得多；权重衰减直接缩小参数。',
          en: 'Epsilon is added before the correction and weighs far more at first; weight decay shrinks the parameters.',
        },
        defaults: { eps: 1e-7 },
      },
      {
        id: 'optax',
        label: { zh: 'Optax', en: 'Optax' },
        help: {
          zh: '先修正，再取最大值：开头的大梯度会一直压住步长。',
          en: 'The maximum is taken after the correction: early large gradients hold the steps down for good.',
        },
      },
      {
        id: 'paper',
        label: { zh: '论文', en: 'paper' },
        help: {
          zh: '完全没有偏差修正，最初几步因此更大。',
          en: 'No bias correction at all, which makes the first steps larger.',
        },
      },
    ],
  ),
  slots: {
    m: indexed('m'),
    v: indexed('v'),
    largest: indexed('u'),
    powers: runningPowers('\\beta_1', '\\beta_2'),
  },
  arithmetic({ weightDecay, dialect }) {
    const { first, last } = decayArithmetic(weightDecay, dialect);
    const corrected = dialect === 'optax' ? 'v/(1 - beta2^t)' : 'v';
    const step =
      dialect === 'paper'
        ? [{ name: 'theta', formula: `theta - eta*(m/(sqrt(largest) + eps))${last}` }]
        : adamStep('largest', dialect, last);
    return [
      ...first,
      ...moments,
      { name: 'largest', formula: `max(largest, ${corrected})` },
      ...step,
    ];
  },
  create({ beta1, beta2, eps, weightDecay, dialect }) {
    const { coupled, decoupled } = weightDecayOf(weightDecay, dialect);
    return {
      init: (dim) => ({
        m: new Float64Array(dim),
        v: new Float64Array(dim),
        largest: new Float64Array(dim),
        /** β₁ᵗ and β₂ᵗ. */
        powers: Float64Array.of(1, 1),
      }),
      update({ t, lr, momentum: cycled, params, grad }, { m, v, largest, powers }, out) {
        powers[0] = nextPower(powers[0]!, beta1);
        powers[1] = nextPower(powers[1]!, beta2);
        const b1 = cycled ?? beta1;
        const correction = 1 - (cycled === null ? powers[0] : cycled ** t);
        const rate = dialect === 'paper' ? lr : lr / correction;
        const scale = 1 / Math.sqrt(1 - powers[1]);
        const before = dialect === 'optax' ? scale * scale : 1;
        const after = dialect === 'optax' || dialect === 'paper' ? 1 : scale;
        const e = dialect === 'keras' ? eps * scale : eps;
        const decay = lr * decoupled;
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]! + coupled * params[i]!;
          const mean = b1 * m[i]! + (1 - b1) * g;
          const square = beta2 * v[i]! + (1 - beta2) * g * g;
          const top = Math.max(largest[i]!, square * before);
          m[i] = mean;
          v[i] = square;
          largest[i] = top;
          out[i] = (-rate * mean) / (Math.sqrt(top) * after + e) - decay * params[i]!;
        }
      },
    };
  },
});
