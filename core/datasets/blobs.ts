import type { Rng } from '../math/rng.ts';
import { defineDataset, type Samples } from './dataset.ts';
import { drawSamples, ownSource, samplesParam, TEST_SAMPLES } from './generated.ts';

/**
 * Round clouds on a circle. Point i belongs to class c = i mod k, whose centre is 2 (cos 2πc/k, sin 2πc/k); plus
 * spread · normal, first to x, then to y.
 */
export const blobs = defineDataset({
  id: 'blobs',
  name: { zh: '圆形点团', en: 'blobs' },
  summary: {
    zh: '几团圆圆的点，直线就能分开：softmax 回归的主场。',
    en: 'Round clouds that straight borders separate: where softmax regression is all you need.',
  },
  source: ownSource,
  params: {
    samples: samplesParam(300),
    classes: {
      kind: 'number',
      symbol: 'k',
      label: { zh: '类别数', en: 'classes' },
      help: {
        zh: '团越多，相邻的越容易重叠。',
        en: 'The more clouds on the circle, the more neighbours overlap.',
      },
      default: 3,
      offered: { min: 2, max: 10, scale: 'linear' },
      valid: { min: 2, max: 100, integer: true },
    },
    spread: {
      kind: 'number',
      symbol: '\\sigma',
      label: { zh: '点团半径', en: 'spread' },
      help: {
        zh: '每团的标准差；大到互相重叠时，准确率就有了上限。',
        en: 'Standard deviation of each cloud; once they overlap, accuracy has a ceiling.',
      },
      default: 0.6,
      offered: { min: 0.05, max: 2, scale: 'log' },
      valid: { min: 0, max: 1e6 },
    },
  },
  sizes: ({ samples, classes }) => ({ train: samples, test: TEST_SAMPLES, features: 2, classes }),
  load: (_assets, { samples, classes, spread }, rng) => ({
    classes,
    train: drawBlobs(samples, classes, spread, rng),
    test: drawBlobs(TEST_SAMPLES, classes, spread, rng),
  }),
});

function drawBlobs(n: number, classes: number, spread: number, rng: Rng): Samples {
  return drawSamples(n, 2, rng, (i, inputs, at) => {
    const label = i % classes;
    const angle = (2 * Math.PI * label) / classes;
    inputs[at] = 2 * Math.cos(angle) + spread * rng.normal();
    inputs[at + 1] = 2 * Math.sin(angle) + spread * rng.normal();
    return label;
  });
}
