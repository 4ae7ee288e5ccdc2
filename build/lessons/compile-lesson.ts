/** Makes of the Markdown of a lesson the data that the page shows. */
import { sectionNames } from '../../renderer/src/lessons/sections.ts';
import type { LessonSection, LessonWords } from '../../renderer/src/lessons/text.ts';
import { bareDigits, bareDigitsFault } from './bare-digits.ts';
import { blockOf, stretchesOf } from './blocks.ts';
import { readLessonText } from './lesson-text.ts';
import { PieceReader } from './piece-reader.ts';

/** `claims`: the names of the numbers it may state; null: any. Throws LessonTextError, or Error with file and line. */
export function compileLesson(
  source: string,
  file: string,
  claims: readonly string[] | null,
): LessonWords {
  const [bare] = bareDigits(source);
  if (bare) throw new Error(bareDigitsFault(file, bare));
  const { title, sections } = readLessonText(source, file);
  const reader = new PieceReader(file, claims);
  const read = reader.read.bind(reader);
  // The heading of the page.
  reader.readUnpressed(stretchesOf(sections.question.says)[0]!);
  const compiled = sectionNames.map((name) => {
    const { says, offers, then } = sections[name];
    const section: LessonSection = {
      says: stretchesOf(says).map((stretch) => blockOf(stretch, read)),
      offers: offers.map(({ id, ...words }) => ({ id, inlines: reader.readUnpressed(words) })),
      then: then ? stretchesOf(then).map((stretch) => blockOf(stretch, read)) : [],
    };
    return [name, section] as const;
  });
  return { title, sections: Object.fromEntries(compiled) as LessonWords['sections'] };
}
