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

/**
 * Where somebody goes on: in the lesson that was begun and is not done in which something was done last; without one,
 * in the first by number that is not begun. Null: all are done. `lessons`: the newest first.
 */
export function goingOn(lessons: readonly KeptLesson[]): GoingOn | null {
  const open = lessons.find(({ progress }) => !isDone(progress));
  if (open) return { number: open.lesson, progress: open.progress };
  const done = new Set(lessons.map(({ lesson }) => lesson));
  const left = contents.map(({ number }) => number).filter((number) => !done.has(number));
  return left.length > 0 ? { number: Math.min(...left), progress: null } : null;
}
