import type { Rng } from '../math/rng.ts';
import type { ChoiceParam } from '../params.ts';
import type { ActivationId } from './activation.ts';
import { denseLayers, parameterCount } from './dense-network.ts';

export const initialWeightsParam = {
  kind: 'choice',
  label: { zh: '初始化', en: 'initialisation' },
  help: {
    zh: '初始权重的标准差：太小信号逐层消失，太大单元饱和。',
    en: 'Standard deviation of the first weights: too small and signals fade layer by layer, too large and units saturate.',
  },
  default: 'auto',
  options: [
    {
      id: 'auto',
      label: { zh: '按激活函数', en: 'by activation' },
      help: {
        zh: 'ReLU 用 He，tanh 和 sigmoid 用 Glorot。',
        en: 'He for ReLU, Glorot for tanh and sigmoid.',
      },
    },
    {
      id: 'glorot',
      label: { zh: 'Glorot', en: 'Glorot' },
      help: { zh: '标准差 √(2/(入 + 出))。', en: 'Standard deviation √(2/(in + out)).' },
    },
    {
      id: 'he',
      label: { zh: 'He', en: 'He' },
      help: { zh: '标准差 √(2/入)。', en: 'Standard deviation √(2/in).' },
    },
    {
      id: 'normal',
      label: { zh: '标准正态', en: 'normal' },
      help: { zh: '标准差 1，与宽度无关。', en: 'Standard deviation 1, whatever the width.' },
    },
    {
      id: 'zero',
      label: { zh: '全零', en: 'zero' },
      help: {
        zh: '同一层的单元从此一模一样，网络学不会区分它们。',
        en: 'All units of a layer stay alike for ever, so a network cannot tell them apart.',
      },
    },
  ],
} as const satisfies ChoiceParam;

export type InitialWeights = (typeof initialWeightsParam)['options'][number]['id'];

/**
 * Draws θ: weights normal with the standard deviation of the method times `gain`, biases 0; layer by layer, W
 * row-major. `auto` is He for relu and Glorot for tanh and sigmoid.
 *
 * Sources: Glorot and Bengio 2010 (AISTATS); He et al. 2015, arXiv 1502.01852.
 */
export function initialWeights(
  widths: readonly number[],
  activation: ActivationId,
  method: InitialWeights,
  gain: number,
  rng: Rng,
): Float64Array {
  const layers = denseLayers(widths);
  const params = new Float64Array(parameterCount(layers));
  if (method === 'zero') return params;
  for (const { inputs, outputs, weights, biases } of layers) {
    const deviation = gain * standardDeviation(method, activation, inputs, outputs);
    for (let i = weights; i < biases; i++) params[i] = deviation * rng.normal();
  }
  return params;
}

function standardDeviation(
  method: Exclude<InitialWeights, 'zero'>,
  activation: ActivationId,
  inputs: number,
  outputs: number,
): number {
  switch (method) {
    case 'auto':
      return standardDeviation(
        activation === 'relu' ? 'he' : 'glorot',
        activation,
        inputs,
        outputs,
      );
    case 'glorot':
      return Math.sqrt(2 / (inputs + outputs));
    case 'he':
      return Math.sqrt(2 / inputs);
    case 'normal':
      return 1;
  }
}
