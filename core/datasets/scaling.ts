import { symmetricEigen } from '../math/symmetric-eigen.ts';
import type { Text } from '../text.ts';
import type { Dataset, Samples } from './dataset.ts';

/** How inputs are rescaled before training, feature by feature. */
export const scalings = {
  none: { zh: '不缩放', en: 'none' },
  standardize: { zh: '标准化（均值 0，标准差 1）', en: 'standardise (mean 0, deviation 1)' },
  'min-max': { zh: '缩放到 0–1', en: 'rescale to 0–1' },
} as const satisfies Record<string, Text>;

export type Scaling = keyof typeof scalings;
export const scalingIds = Object.keys(scalings) as Scaling[];

/**
 * Rescales both halves of a data set with what was measured on the training half alone, so that nothing of
 * the test half leaks into training. A feature that never varies is only shifted, to 0.
 */
export function scaleFeatures(dataset: Dataset, scaling: Scaling): Dataset {
  if (scaling === 'none') return dataset;
  const { shift, divisor } =
    scaling === 'standardize' ? moments(dataset.train) : extent(dataset.train);
  const rescale = (samples: Samples): Samples => ({
    ...samples,
    inputs: samples.inputs.map((x, i) => {
      const j = i % samples.features;
      return (x - shift[j]!) / divisor[j]!;
    }),
  });
  return { ...dataset, train: rescale(dataset.train), test: rescale(dataset.test) };
}

interface Affine {
  readonly shift: Float64Array;
  readonly divisor: Float64Array;
}

/** Mean and standard deviation (divided by n) of each feature. */
function moments({ count, features, inputs }: Samples): Affine {
  const shift = new Float64Array(features);
  const divisor = new Float64Array(features);
  inputs.forEach((x, i) => (shift[i % features]! += x / count));
  inputs.forEach((x, i) => (divisor[i % features]! += (x - shift[i % features]!) ** 2 / count));
  return { shift, divisor: divisor.map((variance) => Math.sqrt(variance) || 1) };
}

/** Minimum and range of each feature. */
function extent({ features, inputs }: Samples): Affine {
  const shift = new Float64Array(features).fill(Infinity);
  const most = new Float64Array(features).fill(-Infinity);
  inputs.forEach((x, i) => {
    const j = i % features;
    if (x < shift[j]!) shift[j] = x;
    if (x > most[j]!) most[j] = x;
  });
  return { shift, divisor: most.map((high, j) => high - shift[j]! || 1) };
}

/**
 * Condition number κ = λ_max / λ_min of XᵀX/n, X being the inputs with a column of ones for the bias: the
 * Hessian of least squares up to a factor, and so what the inputs alone make of the steps gradient descent
 * needs. Infinity where the smallest eigenvalue is 0 up to rounding: some direction then has no curvature.
 */
export function conditionNumber({ count, features, inputs }: Samples): number {
  const size = features + 1;
  const gram = new Float64Array(size * size);
  const row = new Float64Array(size);
  row[features] = 1;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < features; j++) row[j] = inputs[i * features + j]!;
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++) gram[j * size + k]! += (row[j]! * row[k]!) / count;
    }
  }
  const { values } = symmetricEigen(gram, size);
  const most = values[0]!;
  const least = values[size - 1]!;
  return least > most * size * Number.EPSILON ? most / least : Infinity;
}
