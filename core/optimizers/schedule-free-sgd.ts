import { withDialects } from './dialect.ts';
import { momentumParam } from './momentum-param.ts';
import { defineOptimizer, indexed } from './optimizer.ts';
import { decayArithmetic, weightDecayLine, weightDecayParam } from './weight-decay.ts';

/**
 * Schedule-free SGD: no decay of the rate; instead gradients are taken between a fast point and its average.
 *
 * For t ≥ 1, elementwise, with y = θ the point where gradients are taken and z_0 = x_0 = θ_0:
 *   g_t ← g_t + λ y_{t−1}
 *   z_t = z_{t−1} − η_{t−1} g_t
 *   x_t = (1 − c_t) x_{t−1} + c_t z_t,  c_t = w_t / (w_1 + … + w_t),  w_t = max(η_0 … η_{t−1})²
 *   y_t = (1 − β) z_t + β x_t
 *
 * z, x shape (dim,); x is what is evaluated; β share of the average (cycled by some schedules). Variant: the
 * authors' PyTorch code, whose weights let a warm-up count less; at a constant rate c_t = 1/t. The paper has
 * c_t = 1/(t + 1), which keeps θ_0 in the average.
 */
export const scheduleFreeSgd = defineOptimizer({
  id: 'schedule-free-sgd',
  name: { zh: '免调度 SGD', en: 'Schedule-free SGD' },
  summary: {
    zh: '学习率衰减要预先知道训练多久；免调度 SGD 用平均代替衰减，随时停下都有接近衰减的结果。代价是要多存一份参数，并且评估的点不是求梯度的点。',
    en: 'Decay needs to know when training ends; averaging takes its place here, so that one may stop at any time. It stores the parameters twice, and judges another point than it takes gradients at.',
  },
  formula: [
    weightDecayLine,
    'z_t = z_{t-1} - \\eta_{t-1}\\, g_t',
    'x_t = (1-c_t)\\, x_{t-1} + c_t\\, z_t, \\quad c_t = \\dfrac{w_t}{\\sum_{i\\le t} w_i}, \\quad w_t = \\max_{i<t} \\eta_i^2',
    '\\theta_t = (1-\\beta)\\, z_t + \\beta\\, x_t',
  ],
  reference: {
    authors: 'Defazio, Yang, Mehta, Mishchenko, Khaled, Cutkosky',
    title: 'The Road Less Scheduled',
    year: 2024,
    url: 'https://arxiv.org/abs/2405.15682',
  },
  defaultLr: 1,
  params: withDialects(
    {
      momentum: {
        ...momentumParam,
        help: {
          zh: '越大，求梯度的点越靠近平均点：更稳，噪声更小。',
          en: 'The larger, the closer to the average gradients are taken: steadier, with less noise.',
        },
      },
      weightDecay: weightDecayParam,
    },
    [
      {
        id: 'paper',
        label: { zh: '论文', en: 'paper' },
        help: {
          zh: '等权平均，并把起点也算在内。',
          en: 'A plain average, the start included.',
        },
      },
    ],
  ),
  slots: {
    z: indexed('z'),
    x: indexed('x'),
    weights: {
      common: [
        { name: 'total', before: '\\sum_{i<t} w_i', after: '\\sum_{i\\le t} w_i' },
        { name: 'peak', before: '\\eta^{\\max}_{t-1}', after: '\\eta^{\\max}_t' },
        null,
      ],
    },
  },
  arithmetic({ weightDecay, dialect }, { t, eta, peak }) {
    const plain = dialect === 'paper';
    const fresh = t === 1;
    const idle = !plain && Math.max(peak!, eta!) === 0;
    const weight = plain ? '1' : 'peak^2';
    return [
      ...decayArithmetic(weightDecay, 'pytorch').first,
      ...(plain ? [] : [{ name: 'peak', formula: 'max(peak, eta)' }]),
      { name: 'total', formula: `total + ${weight}` },
      { name: 'c', symbol: 'c_t', formula: idle ? '0' : `${weight}/total` },
      { name: 'z', formula: `${fresh ? 'theta' : 'z'} - eta*g` },
      { name: 'x', formula: `(1 - c)*${fresh ? 'theta' : 'x'} + c*z` },
      { name: 'theta', formula: '(1 - momentum)*z + momentum*x' },
    ];
  },
  create({ momentum: beta, weightDecay, dialect }) {
    const plain = dialect === 'paper';
    return {
      init: (dim) => ({
        z: new Float64Array(dim),
        x: new Float64Array(dim),
        /** Sum of the weights, the largest rate, and whether there has been an update. */
        weights: Float64Array.of(plain ? 1 : 0, 0, 0),
      }),
      update({ lr, momentum: cycled, params, grad }, { z, x, weights }, out) {
        if (weights[2] === 0) {
          z.set(params);
          x.set(params);
          weights[2] = 1;
        }
        weights[1] = Math.max(weights[1]!, lr);
        const weight = plain ? 1 : weights[1] * weights[1];
        weights[0] = weights[0]! + weight;
        const c = weight > 0 ? weight / weights[0] : 0;
        const b = cycled ?? beta;
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]! + weightDecay * params[i]!;
          const fast = z[i]! - lr * g;
          const average = (1 - c) * x[i]! + c * fast;
          z[i] = fast;
          x[i] = average;
          out[i] = (1 - b) * fast + b * average - params[i]!;
        }
      },
      evaluationPoint(params, { x, weights }, out) {
        out.set(weights[2] === 0 ? params : x);
      },
    };
  },
});
