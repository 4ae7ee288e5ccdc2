import type { Rng } from '../math/rng.ts';
import type { ParamSpecs, ParamValues } from '../params.ts';
import type { Text } from '../text.ts';

/** Samples: inputs, and what is to be predicted from them. */
export interface Samples {
  /** Number of samples n. */
  readonly count: number;
  /** Inputs per sample d. */
  readonly features: number;
  /** Row-major, shape (n, d). */
  readonly inputs: Float64Array;
  /** A number, or the class 0 … classes − 1, of each sample; shape (n,). */
  readonly targets: Float64Array;
}

/** A data set with its split: what a model is trained on and what it is judged by. */
export interface Dataset {
  /** Null where the targets are numbers. */
  readonly classes: number | null;
  readonly train: Samples;
  readonly test: Samples;
}

/** What is known of a data set without drawing or reading it. */
export interface DatasetSizes {
  readonly train: number;
  readonly test: number;
  readonly features: number;
  readonly classes: number | null;
}

/** Bytes of the packed data sets, by data-set id; the core reads no files. */
export type Assets = Readonly<Record<string, Uint8Array>>;

export interface DatasetSpec<Id extends string, P extends ParamSpecs> {
  readonly id: Id;
  readonly name: Text;
  /** One sentence: what it looks like, and what it is there to show. */
  readonly summary: Text;
  /** Where the data come from and under which licence they may be used. */
  readonly source: Text;
  readonly params: P;
  /** The shape of an image whose pixels, row by row from the top, are the features; absent where they are none. */
  readonly image?: { readonly rows: number; readonly columns: number };
  sizes(values: ParamValues<P>): DatasetSizes;
  /**
   * The same data for the same values and the same generator (the experiment's stream `data`); packed sets
   * draw nothing. Throws RangeError when an asset is missing or of the wrong size.
   */
  load(assets: Assets, values: ParamValues<P>, rng: Rng): Dataset;
}

export function defineDataset<const Id extends string, const P extends ParamSpecs>(
  spec: DatasetSpec<Id, P>,
): DatasetSpec<Id, P> {
  return spec;
}
