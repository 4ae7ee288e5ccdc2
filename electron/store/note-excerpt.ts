import { EXCERPT } from '../ipc/library.ts';

/** The note around the first typed word that stands in it, on one line; null where none does. */
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
  const from = note.length <= EXCERPT ? 0 : Math.max(0, at - EXCERPT / 4);
  const text = note
    .slice(from, from + EXCERPT)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const [before, after] = [from > 0, from + EXCERPT < note.length];
  return `${before ? '…' : ''}${text}${after ? '…' : ''}`;
}
