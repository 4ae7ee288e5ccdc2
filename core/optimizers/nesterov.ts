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
 * Nesterov's momentum: look where the velocity leads before correcting it.
 *
 * For t ≥ 1, elementwise:
 *   g_t ← g_t + λ θ_{t−1}
 *   v_t = β v_{t−1} + g_t
 *   Δθ_t = −η_{t−1} · (g_t + β v_t)
 *
 * v velocity, shape (dim,), zero at first; β momentum (cycled by some schedules). The stored θ is the point
 * looked at; a change of variable turns this into the textbook form, whose gradient is taken at θ + β v.
 * Variant: PyTorch, η outside the velocity. Keras keeps it inside, v_t = β v_{t−1} + η_{t−1} g_t and
 * Δθ_t = −(η_{t−1} g_t + β v_t), the same path while η is constant, and shrinks the parameters by η λ θ.
 */
export const nesterov = defineOptimizer({
  id: 'nesterov',
  name: { zh: 'Nesterov 动量', en: 'Nesterov momentum' },
  summary: {
    zh: '重球冲过谷底才知道回头；Nesterov 先看一步再修正，晃得少。代价是稳定的学习率上限更低。',
    en: 'A heavy ball turns back only after the valley floor; Nesterov looks one step ahead and swings less. Its largest stable rate is lower.',
  },
  formula: [
    weightDecayLine,
    'v_t = \\beta\\, v_{t-1} + g_t',
    '\\theta_t = \\theta_{t-1} - \\eta_{t-1}\\,(g_t + \\beta\\, v_t)',
  ],
  reference: {
    authors: 'Sutskever, Martens, Dahl, Hinton',
    title: 'On the importance of initialization and momentum in deep learning',
    year: 2013,
    url: 'https://proceedings.mlr.press/v28/sutskever13.html',
  },
  defaultLr: 1e-3,
  params: withDialects(
    {
      momentum: momentumParam,
      weightDecay: weightDecayParam,
    },
    [
      {
        id: 'keras',
        label: { zh: 'Keras', en: 'Keras' },
        help: {
          zh: '学习率乘在速度里面：改变学习率时，已经积累的速度保持原样。',
          en: 'The rate is inside the velocity: when it changes, what has been gathered keeps the old one.',
        },
        lr: 1e-2,
      },
    ],
  ),
  slots: { velocity: indexed('v') },
  arithmetic({ weightDecay, dialect }) {
    const { first, last } = decayArithmetic(weightDecay, dialect);
    const inside = dialect === 'keras';
    const step = inside ? '(eta*g + momentum*velocity)' : 'eta*(g + momentum*velocity)';
    return [
      ...first,
      { name: 'velocity', formula: `momentum*velocity + ${inside ? 'eta*g' : 'g'}` },
      { name: 'theta', formula: `theta - ${step}${last}` },
    ];
  },
  create({ momentum: beta, weightDecay, dialect }) {
    const inside = dialect === 'keras';
    const { coupled, decoupled } = weightDecayOf(weightDecay, dialect);
    return {
      init: (dim) => ({ velocity: new Float64Array(dim) }),
      update({ lr, momentum: cycled, params, grad }, { velocity }, out) {
        const b = cycled ?? beta;
        const gain = inside ? lr : 1;
        const rate = inside ? 1 : lr;
        const decay = lr * decoupled;
        for (let i = 0; i < out.length; i++) {
          const g = gain * (grad[i]! + coupled * params[i]!);
          const v = b * velocity[i]! + g;
          velocity[i] = v;
          out[i] = -rate * (g + b * v) - decay * params[i]!;
        }
      },
    };
  },
});
