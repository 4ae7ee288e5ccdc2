/** A piece of a note: words as they were typed, or a formula. */
export interface NotePiece {
  readonly kind: 'text' | 'formula';
  readonly text: string;
}

/** A formula longer than this is shown as it was typed. */
const MOST_FORMULA = 1000;

/**
 * A line of a note, its formulas between dollars. A formula neither begins nor ends with a space and no digit
 * follows it, so that prices stay words; `\$` is a dollar wherever it stands.
 */
const FORMULA = /(?<!\\)\$(?=\S)((?:\\\$|[^$])*?)(?<=[^\s\\])\$(?!\d)/gu;

export function notePieces(line: string): readonly NotePiece[] {
  const pieces: NotePiece[] = [];
  let from = 0;
  const say = (to: number): void => {
    const text = line.slice(from, to).replaceAll('\\$', '$');
    if (text !== '') pieces.push({ kind: 'text', text });
  };
  for (const match of line.matchAll(FORMULA)) {
    const tex = match[1]!;
    if (tex === '' || tex.length > MOST_FORMULA) continue;
    say(match.index);
    pieces.push({ kind: 'formula', text: tex });
    from = match.index + match[0].length;
  }
  say(line.length);
  return pieces;
}

/** Paragraphs of a note: what stands between empty lines, line by line. */
export function paragraphsOf(note: string): readonly (readonly string[])[] {
  return note
    .trim()
    .split(/\n\s*\n/u)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n'));
}
