import { lessons } from './index.ts';
import type { Lesson } from './lesson.ts';

/** A lesson by its number, and its folder; throws a RangeError where there is none. */
export function lessonNumbered(number: number): {
  readonly folder: string;
  readonly lesson: Lesson;
} {
  const found = Object.entries<Lesson>(lessons).find(([, lesson]) => lesson.number === number);
  if (!found) throw new RangeError(`there is no lesson ${number}`);
  return { folder: found[0], lesson: found[1] };
}
