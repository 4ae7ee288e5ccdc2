/** Takes a text apart into blocks, which stand between empty lines. */
import type { Block, Inline } from '../../renderer/src/lessons/text.ts';
import type { SourcePiece } from './lesson-text.ts';

type Read = (piece: SourcePiece) => readonly Inline[];

const ITEM = /^- /u;
const DISPLAY = /^\$\$([^$]+)\$\$$/u;

/** A formula on a line of its own, a list whose items begin with `- `, or a paragraph. */
export function blockOf(stretch: SourcePiece, read: Read): Block {
  const tex = DISPLAY.exec(stretch.markdown)?.[1];
  if (tex !== undefined) return { kind: 'display', tex: tex.trim() };
  if (!ITEM.test(stretch.markdown)) return { kind: 'paragraph', inlines: read(stretch) };
  return { kind: 'list', items: itemsOf(stretch).map(read) };
}

/** What stands between empty lines, without them. */
export function stretchesOf({ markdown, line: first }: SourcePiece): readonly SourcePiece[] {
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
