/** Where the words of each lesson stand, in both languages. */
import type { Locale } from '../../../electron/ipc/preferences.ts';
import { lessons } from './index.ts';
import type { Lesson } from './lesson.ts';
import type { LessonWords } from './text.ts';

const texts = import.meta.glob<LessonWords>('./*/*.md', { eager: true, import: 'default' });

/** A lesson by its number, and its folder; throws a RangeError where there is none. */
export function lessonNumbered(number: number): {
  readonly folder: string;
  readonly lesson: Lesson;
} {
  const found = Object.entries<Lesson>(lessons).find(([, lesson]) => lesson.number === number);
  if (!found) throw new RangeError(`there is no lesson ${number}`);
  return { folder: found[0], lesson: found[1] };
}

/** Throws where the folder has no such text; a test sees to it that each has both. */
export function wordsOfLesson(folder: string, locale: Locale): LessonWords {
  const words = texts[`./${folder}/${locale}.md`];
  if (!words) throw new Error(`no text: ${folder}/${locale}.md`);
  return words;
}
