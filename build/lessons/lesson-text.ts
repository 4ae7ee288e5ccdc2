/** Reads the text of a lesson: one Markdown file in one language. */
import { MOST_PART_ID, PART_ID } from '../../electron/ipc/lesson-progress.ts';
import { sectionNames, type SectionName } from '../../renderer/src/lessons/sections.ts';

/** A piece of the file as it was written, and where it begins. */
export interface SourcePiece {
  readonly markdown: string;
  /** In the file, from 1. */
  readonly line: number;
}

/** An answer that is offered: `- [id] words`; a line below it that is indented belongs to it. */
export interface OfferedAnswer extends SourcePiece {
  readonly id: string;
}

export interface SourceSection {
  /** All of it, or what is asked where answers are offered. */
  readonly says: SourcePiece;
  readonly offers: readonly OfferedAnswer[];
  /** What is said once an answer is given; null where none is offered. */
  readonly then: SourcePiece | null;
}

export interface LessonText {
  readonly title: string;
  readonly sections: Readonly<Record<SectionName, SourceSection>>;
}

/** A fault in the text, said with file and line. */
export class LessonTextError extends Error {
  override readonly name = 'LessonTextError';

  constructor(file: string, line: number, fault: string) {
    super(`${file}:${line}: ${fault}`);
  }
}

/**
 * Takes a text apart: front matter with a title, then every section once and in order under `## name`; the name is
 * English in both languages. Throws LessonTextError for the first fault.
 */
export function readLessonText(source: string, file: string): LessonText {
  const lines = source.split('\n');
  const title = /^title: (.+)$/.exec(lines[1] ?? '')?.[1];
  if (lines[0] !== '---' || lines[2] !== '---' || !title) {
    throw new LessonTextError(file, 1, 'begins with ---, a line “title: …”, and ---');
  }
  const heads = lines.flatMap((line, i) => (line.startsWith('## ') ? [i] : []));
  const found = heads.map((head) => lines[head]!.slice(3).trim());
  for (let i = 0; i < Math.max(found.length, sectionNames.length); i++) {
    if (found[i] === sectionNames[i]) continue;
    const line = (heads[i] ?? lines.length - 1) + 1;
    const wanted = sectionNames[i] ? `the section “${sectionNames[i]}”` : 'the end';
    throw new LessonTextError(
      file,
      line,
      `“${found[i] ?? 'the end'}” stands where ${wanted} belongs`,
    );
  }
  const sections = sectionNames.map((name, i) => {
    const from = heads[i]! + 1;
    const section = sectionOf(lines.slice(from, heads[i + 1]), file, from + 1);
    if (section.says.markdown === '')
      throw new LessonTextError(file, from, `“${name}” says nothing`);
    return [name, section] as const;
  });
  return { title, sections: Object.fromEntries(sections) as LessonText['sections'] };
}

const OFFER = /^- \[([^\]]*)\] (.+)$/;
const CONTINUED = /^ {2,}\S/;

function sectionOf(lines: readonly string[], file: string, first: number): SourceSection {
  const begin = lines.findIndex((line) => OFFER.test(line));
  if (begin < 0) return { says: piece(lines, first), offers: [], then: null };
  const last = lines.findLastIndex((line) => OFFER.test(line));
  let end = last + 1;
  while (CONTINUED.test(lines[end] ?? '')) end++;
  return {
    says: piece(lines.slice(0, begin), first),
    offers: offersOf(lines.slice(begin, end), file, first + begin),
    then: piece(lines.slice(end), first + end),
  };
}

function offersOf(lines: readonly string[], file: string, first: number): readonly OfferedAnswer[] {
  const offers: OfferedAnswer[] = [];
  for (const [i, line] of lines.entries()) {
    const [, id, markdown] = OFFER.exec(line) ?? [];
    if (id !== undefined && markdown) {
      if (!PART_ID.test(id) || id.length > MOST_PART_ID) {
        throw new LessonTextError(
          file,
          first + i,
          `no answer can be kept under “${id}”: a letter, then letters, digits and -`,
        );
      }
      offers.push({ id, markdown, line: first + i });
      continue;
    }
    const before = offers.pop()!;
    offers.push({ ...before, markdown: joinLines(before.markdown, line.trim()) });
  }
  return offers;
}

/** Without the empty lines around it. */
function piece(lines: readonly string[], first: number): SourcePiece {
  const begin = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  return { markdown: lines.slice(begin).join('\n').trimEnd(), line: first + begin };
}

/**
 * A line is broken where a space stands; between Chinese signs, and beside Chinese punctuation, there is none. What is
 * only there for the form (stars, links, and quotation marks, which both languages share) is looked through.
 */
export function joinLines(above: string, below: string): string {
  const end = above.replace(/(?:\]\([^)\s]*\)|[*”’])+$/u, '');
  const start = below.replace(/^[[*“‘]+/u, '');
  const unspaced =
    /[，。；：、？！（）《》「」]$/u.test(end) ||
    /^[，。；：、？！（）《》「」]/u.test(start) ||
    (/\p{Script=Han}$/u.test(end) && /^\p{Script=Han}/u.test(start));
  return unspaced ? `${above}${below}` : `${above} ${below}`;
}
