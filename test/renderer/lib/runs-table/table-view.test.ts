import { expect, test } from 'vitest';
import { sameView, usualView } from '../../../../renderer/src/lib/runs-table/table-view.ts';

test('a view is the same however its values are ordered, and another with another value', () => {
  const view = { ...usualView, filter: { tag: ['b', 'a'], seed: ['1'] } };
  expect(sameView(view, { ...view, filter: { seed: ['1'], tag: ['a', 'b'] } })).toBe(true);
  expect(sameView(view, { ...view, search: ' ' })).toBe(true);
  expect(sameView(view, { ...view, filter: { tag: ['a'], seed: ['1'] } })).toBe(false);
  expect(sameView(view, { ...view, group: 'none' })).toBe(false);
  expect(sameView(view, { ...view, columns: [] })).toBe(false);
  expect(sameView(view, { ...view, sort: { column: 'made', descending: false } })).toBe(false);
});
