import type { Rng } from '../math/rng.ts';
import { defineDataset, type Samples } from './dataset.ts';
import { drawSamples, noiseParam, ownSource, samplesParam, TEST_SAMPLES } from './generated.ts';

/**
 * Two spirals wound into each other. Point i belongs to class c = i mod 2; with r = √u its angle is
 * r · turns · 2π + c π and it lies at (r cos, r sin), plus noise · normal, first to x, then to y.
 */
export const spirals = defineDataset({
  id: 'spirals',
  name: { zh: '双螺旋', en: 'two spirals' },
  summary: {
    zh: '两条绕在一起的螺旋：边界要弯好几圈，考验优化器，也考验网络的宽度。',
    en: 'Two spirals wound into each other: the border must bend and bend again, a test for the optimizer.',
  },
  source: ownSource,
  params: {
    samples: samplesParam(200),
    noise: noiseParam(0.02),
    turns: {
      kind: 'number',
      symbol: 'k',
      label: { zh: '圈数', en: 'turns' },
      help: {
        zh: '绕得越多，边界越弯，越难学。',
        en: 'The more turns, the more the border bends, and the harder it is to learn.',
      },
      default: 1,
      offered: { min: 0.25, max: 3, scale: 'linear' },
      valid: { min: 0, max: 100 },
    },
  },
  sizes: ({ samples }) => ({ train: samples, test: TEST_SAMPLES, features: 2, classes: 2 }),
  load: (_assets, { samples, noise, turns }, rng) => ({
    classes: 2,
    train: drawSpirals(samples, turns, noise, rng),
    test: drawSpirals(TEST_SAMPLES, turns, noise, rng),
  }),
});

function drawSpirals(n: number, turns: number, noise: number, rng: Rng): Samples {
  return drawSamples(n, 2, rng, (i, inputs, at) => {
    const label = i % 2;
    const radius = Math.sqrt(rng.uniform());
    const angle = radius * turns * 2 * Math.PI + label * Math.PI;
    inputs[at] = radius * Math.cos(angle) + noise * rng.normal();
    inputs[at + 1] = radius * Math.sin(angle) + noise * rng.normal();
    return label;
  });
}
