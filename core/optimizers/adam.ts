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
 * Adam: step along the running mean of gradients, divided by their running root mean square.
 *
 * For t ≥ 1, elementwise:
 *   g_t ← g_t + λ θ_{t−1}
 *   m_t = β₁ m_{t−1} + (1 − β₁) g_t
 *   v_t = β₂ v_{t−1} + (1 − β₂) g_t²
 *   Δθ_t = −η_{t−1} · (m_t / (1 − β₁ᵗ)) / (√(v_t / (1 − β₂ᵗ)) + ε)
 *
 * m, v running means of gradients and of their squares, shape (dim,), zero at first, which the divisions by
 * 1 − βᵗ make good. Where a schedule cycles β₁, its present value is also the base of β₁ᵗ, as in PyTorch.
 * Variant: Algorithm 1 of the paper, ε beside the corrected root, as PyTorch and Optax. Keras computes the
 * rewritten form of the paper's section 2, whose ε counts as ε / √(1 − β₂ᵗ) here: 31.6 times more at t = 1.
 * It also shrinks the parameters by η λ θ beside the step.
 */
export const adam = defineOptimizer({
  id: 'adam',
  name: { zh: 'Adam', en: 'Adam' },
  summary: {
    zh: '滑动平均从零起步，开头的步子会失真；Adam 加上偏差修正，第一步恰好是 η，与梯度大小无关。代价是同样有噪声地板，仍然需要衰减。',
    en: 'Running means start at zero and spoil the first steps; Adam corrects them, so the first step is exactly η whatever the gradient. It has a noise floor too, and still needs decay.',
  },
  formula: [
    weightDecayLine,
    'm_t = \\beta_1 m_{t-1} + (1-\\beta_1)\\, g_t',
    'v_t = \\beta_2 v_{t-1} + (1-\\beta_2)\\, g_t^2',
    '\\theta_t = \\theta_{t-1} - \\eta_{t-1}\\, \\dfrac{m_t / (1-\\beta_1^t)}{\\sqrt{v_t / (1-\\beta_2^t)} + \\varepsilon}',
  ],
  reference: {
    authors: 'Kingma, Ba',
    title: 'Adam: A Method for Stochastic Optimization',
    year: 2015,
    url: 'https://arxiv.org/abs/1412.6980',
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
    ],
  ),
  slots: {
    m: indexed('m'),
    v: indexed('v'),
    powers: runningPowers('\\beta_1', '\\beta_2'),
  },
  arithmetic({ weightDecay, dialect }) {
    const { first, last } = decayArithmetic(weightDecay, dialect);
    return [...first, ...moments, ...adamStep('v', dialect, last)];
  },
  create({ beta1, beta2, eps, weightDecay, dialect }) {
    const { coupled, decoupled } = weightDecayOf(weightDecay, dialect);
    return {
      init: (dim) => ({
        m: new Float64Array(dim),
        v: new Float64Array(dim),
        /** β₁ᵗ and β₂ᵗ. */
        powers: Float64Array.of(1, 1),
      }),
      update({ t, lr, momentum: cycled, params, grad }, { m, v, powers }, out) {
        powers[0] = nextPower(powers[0]!, beta1);
        powers[1] = nextPower(powers[1]!, beta2);
        const b1 = cycled ?? beta1;
        const rate = lr / (1 - (cycled === null ? powers[0] : cycled ** t));
        const scale = 1 / Math.sqrt(1 - powers[1]);
        const e = dialect === 'keras' ? eps * scale : eps;
        const decay = lr * decoupled;
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]! + coupled * params[i]!;
          const mean = b1 * m[i]! + (1 - b1) * g;
          const square = beta2 * v[i]! + (1 - beta2) * g * g;
          m[i] = mean;
          v[i] = square;
          out[i] = (-rate * mean) / (Math.sqrt(square) * scale + e) - decay * params[i]!;
        }
      },
    };
  },
});
