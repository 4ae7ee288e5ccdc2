import { defineSchedule } from './schedule.ts';
import { floorParam, lengthOf, lengthParam, wholeRun } from './shared-params.ts';

/**
 * Cosine: half a cosine wave from η₀ to the floor f·η₀ in D units:
 * η_t = η₀·(f + (1 − f)·(1 + cos(πt/D))/2). Flat at both ends, fastest in the middle.
 *
 * Variant: PyTorch's CosineAnnealingLR goes on oscillating past D, with period 2D; Keras' CosineDecay stays
 * at the floor. PyTorch gives the floor as a rate, Keras and we as a fraction of η₀.
 */
export const cosine = defineSchedule({
  id: 'cosine',
  family: 'cosine',
  name: { zh: '余弦', en: 'cosine' },
  formula: [
    '\\eta_t = \\eta_0\\Bigl(f + (1-f)\\,\\tfrac12\\bigl(1 + \\cos\\tfrac{\\pi t}{D}\\bigr)\\Bigr)',
  ],
  summary: {
    zh: '两头平、中间陡：前半程保持高学习率，最后轻轻落地。',
    en: 'Flat at both ends and steep between: high for the first half, then a gentle landing.',
  },
  reference: {
    authors: 'Loshchilov, Hutter',
    title: 'SGDR: Stochastic Gradient Descent with Warm Restarts',
    year: 2017,
    url: 'https://arxiv.org/abs/1608.03983',
  },
  params: {
    dialect: {
      kind: 'choice',
      label: { zh: '写法', en: 'dialect' },
      help: {
        zh: '到头之后怎么办，各家不同。',
        en: 'What happens past the end, where frameworks differ.',
      },
      default: 'pytorch',
      options: [
        {
          id: 'pytorch',
          label: { zh: 'PyTorch', en: 'PyTorch' },
          help: { zh: '到头之后学习率又升回去。', en: 'Past its end the rate rises again.' },
        },
        {
          id: 'keras',
          label: { zh: 'Keras', en: 'Keras' },
          help: { zh: '到头之后停在下限。', en: 'Past its end the rate stays at the floor.' },
        },
      ],
    },
    length: lengthParam(
      'D',
      { zh: '长度', en: 'length' },
      { zh: '从 η₀ 降到下限的时间', en: 'Time from η₀ to the floor' },
      wholeRun,
    ),
    floor: floorParam,
  },
  closed: {
    sum: (values, total, steps) => waveSum(values, total, steps, 1),
    sumOfSquares: (values, total, steps) => waveSum(values, total, steps, 2),
    budget: ({ dialect, ...values }, total) =>
      dialect === 'keras' && values.floor === 0
        ? waveSum({ dialect, ...values }, total, lengthOf(values.length, total), 1)
        : Infinity,
    noiseBudget: ({ dialect, ...values }, total) =>
      dialect === 'keras' && values.floor === 0
        ? waveSum({ dialect, ...values }, total, lengthOf(values.length, total), 2)
        : Infinity,
    halfLife: ({ length, floor }, total) =>
      floor > 0.5
        ? Infinity
        : (lengthOf(length, total) * Math.acos(-floor / (1 - floor))) / Math.PI,
  },
  arithmetic({ dialect, length, floor }, total, t) {
    const end = lengthOf(length, total);
    if (dialect === 'keras' && t >= end) return { formula: 'floor*eta0' };
    const wave = '(1/2)*(1 + cos(pi*t/length))';
    return {
      formula: floor === 0 ? `eta0*${wave}` : `eta0*(floor + (1 - floor)*${wave})`,
      numbers: { length: end },
    };
  },
  create({ dialect, length, floor }, { lr, total }) {
    const end = lengthOf(length, total);
    const last = dialect === 'keras' ? end : Infinity;
    return { lr: (t) => lr * wave(Math.min(t, last) / end, floor) };
  },
});

/** f + (1 − f)·(1 + cos πx)/2: 1 at x = 0, f at x = 1. */
export function wave(x: number, floor: number): number {
  return floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * x));
}

/**
 * Σ wave(t/D, f)^order over t = 0 … n − 1. With h = (1 − f)/2 the wave is (f + h) + h·cos, its square
 * (f + h)² + h²/2 + 2(f + h)h·cos(πt/D) + (h²/2)·cos(2πt/D).
 */
export function partialWaveSum(n: number, length: number, floor: number, order: 1 | 2): number {
  const h = (1 - floor) / 2;
  const mean = floor + h;
  if (order === 1) return n * mean + h * cosineSum(n, length);
  const constant = mean ** 2 + h ** 2 / 2;
  return (
    n * constant + 2 * mean * h * cosineSum(n, length) + (h ** 2 / 2) * cosineSum(n, length / 2)
  );
}

/** Σ cos(πt/D) over t = 0 … n − 1 = sin(nx)·cos((n − 1)x)/sin x with x = π/(2D). */
function cosineSum(n: number, length: number): number {
  // cos 2πt is 1 at every t, and the quotient 0/0.
  if (length === 0.5) return n;
  const x = Math.PI / (2 * length);
  const turn = 4 * length;
  return (Math.sin((n % turn) * x) * Math.cos(((n - 1) % turn) * x)) / Math.sin(x);
}

function waveSum(
  values: {
    readonly dialect: 'pytorch' | 'keras';
    readonly length: number;
    readonly floor: number;
  },
  total: number,
  steps: number,
  order: 1 | 2,
): number {
  const { dialect, length, floor } = values;
  const end = lengthOf(length, total);
  const n = dialect === 'keras' ? Math.min(steps, end) : steps;
  return partialWaveSum(n, end, floor, order) + (steps - n) * floor ** order;
}
