import type { Samples } from '../datasets/dataset.ts';
import { chosenClass } from '../models/criterion.ts';
import type { ModelViewer, Viewed } from './model-view.ts';

/** How often which class was taken for which; shape (classes, classes), [actual][predicted]. */
export type Confusions = Uint32Array;

/** What a classifier gets right and what it confuses. */
export interface ConfusionMatrix {
  readonly kind: 'confusion-matrix';
  readonly classes: number;
  readonly train: Confusions;
  readonly test: Confusions;
}

/** Samples for which a score is NaN are counted nowhere. */
export function confusionMatrix({ model, dataset }: Viewed): ModelViewer {
  const classes = dataset.classes!;
  const outputs = model.layers.at(-1)!.outputs;
  const count = (params: Float64Array, samples: Samples): Confusions => {
    const scores = new Float64Array(samples.count * outputs);
    model.scores(params, samples, scores);
    const counts = new Uint32Array(classes * classes);
    for (let i = 0; i < samples.count; i++) {
      const predicted = chosenClass(scores, i, outputs);
      if (predicted >= 0) counts[samples.targets[i]! * classes + predicted]!++;
    }
    return counts;
  };
  return (params) => ({
    kind: 'confusion-matrix',
    classes,
    train: count(params, dataset.train),
    test: count(params, dataset.test),
  });
}
