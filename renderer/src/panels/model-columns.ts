import type { CsvColumn } from '../../../core/analysis/series-csv.ts';
import type { ModelView } from '../../../core/model-views/model-view.ts';

/** The table of a model's picture, and what its rows are. Classes and rows count from 0. */
export function modelColumns(view: ModelView): {
  readonly rows: string;
  readonly columns: readonly CsvColumn[];
} {
  switch (view.kind) {
    case 'decision-map':
      return {
        rows: 'sample',
        columns: (['train', 'test'] as const).flatMap((set) => {
          const { x, y, label, predicted } = view[set];
          return [
            column(`${set} x1`, x),
            column(`${set} x2`, y),
            column(`${set} class`, label),
            column(`${set} predicted class`, predicted),
          ];
        }),
      };
    case 'fitted-curve': {
      const [lo, hi] = view.window.x;
      const last = view.predicted.length - 1;
      const x = Float64Array.from(view.predicted, (_, i) => lo + ((hi - lo) * i) / last);
      return {
        rows: 'point',
        columns: [
          column('x', x),
          column('predicted', view.predicted),
          ...(['train', 'test'] as const).flatMap((set) => [
            column(`${set} x`, view[set].x),
            column(`${set} y`, view[set].y),
          ]),
        ],
      };
    }
    case 'weight-images': {
      const size = view.rows * view.columns;
      return {
        rows: 'pixel',
        columns: Array.from({ length: view.weights.length / size }, (_, i) =>
          column(`${view.of} ${i}`, view.weights.subarray(i * size, (i + 1) * size)),
        ),
      };
    }
    case 'confusion-matrix': {
      const { classes } = view;
      return {
        rows: 'actual class',
        columns: (['train', 'test'] as const).flatMap((set) =>
          Array.from({ length: classes }, (_, predicted) =>
            column(
              `${set} predicted ${predicted}`,
              view[set].filter((_count, i) => i % classes === predicted),
            ),
          ),
        ),
      };
    }
    case 'predicted-actual':
      return {
        rows: 'sample',
        columns: (['train', 'test'] as const).flatMap((set) => [
          column(`${set} actual`, view[set].x),
          column(`${set} predicted`, view[set].y),
        ]),
      };
    case 'not-finite':
      return { rows: 'sample', columns: [] };
  }
}

function column(title: string, values: ArrayLike<number>): CsvColumn {
  return { title, steps: Array.from({ length: values.length }, (_, i) => i), values };
}
