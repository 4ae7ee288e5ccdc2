/** What a lesson consists of, in the order in which it is read; headings of its Markdown in both languages. */
export {
  lessonSections as sectionNames,
  type LessonSection as SectionName,
} from '../../../electron/ipc/lesson-progress.ts';

/** Sections that ask, and offer answers to choose from. */
export const askingSections = ['predict', 'check'] as const;

/** Where a number stands in the text of a lesson: the name of a claim between double braces. */
export const PLACEHOLDER = /\{\{(\w+)\}\}/g;
