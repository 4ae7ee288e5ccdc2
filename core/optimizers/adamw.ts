import { adamStep, moments } from './adam-arithmetic.ts';
import { beta1Param, beta2Param } from './average-params.ts';
import { withDialects } from './dialect.ts';
import { epsParam } from './eps-param.ts';
import { defineOptimizer, indexed, runningPowers } from './optimizer.ts';
import { nextPower } from './running-power.ts';
import { weightDecayParam } from './weight-decay.ts';

/**
 * AdamW: Adam whose weight decay acts on the parameters themselves, not through the gradient.
 *
 * For t ≥ 1, elementwise:
 *   m_t = β₁ m_{t−1} + (1 − β₁) g_t
 *   v_t = β₂ v_{t−1} + (1 − β₂) g_t²
 *   Δθ_t = −η_{t−1} λ θ_{t−1} − η_{t−1} · (m_t / (1 − β₁ᵗ)) / (√(v_t / (1 − β₂ᵗ)) + ε)
 *
 * m, v as in Adam, λ weight decay; with `amsgrad` the largest v so far takes the place of v. A cycled β₁ is
 * treated as in Adam. Variant: PyTorch; Optax has the same rule. Keras adds ε before the correction, as in its
 * Adam. In the paper the decay is not multiplied by the rate but follows the shape of the schedule only:
 * −(η_{t−1} / η₀) λ θ_{t−1}, where η₀ is the peak rate.
 */
export const adamw = defineOptimizer({
  id: 'adamw',
  name: { zh: 'AdamW', en: 'AdamW' },
  summary: {
    zh: 'L2 惩罚放进 Adam 会被梯度的大小除掉：梯度大的权重几乎不衰减。AdamW 把衰减拿出来，人人按同样的比例缩小。代价是衰减强度又多了一个要选的数。',
    en: 'Adam divides an L2 penalty by the size of the gradient, so weights with large gradients hardly decay. AdamW shrinks all alike; its decay is one more number to choose.',
  },
  formula: [
    'm_t = \\beta_1 m_{t-1} + (1-\\beta_1)\\, g_t',
    'v_t = \\beta_2 v_{t-1} + (1-\\beta_2)\\, g_t^2',
    '\\theta_t = \\theta_{t-1} - \\eta_{t-1}\\lambda_{\\mathrm{wd}}\\,\\theta_{t-1} - \\eta_{t-1}\\, \\dfrac{m_t / (1-\\beta_1^t)}{\\sqrt{v_t / (1-\\beta_2^t)} + \\varepsilon}',
  ],
  reference: {
    authors: 'Loshchilov, Hutter',
    title: 'Decoupled Weight Decay Regularization',
    year: 2019,
    url: 'https://arxiv.org/abs/1711.05101',
  },
  defaultLr: 1e-3,
  params: withDialects(
    {
      beta1: beta1Param,
      beta2: beta2Param,
      eps: epsParam(1e-8),
      weightDecay: {
        ...weightDecayParam,
        default: 0.01,
        offered: { min: 1e-4, max: 1, scale: 'log' },
      },
      amsgrad: {
        kind: 'boolean',
        label: { zh: '取历史最大值（AMSGrad）', en: 'largest so far (AMSGrad)' },
        help: {
          zh: '分母用到目前为止最大的 v，步子只会变短。',
          en: 'The largest v so far is used as denominator, so steps can only get shorter.',
        },
        default: false,
      },
    },
    [
      {
        id: 'keras',
        label: { zh: 'Keras', en: 'Keras' },
        help: {
          zh: 'ε 加在修正之前，开头的分量因此大得多。',
          en: 'Epsilon is added before the correction and weighs far more at first.',
        },
        defaults: { eps: 1e-7, weightDecay: 0.004 },
      },
      {
        id: 'optax',
        label: { zh: 'Optax', en: 'Optax' },
        help: {
          zh: '规则相同，默认的权重衰减是 0.0001。',
          en: 'The same rule; its default weight decay is 0.0001.',
        },
        defaults: { weightDecay: 1e-4 },
      },
      {
        id: 'paper',
        label: { zh: '论文', en: 'paper' },
        help: {
          zh: '衰减不乘学习率，只跟随学习率计划的形状 η/η₀。',
          en: 'The decay is not multiplied by the rate; it follows the shape η/η₀ of the schedule only.',
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
  arithmetic({ weightDecay, amsgrad, dialect }, { eta0 }) {
    const decay = dialect === 'paper' && eta0! > 0 ? 'eta/eta0*weightDecay' : 'eta*weightDecay';
    const last = weightDecay === 0 ? '' : ` - ${decay}*theta`;
    return [
      ...moments,
      ...(amsgrad ? [{ name: 'largest', formula: 'max(largest, v)' }] : []),
      ...adamStep(amsgrad ? 'largest' : 'v', dialect === 'keras' ? dialect : 'pytorch', last),
    ];
  },
  create({ beta1, beta2, eps, weightDecay, amsgrad, dialect }, peakLr = 1) {
    const perRate = dialect === 'paper' && peakLr > 0 ? weightDecay / peakLr : weightDecay;
    return {
      init: (dim) => ({
        m: new Float64Array(dim),
        v: new Float64Array(dim),
        largest: new Float64Array(amsgrad ? dim : 0),
        /** β₁ᵗ and β₂ᵗ. */
        powers: Float64Array.of(1, 1),
      }),
      update({ t, lr, momentum: cycled, params, grad }, { m, v, largest, powers }, out) {
        powers[0] = nextPower(powers[0]!, beta1);
        powers[1] = nextPower(powers[1]!, beta2);
        const b1 = cycled ?? beta1;
        const rate = lr / (1 - (cycled === null ? powers[0] : cycled ** t));
        const scale = 1 / Math.sqrt(1 - powers[1]);
        const e = dialect === 'keras' ? eps * scale : eps;
        const decay = lr * perRate;
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]!;
          const mean = b1 * m[i]! + (1 - b1) * g;
          let square = beta2 * v[i]! + (1 - beta2) * g * g;
          m[i] = mean;
          v[i] = square;
          if (amsgrad) square = largest[i] = Math.max(largest[i]!, square);
          out[i] = -decay * params[i]! - (rate * mean) / (Math.sqrt(square) * scale + e);
        }
      },
    };
  },
});
