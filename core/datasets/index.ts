import { blobs } from './blobs.ts';
import { digits } from './digits.ts';
import { iris } from './iris.ts';
import { moons } from './moons.ts';
import { noisyLine } from './noisy-line.ts';
import { rareFeature } from './rare-feature.ts';
import { sine } from './sine.ts';
import { spirals } from './spirals.ts';
import { xor } from './xor.ts';

/** The registry: the only list of data sets. */
export const datasets = {
  xor,
  moons,
  spirals,
  blobs,
  sine,
  'noisy-line': noisyLine,
  'rare-feature': rareFeature,
  iris,
  digits,
} as const;

export type DatasetId = keyof typeof datasets;
export const datasetIds = Object.keys(datasets) as DatasetId[];
