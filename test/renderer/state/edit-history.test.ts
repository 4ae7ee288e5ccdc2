import { beforeEach, expect, test } from 'vitest';
import { EditHistory } from '../../../renderer/src/state/edit-history.svelte.ts';

let time = 0;
let history: EditHistory<number>;
beforeEach(() => {
  time = 0;
  history = new EditHistory(() => time);
});

test('goes back and forth; a new edit forgets what was undone', () => {
  history.keep(1, 'a');
  history.keep(2, 'b');
  expect(history.undo(3)).toBe(2);
  expect(history.undo(2)).toBe(1);
  expect(history.undo(1)).toBeNull();
  expect(history.redo(1)).toBe(2);
  history.keep(2, 'c');
  expect(history.canRedo).toBe(false);
  expect(history.redo(9)).toBeNull();
  expect(history.undo(9)).toBe(2);
});

test('changes of one thing in close succession are one edit, however long they go on', () => {
  for (let value = 1; value <= 50; value++) {
    history.keep(value, 'rate');
    time += 500;
  }
  time += 1000;
  history.keep(51, 'rate');
  expect(history.undo(52)).toBe(51);
  expect(history.undo(51)).toBe(1);
  expect(history.canUndo).toBe(false);
});

test('after an undo the same thing is a new edit', () => {
  history.keep(1, 'rate');
  history.undo(2);
  history.keep(1, 'rate');
  expect(history.undo(3)).toBe(1);
});

test('keeps the last 200 edits', () => {
  for (let value = 0; value < 300; value++) history.keep(value, `edit ${value}`);
  let steps = 0;
  for (let value: number | null = 300; value !== null; steps++) value = history.undo(value);
  expect(steps - 1).toBe(200);
});
