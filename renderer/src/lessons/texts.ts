/** Where the words of each lesson stand, in both languages. */
import type { Locale } from '../../../electron/ipc/preferences.ts';
import type { LessonWords } from './text.ts';

const texts = import.meta.glob<LessonWords>('./*/*.md', { eager: true, import: 'default' });

/** Throws where the folder has no such text; a test sees to it that each has both. */
export function wordsOfLesson(folder: string, locale: Locale): LessonWords {
  const words = texts[`./${folder}/${locale}.md`];
  if (!words) throw new Error(`no text: ${folder}/${locale}.md`);
  return words;
}
