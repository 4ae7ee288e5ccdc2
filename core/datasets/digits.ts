import { mulberry32 } from '../math/rng.ts';
import { defineDataset, type Samples } from './dataset.ts';

const ROWS = 1797;
const PIXELS = 64;
const TRAIN = 1437;
const TEST = 360;
const SPLIT_SEED = 2024;

/**
 * The 8×8 handwritten digits: 64 pixels rescaled from 0–16 to 0–1, ten classes.
 * Split: permutation from mulberry32(2024), first 1,437 rows training, last 360 test.
 */
export const digits = defineDataset({
  id: 'digits',
  name: { zh: '手写数字 8×8', en: 'handwritten digits 8×8' },
  summary: {
    zh: '真实的小图像：足够难，能看出学习率计划的差别；足够小，几秒就能训练完。',
    en: 'Real, if small, images: hard enough for schedules to differ, small enough to train in seconds.',
  },
  source: {
    zh: 'E. Alpaydin、C. Kaynak：Optical Recognition of Handwritten Digits，UCI 机器学习库，1998，CC BY 4.0；像素由 0–16 缩放到 0–1。',
    en: 'E. Alpaydin, C. Kaynak: Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998, CC BY 4.0; pixels rescaled from 0–16 to 0–1.',
  },
  params: {},
  image: { rows: 8, columns: 8 },
  sizes: () => ({ train: TRAIN, test: TEST, features: PIXELS, classes: 10 }),
  load(assets) {
    const bytes = assets['digits'];
    if (bytes?.length !== ROWS * (PIXELS + 1)) {
      throw new RangeError(
        `digits: ${bytes?.length ?? 0} bytes given, ${ROWS * (PIXELS + 1)} needed`,
      );
    }
    const order = mulberry32(SPLIT_SEED).permutation(ROWS);
    return {
      classes: 10,
      train: pick(bytes, order.subarray(0, TRAIN)),
      test: pick(bytes, order.subarray(ROWS - TEST)),
    };
  },
});

function pick(bytes: Uint8Array, rows: Uint32Array): Samples {
  const inputs = new Float64Array(rows.length * PIXELS);
  const targets = new Float64Array(rows.length);
  rows.forEach((row, i) => {
    const from = row * (PIXELS + 1);
    for (let p = 0; p < PIXELS; p++) inputs[i * PIXELS + p] = bytes[from + p]! / 16;
    targets[i] = bytes[from + PIXELS]!;
  });
  return { count: rows.length, features: PIXELS, inputs, targets };
}
