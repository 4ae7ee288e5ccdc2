/** What a lesson consists of, in the order in which it is read; headings of its Markdown in both languages. */
export const sectionNames = [
  'question',
  'predict',
  'run',
  'seen',
  'formula',
  'insight',
  'check',
  'challenge',
  'conclusion',
] as const;

export type SectionName = (typeof sectionNames)[number];

/** Sections that ask, and offer answers to choose from. */
export const askingSections = ['predict', 'check'] as const;

/** Where a number stands in the text of a lesson: the name of a claim between double braces. */
export const PLACEHOLDER = /\{\{(\w+)\}\}/g;
