import { defineDataset, type Samples } from './dataset.ts';

const corners: Samples = {
  count: 4,
  features: 2,
  inputs: Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1),
  targets: Float64Array.of(0, 1, 1, 0),
};

/** Exclusive or: the four corners of the unit square, targets 0 1 1 0. Training and test set are the same. */
export const xor = defineDataset({
  id: 'xor',
  name: { zh: '异或（XOR）', en: 'XOR' },
  summary: {
    zh: '四个点，一条直线分不开：最小的非线性问题。',
    en: 'Four points that no straight line separates: the smallest problem that needs a hidden layer.',
  },
  source: { zh: '逻辑运算的真值表。', en: 'The truth table of a logical operation.' },
  params: {},
  sizes: () => ({ train: 4, test: 4, features: 2, classes: 2 }),
  load: () => ({ classes: 2, train: corners, test: corners }),
});
