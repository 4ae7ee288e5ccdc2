import { expect, test } from 'vitest';
import {
  lineOfKey,
  nothingSelected,
  reach,
  within,
  type Reach,
  type Selection,
} from '../../../../renderer/src/lib/runs-table/selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

function after(...steps: readonly (readonly [string, Reach])[]): Selection<string> {
  return steps.reduce<Selection<string>>(
    (selection, [id, how]) => reach(selection, id, how, order),
    nothingSelected,
  );
}
const chosen = (selection: Selection<string>): readonly string[] => [...selection.chosen].sort();

test('a click chooses one alone, with Ctrl one more or one less', () => {
  expect(chosen(after(['a', 'toggle'], ['c', 'alone']))).toEqual(['c']);
  expect(chosen(after(['a', 'alone'], ['c', 'toggle']))).toEqual(['a', 'c']);
  expect(chosen(after(['a', 'alone'], ['c', 'toggle'], ['a', 'toggle']))).toEqual(['c']);
});

test('Shift reaches from the anchor, in either direction, and turns back', () => {
  expect(chosen(after(['d', 'alone'], ['b', 'range']))).toEqual(['b', 'c', 'd']);
  expect(chosen(after(['b', 'alone'], ['e', 'range'], ['c', 'range']))).toEqual(['b', 'c']);
  expect(chosen(after(['b', 'range']))).toEqual(['b']);
});

test('the keyboard moves without choosing, and a range begins where it is', () => {
  const moved = after(['a', 'alone'], ['c', 'move']);
  expect(chosen(moved)).toEqual(['a']);
  expect(moved.active).toBe('c');
  expect(chosen(reach(moved, 'd', 'range', order))).toEqual(['c', 'd']);
});

test('what is no longer there is no longer chosen', () => {
  const left = within(after(['a', 'alone'], ['b', 'toggle']), new Set(['a', 'c']));
  expect(chosen(left)).toEqual(['a']);
  expect(left).toMatchObject({ active: null, anchor: null });
});

test('arrow keys stay inside the list', () => {
  expect(lineOfKey('ArrowDown', -1, 5, 3)).toBe(0);
  expect(lineOfKey('ArrowUp', -1, 5, 3)).toBe(4);
  expect(lineOfKey('ArrowDown', 4, 5, 3)).toBe(4);
  expect(lineOfKey('PageDown', 1, 5, 3)).toBe(4);
  expect(lineOfKey('PageUp', 1, 5, 3)).toBe(0);
  expect(lineOfKey('Home', 3, 5, 3)).toBe(0);
  expect(lineOfKey('End', 0, 5, 3)).toBe(4);
  expect(lineOfKey('x', 0, 5, 3)).toBeNull();
});
