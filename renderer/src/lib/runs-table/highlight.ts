import { folded } from '../../../../electron/ipc/found-words.ts';

/** A text in pieces, those that were searched for marked. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Every place of the words, as `wordsOf` gives them; what one letter unfolds to is marked as that letter. */
export function highlight(text: string, words: readonly string[]): readonly Piece[] {
  if (words.length === 0) return [{ text, found: false }];
  const marked = new Uint8Array(text.length);
  const searched = folded(text);
  for (const word of words) {
    let at = searched.text.indexOf(word);
    for (; at >= 0; at = searched.text.indexOf(word, at + word.length)) {
      const { from } = searched;
      // Up to where another letter begins: one may have become several.
      let end = at + word.length;
      while (end < from.length - 1 && from[end] === from[end - 1]) end++;
      marked.fill(1, from[at], from[end]);
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
