import {
  isDone,
  type KeptLesson,
  type LessonProgress,
} from '../../../electron/ipc/lesson-progress.ts';
import { contents } from './contents.ts';
import { isWritten } from './titles.ts';

/** A lesson to go on with; `progress` is null where it was not begun. */
export interface GoingOn {
  readonly number: number;
  readonly progress: LessonProgress | null;
}

/**
 * Where somebody goes on: in the lesson in which something was done last or, if that is done, in the first one of the
 * contents that is not. Null: none was begun, or all are done. `lessons`: the newest first.
 */
export function goingOn(lessons: readonly KeptLesson[]): GoingOn | null {
  const [newest] = lessons;
  if (!newest) return null;
  if (!isDone(newest.progress)) return { number: newest.lesson, progress: newest.progress };
  const progressOf = (number: number): LessonProgress | null =>
    lessons.find(({ lesson }) => lesson === number)?.progress ?? null;
  const next = contents.find(({ number }) => {
    const progress = progressOf(number);
    return isWritten(number) && !(progress && isDone(progress));
  });
  return next ? { number: next.number, progress: progressOf(next.number) } : null;
}
