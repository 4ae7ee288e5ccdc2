import { expect, test } from 'vitest';
import { seriesCsv } from '../../../core/analysis/series-csv.ts';
import type { ModelView } from '../../../core/model-views/model-view.ts';
import { modelColumns } from '../../../renderer/src/panels/model-columns.ts';

const table = (view: ModelView): string => {
  const { rows, columns } = modelColumns(view);
  return seriesCsv(columns, rows);
};
const some = (...values: number[]): Float32Array => Float32Array.from(values);

test('a confusion matrix is a table of actual classes in rows and predicted ones in columns', () => {
  const view: ModelView = {
    kind: 'confusion-matrix',
    classes: 2,
    train: Uint32Array.of(5, 1, 2, 6),
    test: Uint32Array.of(3, 0, 1, 4),
  };
  expect(table(view)).toBe(
    [
      'actual class,train predicted 0,train predicted 1,test predicted 0,test predicted 1',
      '0,5,1,3,0',
      '1,2,6,1,4',
      '',
    ].join('\n'),
  );
});

test('a map of decisions is a table of its samples, those of the shorter set end first', () => {
  const points = (n: number) => ({
    x: some(...Array.from({ length: n }, (_, i) => i)),
    y: some(...Array.from({ length: n }, (_, i) => -i)),
    label: Int16Array.from({ length: n }, (_, i) => i % 2),
    predicted: new Int16Array(n),
    of: n,
  });
  const view: ModelView = {
    kind: 'decision-map',
    classes: 2,
    window: { x: [0, 1], y: [0, 1] },
    side: 1,
    chosen: new Int16Array(1),
    certainty: some(0.5),
    unit: 'probability',
    boundary: some(),
    train: points(2),
    test: points(1),
  };
  expect(table(view).split('\n')).toEqual([
    'sample,train x1,train x2,train class,train predicted class,test x1,test x2,test class,test predicted class',
    '0,0,-0,0,0,0,-0,0,0',
    '1,1,-1,1,0,,,,',
    '',
  ]);
});

test('a curve is a table of points from the left to the right edge of its window', () => {
  const view: ModelView = {
    kind: 'fitted-curve',
    window: { x: [-1, 1], y: [0, 1] },
    predicted: some(4, 5, 6),
    train: { x: some(0.5), y: some(2), of: 1 },
    test: { x: some(), y: some(), of: 0 },
  };
  const [head, ...rows] = table(view).split('\n');
  expect(head).toBe('point,x,predicted,train x,train y,test x,test y');
  expect(rows.slice(0, 3)).toEqual(['0,-1,4,0.5,2,,', '1,0,5,,,,', '2,1,6,,,,']);
});

test('weights are a table of pixels in rows and units in columns', () => {
  const view: ModelView = {
    kind: 'weight-images',
    of: 'unit',
    rows: 1,
    columns: 2,
    weights: some(1, 2, 3, 4),
    units: 9,
    tested: 0,
    misclassified: 0,
    examples: [],
  };
  expect(table(view)).toBe('pixel,unit 0,unit 1\n0,1,3\n1,2,4\n');
});
