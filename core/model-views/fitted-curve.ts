import type { Samples } from '../datasets/dataset.ts';
import type { ModelViewer, Viewed } from './model-view.ts';
import { paddedRange, shown } from './shown-samples.ts';

/** Points of the curve, both ends included. */
const POINTS = 256;

/** Samples of one input and what is to be predicted from it. */
export interface CurvePoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** How many there are in the set; the first of them are given. */
  readonly of: number;
}

/** What a model of one input predicts, over the range of the data. */
export interface FittedCurve {
  readonly kind: 'fitted-curve';
  /** The data's range with some room around it: of the inputs as the model gets them, and of the targets. */
  readonly window: {
    readonly x: readonly [lo: number, hi: number];
    readonly y: readonly [lo: number, hi: number];
  };
  /** The prediction at equal steps over the window, from its left to its right edge; may leave it. */
  readonly predicted: Float32Array;
  readonly train: CurvePoints;
  readonly test: CurvePoints;
}

export function fittedCurve({ model, dataset: { train, test } }: Viewed): ModelViewer {
  const window = {
    x: paddedRange([train.inputs, test.inputs]),
    y: paddedRange([train.targets, test.targets]),
  };
  const [lo, hi] = window.x;
  const inputs = Float64Array.from(
    { length: POINTS },
    (_, i) => lo + ((hi - lo) * i) / (POINTS - 1),
  );
  const line = { count: POINTS, features: 1, inputs };
  const scores = new Float64Array(POINTS);
  const points = (set: Samples): CurvePoints => {
    const some = shown(set);
    return {
      x: Float32Array.from(some.inputs),
      y: Float32Array.from(some.targets),
      of: set.count,
    };
  };
  const data = { train: points(train), test: points(test) };
  return (params) => {
    model.scores(params, line, scores);
    return { kind: 'fitted-curve', window, predicted: Float32Array.from(scores), ...data };
  };
}
