/** A text in pieces, those that were searched for marked. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Small letters of some scripts are of another length, and then nothing can be marked where it stands. */
export function highlight(text: string, words: readonly string[]): readonly Piece[] {
  const small = text.toLowerCase();
  if (words.length === 0 || small.length !== text.length) return [{ text, found: false }];
  const marked = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + word.length)) {
      marked.fill(1, at, at + word.length);
    }
  }
  const pieces: { text: string; found: boolean }[] = [];
  for (let i = 0; i < text.length; i++) {
    const found = marked[i] === 1;
    const open = pieces.at(-1);
    if (open?.found === found) open.text += text[i]!;
    else pieces.push({ text: text[i]!, found });
  }
  return pieces;
}
