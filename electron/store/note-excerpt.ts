/** Characters of the note; a word this near to its beginning leaves it whole. */
const EXCERPT = 60;
const NEAR = 3;

/** The note from the first typed word on that stands in it, on one line; null where none does. */
export function excerptOf(note: string, typed: string): string | null {
  const small = note.toLowerCase();
  // Small letters of some scripts are of another length, and then no place is the same.
  if (small.length !== note.length) return null;
  const places = typed
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => small.indexOf(word))
    .filter((place) => place >= 0);
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
