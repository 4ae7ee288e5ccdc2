/** Makes of the Markdown of a lesson the data that the page shows. */
import type { Block, Inline, LessonSection, LessonWords } from '../../renderer/src/lessons/text.ts';
import { sectionNames } from '../../renderer/src/lessons/sections.ts';
import { bareDigits, bareDigitsFault } from './bare-digits.ts';
import { InlineError, readInlines } from './inlines.ts';
import { joinLines, LessonTextError, readLessonText, type SourcePiece } from './lesson-text.ts';

/** `claims`: the names of the numbers it may state. Throws LessonTextError, or Error with file and line. */
export function compileLesson(
  source: string,
  file: string,
  claims: readonly string[] | null,
): LessonWords {
  const [bare] = bareDigits(source);
  if (bare) throw new Error(bareDigitsFault(file, bare));
  const { title, sections } = readLessonText(source, file);
  const read = ({ markdown, line }: SourcePiece): readonly Inline[] =>
    inlinesAt(markdown, file, line, claims);
  const compiled = sectionNames.map((name) => {
    const { says, offers, then } = sections[name];
    const section: LessonSection = {
      says: blocksOf(says, read),
      offers: offers.map(({ id, ...words }) => ({ id, inlines: read(words) })),
      then: then ? blocksOf(then, read) : [],
    };
    return [name, section] as const;
  });
  return { title, sections: Object.fromEntries(compiled) as LessonWords['sections'] };
}

function inlinesAt(
  markdown: string,
  file: string,
  line: number,
  claims: readonly string[] | null,
): readonly Inline[] {
  try {
    const inlines = readInlines(markdown.split('\n').reduce(joinLines));
    const unknown = claims && claimsIn(inlines).find((name) => !claims.includes(name));
    if (unknown) throw new InlineError(`no claim is called “${unknown}”`);
    return inlines;
  } catch (error) {
    if (error instanceof InlineError) throw new LessonTextError(file, line, error.message);
    throw error;
  }
}

function claimsIn(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'claim') return [inline.name];
    if (!('inlines' in inline)) return [];
    const own = inline.kind === 'passage' && inline.to.kind === 'stepOf' ? [inline.to.claim] : [];
    return [...own, ...claimsIn(inline.inlines)];
  });
}

const ITEM = /^- /u;
const DISPLAY = /^\$\$([^$]+)\$\$$/u;

/** Blocks stand between empty lines: a formula, a list whose items begin with `- `, or a paragraph. */
function blocksOf(
  { markdown, line }: SourcePiece,
  read: (piece: SourcePiece) => readonly Inline[],
): readonly Block[] {
  return stretchesOf(markdown, line).map((stretch): Block => {
    const tex = DISPLAY.exec(stretch.markdown)?.[1];
    if (tex !== undefined) return { kind: 'display', tex };
    if (!ITEM.test(stretch.markdown)) return { kind: 'paragraph', inlines: read(stretch) };
    return { kind: 'list', items: itemsOf(stretch).map(read) };
  });
}

function stretchesOf(markdown: string, first: number): readonly SourcePiece[] {
  const stretches: SourcePiece[] = [];
  let begun: { lines: string[]; line: number } | null = null;
  for (const [i, text] of [...markdown.split('\n'), ''].entries()) {
    if (text.trim() !== '') {
      begun ??= { lines: [], line: first + i };
      begun.lines.push(text.trimEnd());
    } else if (begun) {
      stretches.push({ markdown: begun.lines.join('\n'), line: begun.line });
      begun = null;
    }
  }
  return stretches;
}

function itemsOf({ markdown, line }: SourcePiece): readonly SourcePiece[] {
  const items: { markdown: string; line: number }[] = [];
  for (const [i, text] of markdown.split('\n').entries()) {
    if (ITEM.test(text)) items.push({ markdown: text.replace(ITEM, ''), line: line + i });
    else items.at(-1)!.markdown += `\n${text.trim()}`;
  }
  return items;
}
