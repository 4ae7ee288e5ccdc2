import type { Rng } from '../math/rng.ts';
import { defineDataset, type Samples } from './dataset.ts';
import { drawSamples, ownSource, samplesParam, TEST_SAMPLES } from './generated.ts';

/** A feature that is nearly always 0: x₁ normal, then x₂ = 1 if u < p, else 0; target x₁ + x₂. */
export const rareFeature = defineDataset({
  id: 'rare-feature',
  name: { zh: '稀有特征', en: 'rare feature' },
  summary: {
    zh: '第二个输入几乎总是 0，它的权重难得更新一次：Adagrad 就是为此发明的。',
    en: 'The second input is nearly always 0, so its weight is seldom updated: what Adagrad was invented for.',
  },
  source: ownSource,
  params: {
    samples: samplesParam(1000),
    probability: {
      kind: 'number',
      symbol: 'p',
      label: { zh: '出现概率', en: 'probability' },
      help: {
        zh: '越小，这个特征的权重学得越慢。',
        en: 'The smaller, the more slowly the weight of this feature is learnt.',
      },
      default: 0.01,
      offered: { min: 0.001, max: 1, scale: 'log' },
      valid: { min: 0, max: 1 },
    },
  },
  sizes: ({ samples }) => ({ train: samples, test: TEST_SAMPLES, features: 2, classes: null }),
  load: (_assets, { samples, probability }, rng) => ({
    classes: null,
    train: drawRare(samples, probability, rng),
    test: drawRare(TEST_SAMPLES, probability, rng),
  }),
});

function drawRare(n: number, probability: number, rng: Rng): Samples {
  return drawSamples(n, 2, rng, (_i, inputs, at) => {
    const usual = rng.normal();
    const rare = rng.uniform() < probability ? 1 : 0;
    inputs[at] = usual;
    inputs[at + 1] = rare;
    return usual + rare;
  });
}
