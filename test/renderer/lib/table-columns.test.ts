import { expect, test } from 'vitest';
import {
  placeByNeed,
  tableColumns,
  type TableColumn,
} from '../../../renderer/src/lib/table-columns.ts';

/** The columns that are kept where there is room for so many. */
const kept = (room: number, spoken: readonly TableColumn[], judged = false): string[] =>
  tableColumns
    .filter((column) => judged || column !== 'accuracy')
    .filter((column) => (placeByNeed(column, spoken, judged) ?? -1) < room);

test('where nothing is spoken of, loss and end are kept', () => {
  expect(kept(2, [])).toEqual(['loss', 'end']);
  expect(kept(3, [])).toEqual(['loss', 'travel', 'end']);
  expect(kept(3, [], true)).toEqual(['loss', 'accuracy', 'end']);
  expect(kept(4, [])).toEqual(['loss', 'rate', 'travel', 'end']);
});

test('what is spoken of takes the place of what is needed least', () => {
  expect(kept(2, ['travel'])).toEqual(['loss', 'travel']);
  expect(kept(3, ['travel'], true)).toEqual(['loss', 'accuracy', 'travel']);
});

test('all that is spoken of is kept, however little room there is', () => {
  expect(kept(2, ['loss', 'travel', 'end'])).toEqual(['loss', 'travel', 'end']);
  expect(kept(0, ['rate'])).toEqual(['rate']);
});
