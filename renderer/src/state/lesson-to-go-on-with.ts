import { contents } from '../lessons/contents.ts';
import { isWritten } from '../lessons/titles.ts';
import type { LessonsProgress } from './lesson-progress.svelte.ts';

/** What of the progress decides. */
type Standing = Pick<LessonsProgress, 'lessons' | 'stateOf'>;

/**
 * The number of the lesson to go on with: the one worked at last that is not done; else the first that is not; the
 * first of all where all are.
 */
export function lessonToGoOnWith(standing: Standing): number {
  const isOpen = (number: number): boolean =>
    isWritten(number) && standing.stateOf(number) !== 'done';
  const numbers = contents.map(({ number }) => number).toSorted((a, b) => a - b);
  return (
    standing.lessons.map(({ lesson }) => lesson).find(isOpen) ?? numbers.find(isOpen) ?? numbers[0]!
  );
}
