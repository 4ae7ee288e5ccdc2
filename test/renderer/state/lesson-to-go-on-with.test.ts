import { expect, test } from 'vitest';
import { notBegun } from '../../../electron/ipc/lesson-progress.ts';
import { lessonToGoOnWith } from '../../../renderer/src/state/lesson-to-go-on-with.ts';

/** Lessons that were begun, the last one first, and those of them that are done. */
const after = (begun: readonly number[], done: readonly number[]): number =>
  lessonToGoOnWith({
    lessons: begun.map((lesson) => ({ lesson, at: 0, progress: notBegun })),
    stateOf: (number) =>
      done.includes(number) ? 'done' : begun.includes(number) ? 'begun' : 'untouched',
  });

test('one begins with the first', () => {
  expect(after([], [])).toBe(1);
});

test('one goes on where one was last, unless it is done', () => {
  expect(after([7, 2], [])).toBe(7);
  expect(after([7, 2], [7])).toBe(2);
});

test('what is done leads to the first that is not', () => {
  expect(after([2, 1], [2, 1])).toBe(3);
});

test('where all is done one may begin again', () => {
  const all = Array.from({ length: 16 }, (_, i) => i + 1);
  expect(after(all, all)).toBe(1);
});
