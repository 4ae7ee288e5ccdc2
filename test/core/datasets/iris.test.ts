import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { iris } from '../../../core/datasets/iris.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

const { train, test: held } = iris.load({}, {}, mulberry32(1));
const source = readFileSync(new URL('../../../core/datasets/iris.ts', import.meta.url), 'utf8');

/** The rows in their original order, undoing the permutation of the split. */
const rows: string[] = [];
mulberry32(2024)
  .permutation(150)
  .forEach((row, i) => {
    const [part, at] = i < 120 ? [train, i] : [held, i - 120];
    const measured = [...part.inputs.subarray(4 * at, 4 * at + 4)].map((x) => x.toFixed(1));
    rows[row] = [...measured, part.targets[at]].join(',');
  });

test('written out again they are, byte for byte, the file they were taken from', () => {
  const file = ['150,4,setosa,versicolor,virginica', ...rows, ''].join('\n');
  expect(file).toHaveLength(2734);
  expect(source).toContain(createHash('sha256').update(file).digest('hex'));
});

test('rows 35 and 38 are as Fisher printed them', () => {
  expect(rows[34]).toBe('4.9,3.1,1.5,0.2,0');
  expect(rows[37]).toBe('4.9,3.6,1.4,0.1,0');
});
