import { expect, it } from 'vitest';
import { notBegun, type KeptLesson } from '../../../electron/ipc/lesson-progress.ts';
import { contents } from '../../../renderer/src/lessons/contents.ts';
import { goingOn } from '../../../renderer/src/lessons/going-on.ts';
import { isWritten } from '../../../renderer/src/lessons/titles.ts';

const begun = (lesson: number): KeptLesson => ({ lesson, at: 0, progress: notBegun });
const done = (lesson: number): KeptLesson => ({
  lesson,
  at: 0,
  progress: { ...notBegun, ran: true, checked: 'a', conclusion: 'so' },
});

it('goes on in the lesson in which something was done last', () => {
  expect(goingOn([])).toBeNull();
  expect(goingOn([begun(7), begun(2)])).toEqual({ number: 7, progress: notBegun });
});

it('after a lesson that is done, goes on with the first that is not', () => {
  expect(goingOn([done(1)])).toEqual({ number: 2, progress: null });
  expect(goingOn([done(7), begun(2), done(1)])).toEqual({ number: 2, progress: notBegun });
});

it('goes nowhere where all are done', () => {
  const all = contents.map(({ number }) => number).filter(isWritten);
  expect(all.length).toBeGreaterThan(10);
  expect(goingOn(all.map(done))).toBeNull();
  expect(goingOn(all.slice(0, -1).map(done))?.number).toBe(all.at(-1));
});
