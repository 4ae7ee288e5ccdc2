import { activationParam } from './activation.ts';
import { denseLayers, parameterCount } from './dense-network.ts';
import { initialWeights, initialWeightsParam } from './initial-weights.ts';
import { defineModel } from './model.ts';
import { NetworkModel } from './network-model.ts';

/**
 * Multilayer perceptron: linear maps with a bend between them.
 *
 *   a⁰ = x,  z^l = W^l a^{l−1} + b^l,  a^l = φ(z^l) in the hidden layers; the scores are z^L.
 *
 * θ = layer by layer (W^l row-major [out][in], then b^l). Gradients by back-propagation (dense-network.ts),
 * Hessian-vector products by its derivative (network-tangent.ts).
 * Source: Rumelhart, Hinton and Williams 1986, doi 10.1038/323533a0.
 */
export const mlp = defineModel({
  id: 'mlp',
  name: { zh: '多层感知机（MLP）', en: 'Multilayer perceptron (MLP)' },
  formula: [
    'a^0 = x,\\quad z^l = W^l a^{l-1} + b^l,\\quad a^l = \\varphi(z^l)',
    "\\delta^L = \\partial\\ell/\\partial z^L,\\quad \\delta^l = (W^{l+1})^\\top \\delta^{l+1} \\odot \\varphi'(z^l)",
    '\\partial\\ell/\\partial W^l = \\delta^l (a^{l-1})^\\top,\\quad \\partial\\ell/\\partial b^l = \\delta^l',
  ],
  summary: {
    zh: '能画出弯曲的边界；代价是损失不再是凸的，起点和学习率都会影响结果。',
    en: 'Can draw curved borders, at the price of a loss that is not convex: start and rate now matter.',
  },
  tasks: ['regression', 'binary', 'classes'],
  params: {
    hidden: {
      kind: 'numbers',
      symbol: 'n_l',
      label: { zh: '隐藏层宽度', en: 'hidden widths' },
      help: {
        zh: '每个数是一层的单元数；越宽越容易拟合，层数越多梯度越难传到前面。',
        en: 'One number per layer: wider fits more easily, deeper makes gradients harder to carry back.',
      },
      default: [8],
      valid: { min: 1, max: 1024, integer: true },
      length: { min: 0, max: 12 },
    },
    activation: activationParam,
    init: initialWeightsParam,
    gain: {
      kind: 'number',
      symbol: 'g',
      label: { zh: '初始化倍数', en: 'initial gain' },
      help: {
        zh: '把初始权重放大这么多倍；太大时，最初几步就可能失控。',
        en: 'Multiplies the first weights; too large and the very first steps may go wild.',
      },
      default: 1,
      offered: { min: 0.1, max: 10, scale: 'log' },
      valid: { min: 0, max: 1e6 },
    },
  },
  dim: ({ hidden }, features, outputs) =>
    parameterCount(denseLayers([features, ...hidden, outputs])),
  drawsWeights: ({ init, gain }) => init !== 'zero' && gain > 0,
  create: ({ hidden, activation, init, gain }, features, criterion) => {
    const widths = [features, ...hidden, criterion.outputs];
    return new NetworkModel(widths, activation, criterion, (rng) =>
      initialWeights(widths, activation, init, gain, rng),
    );
  },
});
