import type { Rng } from '../math/rng.ts';
import { defineDataset, type Samples } from './dataset.ts';
import { drawSamples, noiseParam, ownSource, samplesParam, TEST_SAMPLES } from './generated.ts';

/** One period of a sine: x = 2u − 1, y = sin πx + noise · normal. */
export const sine = defineDataset({
  id: 'sine',
  name: { zh: '正弦曲线', en: 'sine' },
  summary: {
    zh: '一条曲线，一个输入：网络学到哪儿，画出来一眼就能看见。',
    en: 'One curve, one input: what the network has learnt so far can be drawn and seen.',
  },
  source: ownSource,
  params: { samples: samplesParam(40), noise: noiseParam(0) },
  sizes: ({ samples }) => ({ train: samples, test: TEST_SAMPLES, features: 1, classes: null }),
  load: (_assets, { samples, noise }, rng) => ({
    classes: null,
    train: drawSine(samples, noise, rng),
    test: drawSine(TEST_SAMPLES, noise, rng),
  }),
});

function drawSine(n: number, noise: number, rng: Rng): Samples {
  return drawSamples(n, 1, rng, (_i, inputs, at) => {
    const x = 2 * rng.uniform() - 1;
    inputs[at] = x;
    return Math.sin(Math.PI * x) + noise * rng.normal();
  });
}
