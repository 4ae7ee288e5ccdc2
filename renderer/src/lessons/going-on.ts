import {
  isDone,
  type KeptLesson,
  type LessonProgress,
} from '../../../electron/ipc/lesson-progress.ts';
import { contents } from './contents.ts';

/** A lesson to go on with; `progress` is null where it was not begun. */
export interface GoingOn {
  readonly number: number;
  readonly progress: LessonProgress | null;
}

/** The lesson after this one, by number, that is not done; behind the last, the first; null: there is no other. */
export function lessonAfter(number: number, lessons: readonly KeptLesson[]): number | null {
  const done = doneOf(lessons);
  const open = contents
    .map((entry) => entry.number)
    .filter((one) => one !== number && !done.has(one))
    .sort((a, b) => a - b);
  return open.find((one) => one > number) ?? open[0] ?? null;
}

/**
 * Where somebody goes on: in the lesson that was begun and is not done in which something was done last; without one,
 * in the first by number that is not begun. Null: all are done. `lessons`: the newest first.
 */
export function goingOn(lessons: readonly KeptLesson[]): GoingOn | null {
  const open = lessons.find(({ progress }) => !isDone(progress));
  if (open) return { number: open.lesson, progress: open.progress };
  const done = doneOf(lessons);
  const left = contents.map(({ number }) => number).filter((number) => !done.has(number));
  return left.length > 0 ? { number: Math.min(...left), progress: null } : null;
}

function doneOf(lessons: readonly KeptLesson[]): ReadonlySet<number> {
  return new Set(lessons.filter(({ progress }) => isDone(progress)).map(({ lesson }) => lesson));
}
