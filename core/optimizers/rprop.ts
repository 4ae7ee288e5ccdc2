import type { NumberParam } from '../params.ts';
import { withDialects } from './dialect.ts';
import { defineOptimizer, indexed } from './optimizer.ts';

const size = (
  symbol: string,
  zh: string,
  en: string,
  help: { zh: string; en: string },
  value: number,
): NumberParam => ({
  kind: 'number',
  symbol,
  label: { zh, en },
  help,
  default: value,
  offered: { min: value / 100, max: value * 100, scale: 'log' },
  valid: { min: 0, max: 1e12 },
});

/**
 * Rprop: only the sign of each gradient counts; each parameter has a step length of its own that grows while the
 * sign stays and shrinks when it flips.
 *
 * For t ≥ 1, elementwise, with Δ_0 = η_0 and g_0 = 0:
 *   Δ_t = Δ_{t−1} · (η⁺ if g_t g_{t−1} > 0, η⁻ if < 0, else 1), kept within [Δmin, Δmax]
 *   g_t ← 0 if g_t g_{t−1} < 0
 *   Δθ_t = −sign(g_t) · Δ_t
 *
 * Δ step lengths and the last g, shape (dim,). The rate is read once, at t = 1, as the first step length: schedules
 * have no effect. For full batches; the signs of noisy gradients mislead it. Variant: PyTorch (iRprop−), which waits
 * one update after a flip. The paper goes back instead: Δθ_t = −Δθ_{t−1} where the sign flipped.
 */
export const rprop = defineOptimizer({
  id: 'rprop',
  name: { zh: 'Rprop', en: 'Rprop' },
  summary: {
    zh: '梯度的大小常常误导，符号不会；Rprop 只看符号，每个参数的步长自己加速、自己减速。代价是只适合全量梯度：噪声会翻转符号。',
    en: 'The size of a gradient often misleads, its sign does not; Rprop looks at signs only, and each step length speeds up or slows down by itself. It needs full batches: noise flips signs.',
  },
  formula: [
    '\\Delta_t = \\Delta_{t-1} \\cdot \\begin{cases} \\eta^+ & g_t\\, g_{t-1} > 0 \\\\ \\eta^- & g_t\\, g_{t-1} < 0 \\\\ 1 & g_t\\, g_{t-1} = 0 \\end{cases} \\quad \\in [\\Delta_{\\min}, \\Delta_{\\max}], \\quad \\Delta_0 = \\eta_0',
    'g_t \\leftarrow 0 \\quad (g_t\\, g_{t-1} < 0)',
    '\\theta_t = \\theta_{t-1} - \\operatorname{sign}(g_t)\\, \\Delta_t',
  ],
  reference: {
    authors: 'Riedmiller, Braun',
    title: 'A direct adaptive method for faster backpropagation learning: the RPROP algorithm',
    year: 1993,
    url: 'https://doi.org/10.1109/ICNN.1993.298623',
  },
  defaultLr: 1e-2,
  readsRate: 'once',
  params: withDialects(
    {
      etaMinus: {
        kind: 'number',
        symbol: '\\eta^-',
        label: { zh: '缩短倍率', en: 'shrink factor' },
        help: {
          zh: '符号翻转时步长乘以它；越小，刹车越猛。',
          en: 'What a step length is multiplied by when the sign flips; the smaller, the harder it brakes.',
        },
        default: 0.5,
        offered: { min: 0.1, max: 0.9, scale: 'linear' },
        valid: { min: 0, max: 1 },
      },
      etaPlus: {
        kind: 'number',
        symbol: '\\eta^+',
        label: { zh: '加长倍率', en: 'growth factor' },
        help: {
          zh: '符号不变时步长乘以它；越大，加速越快。',
          en: 'What a step length is multiplied by while the sign stays; the larger, the faster it gains speed.',
        },
        default: 1.2,
        offered: { min: 1, max: 2, scale: 'linear' },
        valid: { min: 1, max: 100 },
      },
      stepMin: size(
        '\\Delta_{\\min}',
        '最短步长',
        'least step',
        {
          zh: '步长不会比它更短，最终的精度到此为止。',
          en: 'No step length gets shorter than this, which limits the final precision.',
        },
        1e-6,
      ),
      stepMax: size(
        '\\Delta_{\\max}',
        '最长步长',
        'largest step',
        { zh: '步长不会比它更长。', en: 'No step length gets longer than this.' },
        50,
      ),
    },
    [
      {
        id: 'paper',
        label: { zh: '论文', en: 'paper' },
        help: {
          zh: '符号翻转时退回上一步的位置，而不是原地等一步。',
          en: 'When the sign flips it takes the last step back instead of waiting one update.',
        },
      },
    ],
  ),
  slots: {
    step: indexed('\\Delta'),
    previous: indexed('g'),
  },
  arithmetic({ dialect }, { t, g, previous }) {
    const agreement = g! * previous!;
    const last = t === 1 ? 'eta' : 'step';
    const factor = agreement < 0 ? '*etaMinus' : agreement > 0 ? '*etaPlus' : '';
    const length = {
      name: 'step',
      formula: `min(max(${last}${factor}, stepMin), stepMax)`,
    };
    if (!(agreement < 0)) {
      return [
        length,
        { name: 'theta', formula: 'theta - sign(g)*step' },
        { name: 'previous', formula: 'g' },
      ];
    }
    const back = { name: 'theta', formula: `theta + sign(previous)*${last}` };
    const gone = { name: 'previous', formula: '0' };
    if (dialect === 'paper') return [back, length, gone];
    return [length, gone, { name: 'theta', formula: 'theta - sign(previous)*step' }];
  },
  create({ etaMinus, etaPlus, stepMin, stepMax, dialect }) {
    const goesBack = dialect === 'paper';
    return {
      init: (dim) => ({ step: new Float64Array(dim), previous: new Float64Array(dim) }),
      update({ t, lr, grad }, { step, previous }, out) {
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]!;
          const last = t === 1 ? lr : step[i]!;
          const agreement = g * previous[i]!;
          const flipped = agreement < 0;
          const factor = flipped ? etaMinus : agreement > 0 ? etaPlus : 1;
          const length = Math.min(Math.max(last * factor, stepMin), stepMax);
          if (flipped) out[i] = goesBack ? Math.sign(previous[i]!) * last : 0;
          else out[i] = -Math.sign(g) * length;
          step[i] = length;
          previous[i] = flipped ? 0 : g;
        }
      },
    };
  },
});
