import type { Rng } from '../math/rng.ts';
import type { Choice } from '../params.ts';
import type { Assets, Dataset, DatasetSizes } from './dataset.ts';
import { datasets, type DatasetId } from './index.ts';
import { scaleFeatures, type Scaling } from './scaling.ts';

/** What the chosen data set holds, known without its data. The parser has checked id and parameters. */
export function datasetSizes({ id, params }: Choice): DatasetSizes {
  return datasets[id as DatasetId].sizes(params as never);
}

/** The chosen data set, its features rescaled. Packed sets come from `assets`, generated ones from `rng`. */
export function buildDataset(
  { id, params }: Choice,
  scaling: Scaling,
  assets: Assets,
  rng: Rng,
): Dataset {
  return scaleFeatures(datasets[id as DatasetId].load(assets, params as never, rng), scaling);
}
