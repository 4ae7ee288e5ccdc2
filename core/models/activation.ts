import { sigmoid } from '../math/sigmoid.ts';
import { tanh as hyperbolicTangent } from '../math/tanh.ts';
import type { ChoiceParam } from '../params.ts';

/**
 * The bend φ between two layers, applied in place to n pre-activations z. Slope and bend of the slope are
 * read off the activations a = φ(z) themselves, so z need not be kept.
 */
export interface Activation {
  /** Where φ′ jumps; null where φ is smooth. */
  readonly kink: number | null;
  /** z ← φ(z). */
  apply(z: Float64Array, n: number): void;
  /** delta ← delta · φ′(z). */
  timesSlope(a: Float64Array, delta: Float64Array, n: number): void;
  /** out ← out + x · φ″(z). */
  addTimesBend(a: Float64Array, x: Float64Array, out: Float64Array, n: number): void;
}

/** φ′ = 1 − a², φ″ = −2 a (1 − a²). */
const tanh: Activation = {
  kink: null,
  apply(z, n) {
    for (let i = 0; i < n; i++) z[i] = hyperbolicTangent(z[i]!);
  },
  timesSlope(a, delta, n) {
    for (let i = 0; i < n; i++) delta[i] = delta[i]! * (1 - a[i]! * a[i]!);
  },
  addTimesBend(a, x, out, n) {
    for (let i = 0; i < n; i++) out[i]! -= 2 * a[i]! * (1 - a[i]! * a[i]!) * x[i]!;
  },
};

/** φ′ = a (1 − a), φ″ = a (1 − a) (1 − 2a). */
const logistic: Activation = {
  kink: null,
  apply(z, n) {
    for (let i = 0; i < n; i++) z[i] = sigmoid(z[i]!);
  },
  timesSlope(a, delta, n) {
    for (let i = 0; i < n; i++) delta[i] = delta[i]! * (a[i]! * (1 - a[i]!));
  },
  addTimesBend(a, x, out, n) {
    for (let i = 0; i < n; i++) out[i]! += a[i]! * (1 - a[i]!) * (1 - 2 * a[i]!) * x[i]!;
  },
};

/** max(0, z), with slope 0 at 0; NaN stays NaN. */
const relu: Activation = {
  kink: 0,
  apply(z, n) {
    for (let i = 0; i < n; i++) if (z[i]! < 0) z[i] = 0;
  },
  timesSlope(a, delta, n) {
    for (let i = 0; i < n; i++) if (a[i]! <= 0) delta[i] = 0;
  },
  addTimesBend() {
    // Straight on both sides of its kink.
  },
};

export const activations = { tanh, relu, sigmoid: logistic } as const;
export type ActivationId = keyof typeof activations;

export const activationParam = {
  kind: 'choice',
  label: { zh: '激活函数', en: 'activation' },
  help: {
    zh: '层与层之间的弯折；没有它，多少层都只是一个线性函数。',
    en: 'The bend between layers; without it any number of layers is one linear function.',
  },
  default: 'tanh',
  options: [
    {
      id: 'tanh',
      label: { zh: 'tanh', en: 'tanh' },
      help: { zh: '平滑，输出以 0 为中心。', en: 'Smooth, with outputs centred on 0.' },
    },
    {
      id: 'relu',
      label: { zh: 'ReLU', en: 'ReLU' },
      help: {
        zh: '负的一半没有梯度；学习率太大时，整个单元可能就此不再更新。',
        en: 'No gradient on the negative side; too large a rate can switch a unit off for good.',
      },
    },
    {
      id: 'sigmoid',
      label: { zh: 'sigmoid', en: 'sigmoid' },
      help: {
        zh: '斜率至多 ¼，层数一多，前面几层的梯度就消失了。',
        en: 'Its slope is at most ¼, so in a deep network the gradient of the first layers vanishes.',
      },
    },
  ],
} as const satisfies ChoiceParam<ActivationId>;
