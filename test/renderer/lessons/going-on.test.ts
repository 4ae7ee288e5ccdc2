import { expect, it } from 'vitest';
import { notBegun, type KeptLesson } from '../../../electron/ipc/lesson-progress.ts';
import { contents } from '../../../renderer/src/lessons/contents.ts';
import { goingOn, lessonAfter } from '../../../renderer/src/lessons/going-on.ts';

const begun = (lesson: number): KeptLesson => ({ lesson, at: 0, progress: notBegun });
const done = (lesson: number): KeptLesson => ({
  lesson,
  at: 0,
  progress: { ...notBegun, ran: true, checked: 'a', conclusion: 'so' },
});

it('one begins with the first', () => {
  expect(goingOn([])).toEqual({ number: 1, progress: null });
});

it('goes on in the lesson in which something was done last, unless it is done', () => {
  expect(goingOn([begun(7), begun(2)])).toEqual({ number: 7, progress: notBegun });
  expect(goingOn([done(7), begun(5), begun(2)])).toEqual({ number: 5, progress: notBegun });
});

it('where no lesson stands open, goes on with the first that is not done, by number', () => {
  expect(goingOn([done(1)])).toEqual({ number: 2, progress: null });
  // On the map, 4 stands before 3.
  expect(goingOn([done(7), done(2), done(1)])).toEqual({ number: 3, progress: null });
});

it('goes nowhere where all are done', () => {
  const all = contents.map(({ number }) => number);
  expect(goingOn(all.map(done))).toBeNull();
  expect(goingOn(all.slice(0, -1).map(done))?.number).toBe(all.at(-1));
});

it('the next lesson is the next by number that is not done, and behind the last the first', () => {
  expect(lessonAfter(1, [done(1)])).toBe(2);
  expect(lessonAfter(3, [done(3), done(4), begun(5)])).toBe(5);
  expect(lessonAfter(16, [done(16), done(1)])).toBe(2);
  expect(
    lessonAfter(
      1,
      contents.map(({ number }) => done(number)),
    ),
  ).toBeNull();
  // The one that is open is not the next one, done or not.
  expect(
    lessonAfter(
      16,
      contents.slice(0, -1).map(({ number }) => done(number)),
    ),
  ).toBeNull();
});
