import { digits } from './digits.ts';

/** The registry: the only list of data sets. */
export const datasets = { digits } as const;

export type DatasetId = keyof typeof datasets;
export const datasetIds = Object.keys(datasets) as DatasetId[];
