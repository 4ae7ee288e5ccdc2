/** Makes of the Markdown of a guide from lesson to training the data that the page shows. */
import type { Inline } from '../../renderer/src/lessons/text.ts';
import type { Block, GuideSection, GuideText } from '../../renderer/src/training/guide-text.ts';
import { bareDigits, bareDigitsFault } from './bare-digits.ts';
import { blockOf, stretchesOf } from './blocks.ts';
import { LessonTextError, type SourcePiece } from './lesson-text.ts';
import { PieceReader } from './piece-reader.ts';

const TITLE = /^# (.+)$/u;
const HEAD = /^## (?:\[([\w-]+)\] )?(.+)$/u;
const SHOW = /^@show (\w+)$/u;

/**
 * `# title`, then blocks between empty lines, in sections under `## [id] title`. Beside the blocks of a lesson there is
 * a table of `|` lines, an aside (`> `), and `@show experiment`. `claims` as for a lesson. Throws as that does.
 */
export function compileGuide(
  source: string,
  file: string,
  claims: readonly string[] | null,
): GuideText {
  const [bare] = bareDigits(source);
  if (bare) throw new Error(bareDigitsFault(file, bare));
  const reader = new PieceReader(file, claims);
  const read = (piece: SourcePiece): readonly Inline[] =>
    reader.readWithout(['passage'], piece, 'a guide has no stage that a passage could lead to');
  const [head, ...stretches] = stretchesOf({ markdown: source, line: 1 });
  const title = TITLE.exec(head?.markdown ?? '')?.[1];
  if (!title) throw new LessonTextError(file, 1, 'begins with a line “# title”');
  const lead: Block[] = [];
  const sections: (GuideSection & { readonly blocks: Block[] })[] = [];
  for (const stretch of stretches) {
    const [, id = null, words] = HEAD.exec(stretch.markdown) ?? [];
    if (words === undefined) (sections.at(-1)?.blocks ?? lead).push(guideBlockOf(stretch, read));
    else {
      const heading = reader.readUnpressed({ markdown: words, line: stretch.line });
      sections.push({ id, title: heading, blocks: [] });
    }
  }
  return { title, lead, sections };
}

function guideBlockOf(
  stretch: SourcePiece,
  read: (piece: SourcePiece) => readonly Inline[],
): Block {
  const { markdown, line } = stretch;
  const experiment = SHOW.exec(markdown)?.[1];
  if (experiment !== undefined) return { kind: 'show', experiment };
  if (markdown.startsWith('> ')) {
    return { kind: 'aside', inlines: read({ markdown: markdown.replaceAll(/^> ?/gmu, ''), line }) };
  }
  if (!markdown.startsWith('|')) return blockOf(stretch, read);
  const [head = [], , ...rows] = markdown
    .split('\n')
    .map((row, i) => cellsOf(row).map((cell) => read({ markdown: cell, line: line + i })));
  return { kind: 'table', head, rows };
}

const cellsOf = (row: string): readonly string[] =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
