import { levelSegments, type Grid, type Window } from '../analysis/contours.ts';
import type { Samples } from '../datasets/dataset.ts';
import { chosenClass } from '../models/criterion.ts';
import { certainty, certaintyUnit, type CertaintyUnit } from './class-scores.ts';
import type { ModelViewer, Viewed } from './model-view.ts';
import { paddedRange, shown } from './shown-samples.ts';

/** Grid points along a side of the map. */
const SIDE = 64;

/** Samples in the plane: where they lie, their class, and the one the model chooses (−1: none, a score is NaN). */
export interface ClassifiedPoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly label: Int16Array;
  readonly predicted: Int16Array;
  /** How many there are in the set; the first of them are given. */
  readonly of: number;
}

/** Which class a model of two inputs chooses where. */
export interface DecisionMap {
  readonly kind: 'decision-map';
  readonly classes: number;
  /** The square it covers, in the inputs as the model gets them: x₁ to the right, x₂ up. */
  readonly window: Window;
  readonly side: number;
  /** The class chosen at each point of the grid; row-major from the lower left, shape (side, side). */
  readonly chosen: Int16Array;
  readonly certainty: Float32Array;
  readonly unit: CertaintyUnit;
  /** Where two classes are equally likely: x₁, y₁, x₂, y₂ of each segment. */
  readonly boundary: Float32Array;
  readonly train: ClassifiedPoints;
  readonly test: ClassifiedPoints;
}

/** A map of the decisions over the range of the data. */
export function decisionMap({ model, dataset, loss }: Viewed): ModelViewer {
  const classes = dataset.classes!;
  const window = squareAround([dataset.train, dataset.test]);
  const inputs = gridPoints(window);
  const ground = { count: SIDE * SIDE, features: 2, inputs };
  const outputs = model.layers.at(-1)!.outputs;
  const scores = new Float64Array(ground.count * outputs);
  const unit = certaintyUnit(loss);
  const train = shown(dataset.train);
  const test = shown(dataset.test);
  const classified = (params: Float64Array, samples: Samples, of: number): ClassifiedPoints => {
    const found = new Float64Array(samples.count * outputs);
    model.scores(params, samples, found);
    const each = { length: samples.count };
    return {
      x: Float32Array.from(each, (_, i) => samples.inputs[2 * i]!),
      y: Float32Array.from(each, (_, i) => samples.inputs[2 * i + 1]!),
      label: Int16Array.from(samples.targets),
      predicted: Int16Array.from(each, (_, i) => chosenClass(found, i, outputs)),
      of,
    };
  };
  return (params) => {
    model.scores(params, ground, scores);
    const each = { length: ground.count };
    return {
      kind: 'decision-map',
      classes,
      window,
      side: SIDE,
      chosen: Int16Array.from(each, (_, i) => chosenClass(scores, i, outputs)),
      certainty: Float32Array.from(each, (_, i) => certainty(scores, i, outputs, unit)),
      unit,
      boundary: boundaryOf(scores, outputs, window),
      train: classified(params, train, dataset.train.count),
      test: classified(params, test, dataset.test.count),
    };
  };
}

/**
 * Where the class changes: the zero line of the score, or of each class's lead over the best other one (that of
 * the last class would only repeat those of the others).
 */
function boundaryOf(scores: Float64Array, outputs: number, window: Window): Float32Array {
  const fields =
    outputs === 1
      ? [scores]
      : Array.from({ length: outputs - 1 }, (_, k) => leadOf(scores, outputs, k));
  const lines = fields.map((values) => {
    const grid: Grid = { window, columns: SIDE, rows: SIDE, values };
    return levelSegments(grid, 0);
  });
  return Float32Array.from(lines.flatMap((line) => [...line]));
}

function leadOf(scores: Float64Array, outputs: number, k: number): Float64Array {
  return Float64Array.from({ length: scores.length / outputs }, (_, i) => {
    let best = -Infinity;
    for (let j = 0; j < outputs; j++) {
      if (j !== k) best = Math.max(best, scores[i * outputs + j]!);
    }
    return scores[i * outputs + k]! - best;
  });
}

function squareAround(sets: readonly Samples[]): Window {
  const [x, y] = [0, 1].map((feature) =>
    paddedRange(sets.map(({ inputs }) => inputs.filter((_, i) => i % 2 === feature))),
  ) as [[number, number], [number, number]];
  const half = Math.max(x[1] - x[0], y[1] - y[0]) / 2;
  const about = ([lo, hi]: [number, number]): readonly [number, number] => [
    (lo + hi) / 2 - half,
    (lo + hi) / 2 + half,
  ];
  return { x: about(x), y: about(y) };
}

/** The points of the grid as inputs, row by row from the lower left. */
function gridPoints({ x, y }: Window): Float64Array {
  const along = ([lo, hi]: readonly [number, number], i: number): number =>
    lo + ((hi - lo) * i) / (SIDE - 1);
  return Float64Array.from({ length: 2 * SIDE * SIDE }, (_, i) => {
    const point = i >> 1;
    return i % 2 === 0 ? along(x, point % SIDE) : along(y, Math.floor(point / SIDE));
  });
}
