import type { ParamSpecs } from '../params.ts';
import type { Text } from '../text.ts';

/** Labelled samples for classification. */
export interface Samples {
  /** Number of samples n. */
  readonly count: number;
  /** Inputs per sample d. */
  readonly features: number;
  /** Row-major, shape (n, d). */
  readonly inputs: Float64Array;
  /** Class of each sample, 0 … classes − 1; shape (n,). */
  readonly labels: Uint8Array;
}

/** A data set with its fixed split: what a model is trained on and what it is judged by. */
export interface Dataset {
  readonly classes: number;
  readonly train: Samples;
  readonly test: Samples;
}

/** Bytes of the packed data sets, by data-set id; the core reads no files. */
export type Assets = Readonly<Record<string, Uint8Array>>;

export interface DatasetSpec<Id extends string> {
  readonly id: Id;
  readonly name: Text;
  /** Where the data come from and under which licence they may be used. */
  readonly source: Text;
  readonly params: ParamSpecs;
  /** Sizes known without reading the data. */
  readonly sizes: {
    readonly train: number;
    readonly test: number;
    readonly features: number;
    readonly classes: number;
  };
  /** Throws RangeError when the asset is missing or of the wrong size. */
  load(assets: Assets): Dataset;
}

export function defineDataset<const Id extends string>(spec: DatasetSpec<Id>): DatasetSpec<Id> {
  return spec;
}
