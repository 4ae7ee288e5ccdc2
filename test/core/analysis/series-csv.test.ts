import { expect, test } from 'vitest';
import { seriesCsv } from '../../../core/analysis/series-csv.ts';

test('series stand side by side, an empty cell where one has no value', () => {
  const a = { title: 'a', steps: [0, 1, 3], values: [1, NaN, -0] };
  const b = { title: 'b', steps: [1, 2], values: [0.1, Infinity] };
  expect(seriesCsv([a, b])).toBe('step,a,b\n0,1,\n1,NaN,0.1\n2,,Infinity\n3,-0,\n');
});

test('what the rows are counted in can be something else', () => {
  const loss = { title: 'loss', steps: [0.01, 0.1], values: [3, 1] };
  expect(seriesCsv([loss], 'first rate, η₀')).toBe('"first rate, η₀",loss\n0.01,3\n0.1,1\n');
});

test('no series, or series without values, are a heading', () => {
  expect(seriesCsv([])).toBe('step\n');
  expect(seriesCsv([{ title: 'a', steps: [], values: [] }])).toBe('step,a\n');
});

test.each([
  ['η = 0.1, 常数', '"η = 0.1, 常数"'],
  ['say "a"', '"say ""a"""'],
  ['=1+1', "'=1+1"],
  ['@x, y', '"\'@x, y"'],
])('the title %j', (title, cell) => {
  expect(seriesCsv([{ title, steps: [], values: [] }])).toBe(`step,${cell}\n`);
});
