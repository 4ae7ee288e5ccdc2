import type { Samples } from '../datasets/dataset.ts';
import type { CurvePoints } from './fitted-curve.ts';
import type { ModelViewer, Viewed } from './model-view.ts';
import { paddedRange, shown } from './shown-samples.ts';

/** What a model of several inputs predicts (y) for the actual numbers (x): on the diagonal it is right. */
export interface PredictedAgainstActual {
  readonly kind: 'predicted-actual';
  /** The range of the actual numbers with some room around it, for both axes; predictions may leave it. */
  readonly range: readonly [lo: number, hi: number];
  readonly train: CurvePoints;
  readonly test: CurvePoints;
}

export function predictedAgainstActual({ model, dataset: { train, test } }: Viewed): ModelViewer {
  const range = paddedRange([train.targets, test.targets]);
  const points = (params: Float64Array, set: Samples): CurvePoints => {
    const some = shown(set);
    const scores = new Float64Array(some.count);
    model.scores(params, some, scores);
    return { x: Float32Array.from(some.targets), y: Float32Array.from(scores), of: set.count };
  };
  return (params) => ({
    kind: 'predicted-actual',
    range,
    train: points(params, train),
    test: points(params, test),
  });
}
