import { expect, it } from 'vitest';
import { notBegun, type LessonProgress } from '../../../electron/ipc/lesson-progress.ts';
import { TestLibrary } from '../../support/library/libraries.ts';

const seven: LessonProgress = {
  section: 'challenge',
  predicted: 'frozen',
  drawn: [
    [0, 1.5],
    [40, 1e-300],
  ],
  ran: true,
  checked: 'second',
  tries: [
    { label: 'k 0.1', measured: 'never', met: false },
    { label: 'k 0.02, η 1', measured: null, met: false },
    { label: 'k 0.02', measured: 0.1 + 0.2, met: true },
  ],
  met: true,
  conclusion: '衰减乘在自己身上',
};

it('what was kept is read as it was, after a restart too; what was kept last comes first', () => {
  const library = new TestLibrary();
  expect(library.store.readLearning()).toEqual({ lessons: [], judged: {} });
  library.store.keepLesson(7, seven);
  library.time++;
  library.store.keepLesson(2, notBegun);
  library.store.judge('larger-is-faster', 'true');
  library.store.judge('larger-is-faster', 'false');
  const kept = library.store.readLearning();
  expect(kept.lessons).toEqual([
    { lesson: 2, at: 1001, progress: notBegun },
    { lesson: 7, at: 1000, progress: seven },
  ]);
  expect(kept.judged).toEqual({ 'larger-is-faster': 'false' });
  // The order does not follow a clock that was set back.
  library.time = 1;
  library.store.keepLesson(7, { ...seven, section: 'conclusion' });
  library.reopen();
  const again = library.store.readLearning();
  expect(again.lessons.map(({ lesson, progress }) => [lesson, progress.section])).toEqual([
    [7, 'conclusion'],
    [2, 'question'],
  ]);
  expect(again.judged).toEqual(kept.judged);
});

it('a lesson that was reset is not there, and can be kept again', () => {
  const { store } = new TestLibrary();
  store.keepLesson(7, seven);
  store.keepLesson(2, notBegun);
  expect(store.resetLesson(7)).toEqual({ lesson: 7, at: 1000, progress: seven });
  expect(store.resetLesson(7)).toBeNull();
  expect(store.readLearning().lessons.map(({ lesson }) => lesson)).toEqual([2]);
  store.keepLesson(7, seven);
  expect(store.readLearning().lessons[0]).toMatchObject({ lesson: 7, progress: seven });
  store.judge('a', 'true');
  store.judge('a', null);
  expect(store.readLearning().judged).toEqual({});
});

it('every change of progress is a reason for a backup', () => {
  const { store } = new TestLibrary();
  const marks = [store.changeMark()];
  const after = (change: () => void): void => {
    change();
    marks.push(store.changeMark());
  };
  after(() => store.keepLesson(7, seven));
  after(() => store.keepLesson(7, seven));
  after(() => store.resetLesson(7));
  after(() => store.judge('a', 'true'));
  after(() => store.judge('a', null));
  expect(new Set(marks).size).toBe(marks.length);
});
