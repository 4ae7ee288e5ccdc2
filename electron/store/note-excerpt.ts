import { folded, wordsOf } from '../ipc/found-words.ts';

/** Characters of the note; a word this near to its beginning leaves it whole. */
const EXCERPT = 60;
const NEAR = 3;

/** The note from the first typed word on that stands in it, on one line; null where none does. */
export function excerptOf(note: string, typed: string): string | null {
  const { text: searched, from: origins } = folded(note);
  const places = wordsOf(typed)
    .map((word) => searched.indexOf(word))
    .filter((place) => place >= 0)
    .map((place) => origins[place]!);
  if (places.length === 0) return null;
  const at = Math.min(...places);
  // The word stands first, where a narrow column still shows it.
  const from = at <= NEAR ? 0 : at;
  const text = note
    .slice(from, from + EXCERPT)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const [before, after] = [from > 0, from + EXCERPT < note.length];
  return `${before ? '…' : ''}${text}${after ? '…' : ''}`;
}
