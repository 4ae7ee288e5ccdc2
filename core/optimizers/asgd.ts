import { withDialects } from './dialect.ts';
import { defineOptimizer, indexed } from './optimizer.ts';
import { decayArithmetic, weightDecayLine, weightDecayParam } from './weight-decay.ts';

/**
 * Averaged SGD: run plain SGD, but judge the average of the points it visits.
 *
 * For t ≥ 1, elementwise, with e_1 = η_0, μ_1 = 1:
 *   g_t ← g_t + λ θ_{t−1}
 *   θ_t = (1 − Λ e_t) θ_{t−1} − e_t g_t
 *   a_t = a_{t−1} + μ_t (θ_t − a_{t−1})
 *   e_{t+1} = η_{t−1} / (1 + Λ η_{t−1} t)^α,  μ_{t+1} = 1 / max(1, t − t₀)
 *
 * a average, shape (dim,), is what is evaluated; Λ shrinkage, α power of the decay, t₀ updates before averaging;
 * λ weight decay. Variant: PyTorch (after Bottou), which feels a new rate one update late and by its default
 * t₀ = 10⁶ averages nothing in the first million updates. The paper: e_t with the present rate, the average over
 * θ_0 … θ_{t−1}, Λ = α = t₀ = 0.
 */
export const asgd = defineOptimizer({
  id: 'asgd',
  name: { zh: '平均随机梯度下降（ASGD）', en: 'Averaged SGD (ASGD)' },
  summary: {
    zh: '学习率不降，SGD 就一直在最优点附近乱走；把走过的点平均起来，噪声就互相抵消。代价是起点的影响也留在平均里，开始平均太早会拖后腿。',
    en: 'At a constant rate SGD keeps wandering around the optimum; averaging the points it visits cancels the noise. What came early stays in the average, so starting it too soon holds it back.',
  },
  formula: [
    weightDecayLine,
    '\\theta_t = (1 - \\Lambda e_t)\\,\\theta_{t-1} - e_t\\, g_t, \\quad e_1 = \\eta_0',
    'a_t = a_{t-1} + \\mu_t\\,(\\theta_t - a_{t-1}), \\quad \\mu_1 = 1',
    'e_{t+1} = \\dfrac{\\eta_{t-1}}{(1 + \\Lambda\\,\\eta_{t-1}\\, t)^{\\alpha}}, \\quad \\mu_{t+1} = \\dfrac{1}{\\max(1,\\, t - t_0)}',
  ],
  reference: {
    authors: 'Polyak, Juditsky',
    title: 'Acceleration of Stochastic Approximation by Averaging',
    year: 1992,
    url: 'https://doi.org/10.1137/0330046',
  },
  defaultLr: 1e-2,
  params: withDialects(
    {
      lambd: {
        kind: 'number',
        symbol: '\\Lambda',
        label: { zh: '收缩系数 Λ', en: 'shrinkage' },
        help: {
          zh: '越大，参数向零收缩越快，学习率也降得越早。',
          en: 'The larger, the faster parameters shrink towards zero and the sooner the rate falls.',
        },
        default: 1e-4,
        offered: { min: 1e-5, max: 0.1, scale: 'log' },
        valid: { min: 0, max: 1e6 },
      },
      alpha: {
        kind: 'number',
        symbol: '\\alpha',
        label: { zh: '衰减幂 α', en: 'power' },
        help: {
          zh: '越大，学习率后期降得越快；0 表示不降。',
          en: 'The larger, the faster the rate falls later on; 0 keeps it.',
        },
        default: 0.75,
        offered: { min: 0, max: 1, scale: 'linear' },
        valid: { min: 0, max: 100 },
      },
      t0: {
        kind: 'number',
        symbol: 't_0',
        label: { zh: '开始平均的步数', en: 'averaging starts after' },
        help: {
          zh: '越大，越晚开始平均，起点的影响留得越少。',
          en: 'The larger, the later averaging begins and the less of the start stays in it.',
        },
        default: 1e6,
        offered: { min: 0, max: 1000, scale: 'linear' },
        valid: { min: 0, max: 1e12, integer: true },
      },
      weightDecay: weightDecayParam,
    },
    [
      {
        id: 'paper',
        label: { zh: '论文', en: 'paper' },
        help: {
          zh: '从起点开始，对走过的所有点取等权平均；学习率当步生效。',
          en: 'The plain mean of all points visited, the start included; a new rate acts at once.',
        },
        defaults: { lambd: 0, alpha: 0, t0: 0 },
      },
    ],
  ),
  slots: {
    average: indexed('a'),
    rate: { common: [{ name: 'rate', before: 'e_t', after: 'e_{t+1}' }, null] },
  },
  arithmetic({ weightDecay, dialect }, { t }) {
    const late = dialect === 'pytorch';
    const kept = late && t! > 1;
    const now = { name: 'now', symbol: 'e_t', formula: 'eta/(1 + lambd*eta*(t - 1))^alpha' };
    const e = kept ? 'rate' : 'now';
    const theta = { name: 'theta', formula: `(1 - lambd*${e})*theta - ${e}*g` };
    const average = { name: 'average', formula: 'average + mu*(theta - average)' };
    return [
      ...decayArithmetic(weightDecay, 'pytorch').first,
      ...(kept ? [] : [now]),
      {
        name: 'mu',
        symbol: '\\mu_t',
        formula: late ? '1/max(1, t - 1 - t0)' : '1/max(1, t - t0)',
      },
      ...(late ? [theta, average] : [average, theta]),
      { name: 'rate', formula: 'eta/(1 + lambd*eta*t)^alpha' },
    ];
  },
  create({ lambd, alpha, t0, weightDecay, dialect }) {
    const late = dialect === 'pytorch';
    const decayed = (lr: number, updates: number): number =>
      lr / (1 + lambd * lr * updates) ** alpha;
    return {
      init: (dim) => ({
        average: new Float64Array(dim),
        /** The rate e of the next update, and whether there has been one. */
        rate: Float64Array.of(0, 0),
      }),
      update({ t, lr, params, grad }, { average, rate }, out) {
        const e = late && rate[1] === 1 ? rate[0]! : decayed(lr, t - 1);
        const share = 1 / Math.max(1, (late ? t - 1 : t) - t0);
        for (let i = 0; i < out.length; i++) {
          const theta = params[i]!;
          const g = grad[i]! + weightDecay * theta;
          const delta = -lambd * e * theta - e * g;
          const visited = late ? theta + delta : theta;
          const a = average[i]!;
          average[i] = share === 1 ? visited : a + share * (visited - a);
          out[i] = delta;
        }
        rate[0] = decayed(lr, t);
        rate[1] = 1;
      },
      evaluationPoint(params, { average, rate }, out) {
        out.set(rate[1] === 1 ? average : params);
      },
    };
  },
});
