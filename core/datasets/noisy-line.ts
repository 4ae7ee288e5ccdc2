import type { Rng } from '../math/rng.ts';
import { defineDataset, type Samples } from './dataset.ts';
import { drawSamples, noiseParam, ownSource, samplesParam, TEST_SAMPLES } from './generated.ts';

const SLOPE = 2;
const INTERCEPT = 1;

/** Points about the line y = 2x + 1: x = 2u − 1, y = 2x + 1 + noise · normal. */
export const noisyLine = defineDataset({
  id: 'noisy-line',
  name: { zh: '带噪声的直线', en: 'noisy line' },
  summary: {
    zh: '散布在 y = 2x + 1 周围的点：线性回归的两个参数该到哪里，一清二楚。',
    en: 'Points about y = 2x + 1: where both parameters of linear regression should end is no secret.',
  },
  source: ownSource,
  params: { samples: samplesParam(100), noise: noiseParam(0.3) },
  sizes: ({ samples }) => ({ train: samples, test: TEST_SAMPLES, features: 1, classes: null }),
  load: (_assets, { samples, noise }, rng) => ({
    classes: null,
    train: drawLine(samples, noise, rng),
    test: drawLine(TEST_SAMPLES, noise, rng),
  }),
});

function drawLine(n: number, noise: number, rng: Rng): Samples {
  return drawSamples(n, 1, rng, (_i, inputs, at) => {
    const x = 2 * rng.uniform() - 1;
    inputs[at] = x;
    return SLOPE * x + INTERCEPT + noise * rng.normal();
  });
}
