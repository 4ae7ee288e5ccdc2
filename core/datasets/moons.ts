import type { Rng } from '../math/rng.ts';
import { defineDataset, type Samples } from './dataset.ts';
import { drawSamples, noiseParam, ownSource, samplesParam, TEST_SAMPLES } from './generated.ts';

/**
 * Two interlocking half circles. Point i belongs to class i mod 2; with a = π u it lies at (cos a, sin a) or
 * (1 − cos a, ½ − sin a), plus noise · normal, first to x, then to y.
 */
export const moons = defineDataset({
  id: 'moons',
  name: { zh: '双月', en: 'two moons' },
  summary: {
    zh: '两弯互相咬合的月牙；噪声一大，边界就没有“正确答案”，很适合看过拟合。',
    en: 'Two interlocking crescents; with noise no border is perfect, which makes overfitting easy to see.',
  },
  source: ownSource,
  params: { samples: samplesParam(200), noise: noiseParam(0.2) },
  sizes: ({ samples }) => ({ train: samples, test: TEST_SAMPLES, features: 2, classes: 2 }),
  load: (_assets, { samples, noise }, rng) => ({
    classes: 2,
    train: drawMoons(samples, noise, rng),
    test: drawMoons(TEST_SAMPLES, noise, rng),
  }),
});

function drawMoons(n: number, noise: number, rng: Rng): Samples {
  return drawSamples(n, 2, rng, (i, inputs, at) => {
    const label = i % 2;
    const angle = Math.PI * rng.uniform();
    const x = label === 0 ? Math.cos(angle) : 1 - Math.cos(angle);
    const y = label === 0 ? Math.sin(angle) : 0.5 - Math.sin(angle);
    inputs[at] = x + noise * rng.normal();
    inputs[at + 1] = y + noise * rng.normal();
    return label;
  });
}
