import { chosenClass } from '../models/criterion.ts';
import { certainty, certaintyUnit } from './class-scores.ts';
import type { ModelViewer, Viewed } from './model-view.ts';

/** More images than this would be too small to be seen. */
const MOST_IMAGES = 64;
/** Misclassified images that are shown, */
const MOST_MISCLASSIFIED = 24;

/** A test image that the model takes for another class. */
export interface MisclassifiedImage {
  /** Its row in the test set. */
  readonly index: number;
  /** 0 (paper) to 1 (ink), row by row from the top. */
  readonly pixels: Float32Array;
  readonly label: number;
  /** −1: the model chooses none, a score is NaN. */
  readonly predicted: number;
  /** Of the class it was taken for. */
  readonly probability: number;
}

/** The weights of a model's first layer as images, and the images it does not know. */
export interface WeightImages {
  readonly kind: 'weight-images';
  /** What an image belongs to: a class, or a unit of the first hidden layer. */
  readonly of: 'class' | 'unit';
  readonly rows: number;
  readonly columns: number;
  /** Weights of the first units in their order, shape (shown, rows · columns). */
  readonly weights: Float32Array;
  /** Units the layer has; more than are shown where there are many. */
  readonly units: number;
  /** Number of test images, and how many of them are misclassified. */
  readonly tested: number;
  readonly misclassified: number;
  /** Some of these, those that the model is surest of first. */
  readonly examples: readonly MisclassifiedImage[];
}

/** `pixels` are the test images as they were before any scaling, shape (n, rows · columns). */
export function weightImages(
  { model, dataset: { test }, loss }: Viewed,
  image: { readonly rows: number; readonly columns: number },
  pixels: Float64Array,
): ModelViewer {
  const first = model.layers[0]!;
  const outputs = model.layers.at(-1)!.outputs;
  const size = image.rows * image.columns;
  const scores = new Float64Array(test.count * outputs);
  const unit = certaintyUnit(loss);
  const last = first.weights + Math.min(first.outputs, MOST_IMAGES) * size;
  return (params) => {
    model.scores(params, test, scores);
    const wrong = Array.from({ length: test.count }, (_, index) => ({
      index,
      label: test.targets[index]!,
      predicted: chosenClass(scores, index, outputs),
      probability: certainty(scores, index, outputs, unit),
    })).filter(({ label, predicted }) => label !== predicted);
    const surest = wrong.toSorted((a, b) => rank(b) - rank(a) || a.index - b.index);
    return {
      kind: 'weight-images',
      of: model.layers.length === 1 ? 'class' : 'unit',
      ...image,
      weights: Float32Array.from(params.subarray(first.weights, last)),
      units: first.outputs,
      tested: test.count,
      misclassified: wrong.length,
      examples: surest.slice(0, MOST_MISCLASSIFIED).map((example) => ({
        ...example,
        pixels: Float32Array.from(
          pixels.subarray(example.index * size, (example.index + 1) * size),
        ),
      })),
    };
  };
}

/** Those of which the model is sure of nothing come last. */
function rank({ probability }: { readonly probability: number }): number {
  return Number.isNaN(probability) ? -1 : probability;
}
