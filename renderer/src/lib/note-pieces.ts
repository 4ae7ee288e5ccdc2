/** A piece of a note: words as they were typed, a formula among them, or one on a line of its own. */
export interface NotePiece {
  readonly kind: 'text' | 'formula' | 'display';
  readonly text: string;
}

/** A formula longer than this is shown as it was typed. */
const MOST_FORMULA = 1000;

/**
 * A line of a note, its formulas between dollars. A formula neither begins nor ends with a space and no digit
 * follows it, so that prices stay words; between double dollars it has a line of its own. `\$` is a dollar wherever
 * it stands.
 */
const FORMULA =
  /(?<!\\)\$\$(?=\S)((?:\\\$|[^$])+?)(?<=[^\s\\])\$\$|(?<!\\)\$(?=\S)((?:\\\$|[^$])*?)(?<=[^\s\\])\$(?!\d)/gu;

export function notePieces(line: string): readonly NotePiece[] {
  const pieces: NotePiece[] = [];
  let from = 0;
  const say = (to: number): void => {
    const text = line.slice(from, to).replaceAll('\\$', '$');
    if (text !== '') pieces.push({ kind: 'text', text });
  };
  for (const match of line.matchAll(FORMULA)) {
    const [whole, display, inline] = match;
    const tex = display ?? inline!;
    if (tex === '' || tex.length > MOST_FORMULA) continue;
    say(match.index);
    pieces.push({ kind: display === undefined ? 'formula' : 'display', text: tex });
    from = match.index + whole.length;
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
