import { moments } from './adam-arithmetic.ts';
import { beta1Param, beta2Param } from './average-params.ts';
import { withDialects } from './dialect.ts';
import { epsParam } from './eps-param.ts';
import { defineOptimizer, indexed } from './optimizer.ts';
import { nextPower } from './running-power.ts';
import {
  decayArithmetic,
  weightDecayLine,
  weightDecayOf,
  weightDecayParam,
} from './weight-decay.ts';

/**
 * Nadam: Adam that looks one step ahead, as Nesterov's momentum does, with a momentum that warms up.
 *
 * For t ≥ 1, elementwise:
 *   g_t ← g_t + λ θ_{t−1}
 *   μ_t = β₁ (1 − ½ · 0.96^(t ψ)),  M_t = μ₁ μ₂ … μ_t
 *   m_t = β₁ m_{t−1} + (1 − β₁) g_t
 *   v_t = β₂ v_{t−1} + (1 − β₂) g_t²
 *   Δθ_t = −η_{t−1} · (μ_{t+1} m_t / (1 − M_{t+1}) + (1 − μ_t) g_t / (1 − M_t)) / (√(v_t / (1 − β₂ᵗ)) + ε)
 *
 * m, v as in Adam; ψ speed of the warm-up; a cycled β₁ enters μ_t. Variant: PyTorch from 2.0 on (1.13 had one μ_t
 * too many in M_{t+1}). Keras has ψ = 1 and shrinks the parameters by η λ θ beside the step; Optax has no warm-up,
 * μ_t = β₁; the paper prints β₂ v_t / (1 − β₂ᵗ) in the root.
 */
export const nadam = defineOptimizer({
  id: 'nadam',
  name: { zh: 'Nadam', en: 'Nadam' },
  summary: {
    zh: 'Adam 带着惯性会冲过谷底；Nadam 像 Nesterov 那样先看一步，冲过头的距离约减半。代价是学习率偏大时反而久久不停地振荡。',
    en: 'Adam’s inertia carries it past the minimum; Nadam looks ahead as Nesterov does and overshoots about half as far. At larger rates it rings for long.',
  },
  formula: [
    weightDecayLine,
    '\\mu_t = \\beta_1\\,(1 - \\tfrac12\\, 0.96^{\\,t\\psi}), \\quad M_t = \\textstyle\\prod_{i\\le t} \\mu_i',
    'm_t = \\beta_1 m_{t-1} + (1-\\beta_1)\\, g_t',
    'v_t = \\beta_2 v_{t-1} + (1-\\beta_2)\\, g_t^2',
    '\\tilde m_t = \\dfrac{\\mu_{t+1}\\, m_t}{1 - M_{t+1}} + \\dfrac{(1-\\mu_t)\\, g_t}{1 - M_t}',
    '\\theta_t = \\theta_{t-1} - \\eta_{t-1}\\, \\dfrac{\\tilde m_t}{\\sqrt{v_t / (1-\\beta_2^t)} + \\varepsilon}',
  ],
  reference: {
    authors: 'Dozat',
    title: 'Incorporating Nesterov Momentum into Adam',
    year: 2016,
    url: 'https://openreview.net/pdf?id=OM0jvwB8jIp57ZJjtNEZ',
  },
  defaultLr: 2e-3,
  params: withDialects(
    {
      beta1: beta1Param,
      beta2: beta2Param,
      momentumDecay: {
        kind: 'number',
        symbol: '\\psi',
        label: { zh: '动量预热速度 ψ', en: 'momentum warm-up' },
        help: {
          zh: '越大，动量从 β₁/2 升到 β₁ 越快：约需 17/ψ 步走完一半。',
          en: 'The larger, the sooner momentum rises from β₁/2 to β₁: half the way takes about 17/ψ updates.',
        },
        default: 0.004,
        offered: { min: 1e-3, max: 1, scale: 'log' },
        valid: { min: 0, max: 1e6 },
      },
      eps: epsParam(1e-8),
      weightDecay: weightDecayParam,
    },
    [
      {
        id: 'keras',
        label: { zh: 'Keras', en: 'Keras' },
        help: {
          zh: '规则相同，但 ψ = 1，动量的预热快 250 倍；权重衰减直接缩小参数。',
          en: 'The same rule with ψ = 1, a warm-up 250 times faster; weight decay shrinks the parameters.',
        },
        defaults: { momentumDecay: 1, eps: 1e-7 },
        lr: 1e-3,
      },
      {
        id: 'optax',
        label: { zh: 'Optax', en: 'Optax' },
        help: {
          zh: '没有动量预热，从第一步起就是 β₁。',
          en: 'No warm-up of momentum: it is β₁ from the first update on.',
        },
      },
      {
        id: 'paper',
        label: { zh: '论文', en: 'paper' },
        help: {
          zh: '分母里多一个因子 β₂；各家的实现都省去了它。',
          en: 'One more factor β₂ in the denominator, which implementations leave out.',
        },
      },
    ],
  ),
  slots: {
    m: indexed('m'),
    v: indexed('v'),
    powers: {
      common: [
        { name: 'product', ...indexed('M') },
        { name: 'power2', before: '\\beta_2^{t-1}', after: '\\beta_2^t' },
        { name: 'fade', before: '0.96^{(t-1)\\psi}', after: '0.96^{t\\psi}' },
      ],
    },
  },
  arithmetic({ weightDecay, dialect }) {
    const { first, last } = decayArithmetic(weightDecay, dialect);
    const warmed = (t: string): string =>
      dialect === 'optax' ? 'beta1' : `beta1*(1 - 1/2*0.96^(${t}*momentumDecay))`;
    const square = dialect === 'paper' ? 'beta2*v' : 'v';
    return [
      ...first,
      { name: 'mu', symbol: '\\mu_t', formula: warmed('t') },
      { name: 'muNext', symbol: '\\mu_{t+1}', formula: warmed('(t + 1)') },
      { name: 'product', formula: 'product*mu' },
      ...moments,
      {
        name: 'ahead',
        symbol: '\\tilde m_t',
        formula: 'muNext*m/(1 - product*muNext) + (1 - mu)*g/(1 - product)',
      },
      {
        name: 'theta',
        formula: `theta - eta*(ahead/(sqrt(${square}/(1 - beta2^t)) + eps))${last}`,
      },
    ];
  },
  create({ beta1, beta2, momentumDecay, eps, weightDecay, dialect }) {
    const { coupled, decoupled } = weightDecayOf(weightDecay, dialect);
    const missing = dialect === 'optax' ? 0 : 0.5;
    const fade = 0.96 ** momentumDecay;
    const factor = dialect === 'paper' ? beta2 : 1;
    return {
      init: (dim) => ({
        m: new Float64Array(dim),
        v: new Float64Array(dim),
        /** M_t, β₂ᵗ and 0.96^(t ψ). */
        powers: Float64Array.of(1, 1, 1),
      }),
      update({ lr, momentum: cycled, params, grad }, { m, v, powers }, out) {
        const b1 = cycled ?? beta1;
        powers[2] = nextPower(powers[2]!, fade);
        const mu = b1 * (1 - missing * powers[2]);
        const muNext = b1 * (1 - missing * powers[2] * fade);
        powers[0] = nextPower(powers[0]!, mu);
        powers[1] = nextPower(powers[1]!, beta2);
        const ofMean = (lr * muNext) / (1 - powers[0] * muNext);
        const ofGrad = (lr * (1 - mu)) / (1 - powers[0]);
        const scale = Math.sqrt(factor / (1 - powers[1]));
        const decay = lr * decoupled;
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]! + coupled * params[i]!;
          const mean = b1 * m[i]! + (1 - b1) * g;
          const square = beta2 * v[i]! + (1 - beta2) * g * g;
          m[i] = mean;
          v[i] = square;
          const ahead = ofMean * mean + ofGrad * g;
          out[i] = -ahead / (Math.sqrt(square) * scale + eps) - decay * params[i]!;
        }
      },
    };
  },
});
