import { moments } from './adam-arithmetic.ts';
import { beta1Param, beta2Param } from './average-params.ts';
import { withDialects } from './dialect.ts';
import { epsParam } from './eps-param.ts';
import { defineOptimizer, indexed, runningPowers } from './optimizer.ts';
import { nextPower } from './running-power.ts';
import { decayArithmetic, weightDecayLine, weightDecayParam } from './weight-decay.ts';

/**
 * RAdam: Adam that does not divide by the root mean square until enough gradients were seen to know it.
 *
 * For t ≥ 1, elementwise, m_t and v_t as in Adam, with ρ∞ = 2/(1 − β₂) − 1:
 *   ρ_t = ρ∞ − 2 t β₂ᵗ / (1 − β₂ᵗ)
 *   r_t = √((ρ_t − 4)(ρ_t − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρ_t))
 *   Δθ_t = −η_{t−1} · m_t / (1 − β₁ᵗ) · r_t √(1 − β₂ᵗ) / (√v_t + ε) where ρ_t > 5, else without the last factor
 *
 * ρ_t is the number of gradients that v_t amounts to; weight decay λ enters the gradient. A cycled β₁ is treated as
 * in Adam. Variant: PyTorch, threshold 5, ε before the correction. Optax takes ρ_t ≥ 5 and adds ε after the
 * correction, √(v_t / (1 − β₂ᵗ)) + ε; the paper's threshold is 4, one update earlier, and it has no ε.
 */
export const radam = defineOptimizer({
  id: 'radam',
  name: { zh: 'RAdam', en: 'RAdam' },
  summary: {
    zh: 'Adam 开头的几步只凭寥寥几个梯度估计方差，方向忽大忽小；RAdam 先走普通动量，等估计可靠再自适应，相当于自带预热。代价是陡坡上，开头没有归一化的几步可能冲飞。',
    en: 'Adam’s first steps rest on a handful of gradients; RAdam begins as plain momentum and adapts once its estimate can be trusted, a warm-up built in. On a steep start those first steps may fly off.',
  },
  formula: [
    weightDecayLine,
    'm_t = \\beta_1 m_{t-1} + (1-\\beta_1)\\, g_t',
    'v_t = \\beta_2 v_{t-1} + (1-\\beta_2)\\, g_t^2',
    '\\rho_t = \\rho_\\infty - \\dfrac{2\\,t\\,\\beta_2^t}{1-\\beta_2^t}, \\quad \\rho_\\infty = \\dfrac{2}{1-\\beta_2} - 1',
    'r_t = \\sqrt{\\dfrac{(\\rho_t-4)(\\rho_t-2)\\,\\rho_\\infty}{(\\rho_\\infty-4)(\\rho_\\infty-2)\\,\\rho_t}}',
    '\\theta_t = \\theta_{t-1} - \\eta_{t-1}\\, \\dfrac{m_t}{1-\\beta_1^t} \\cdot \\begin{cases} r_t\\,\\dfrac{\\sqrt{1-\\beta_2^t}}{\\sqrt{v_t} + \\varepsilon} & \\rho_t > 5 \\\\ 1 & \\rho_t \\le 5 \\end{cases}',
  ],
  reference: {
    authors: 'Liu, Jiang, He, Chen, Liu, Gao, Han',
    title: 'On the Variance of the Adaptive Learning Rate and Beyond',
    year: 2020,
    url: 'https://arxiv.org/abs/1908.03265',
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
        id: 'optax',
        label: { zh: 'Optax', en: 'Optax' },
        help: {
          zh: 'ε 加在修正之后，ρ 恰好等于 5 时已经自适应。',
          en: 'Epsilon is added after the correction, and ρ of exactly 5 already adapts.',
        },
      },
      {
        id: 'paper',
        label: { zh: '论文', en: 'paper' },
        help: {
          zh: '门槛是 4 而不是 5，早一步开始自适应。',
          en: 'The threshold is 4 instead of 5: it adapts one update earlier.',
        },
      },
    ],
  ),
  slots: {
    m: indexed('m'),
    v: indexed('v'),
    powers: runningPowers('\\beta_1', '\\beta_2'),
  },
  arithmetic({ beta2, weightDecay, dialect }, { t }) {
    const power = beta2 ** t!;
    const seen = 2 / (1 - beta2) - 1 - (2 * t! * power) / (1 - power);
    const size =
      dialect === 'optax' ? '1/(sqrt(v/(1 - beta2^t)) + eps)' : 'sqrt(1 - beta2^t)/(sqrt(v) + eps)';
    return [
      ...decayArithmetic(weightDecay, 'pytorch').first,
      ...moments,
      { name: 'longest', symbol: '\\rho_\\infty', formula: '2/(1 - beta2) - 1' },
      {
        name: 'seen',
        symbol: '\\rho_t',
        formula: 'longest - 2*t*beta2^t/(1 - beta2^t)',
      },
      ...(adaptsAt(seen, dialect)
        ? [
            {
              name: 'r',
              symbol: 'r_t',
              formula: 'sqrt((seen - 4)*(seen - 2)*longest/((longest - 4)*(longest - 2)*seen))',
            },
            { name: 'theta', formula: `theta - eta*(m/(1 - beta1^t))*r*(${size})` },
          ]
        : [{ name: 'theta', formula: 'theta - eta*(m/(1 - beta1^t))' }]),
    ];
  },
  create({ beta1, beta2, eps, weightDecay, dialect }) {
    const longest = 2 / (1 - beta2) - 1;
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
        const seen = longest - (2 * t * powers[1]) / (1 - powers[1]);
        const adapts = adaptsAt(seen, dialect);
        const rectified = adapts ? rate * rectification(seen, longest) : rate;
        const scale = 1 / Math.sqrt(1 - powers[1]);
        const e = dialect === 'optax' ? eps : eps * scale;
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]! + weightDecay * params[i]!;
          const mean = b1 * m[i]! + (1 - b1) * g;
          const square = beta2 * v[i]! + (1 - beta2) * g * g;
          m[i] = mean;
          v[i] = square;
          out[i] = (-rectified * mean) / (adapts ? Math.sqrt(square) * scale + e : 1);
        }
      },
    };
  },
});

/** r_t: how much of Adam's step the variance of an estimate from ρ_t gradients leaves. */
function rectification(seen: number, longest: number): number {
  return Math.sqrt(((seen - 4) * (seen - 2) * longest) / ((longest - 4) * (longest - 2) * seen));
}

/** Whether ρ_t gradients are enough to divide by their root mean square. */
function adaptsAt(seen: number, dialect: 'pytorch' | 'optax' | 'paper'): boolean {
  return dialect === 'optax' ? seen >= 5 : seen > (dialect === 'paper' ? 4 : 5);
}
