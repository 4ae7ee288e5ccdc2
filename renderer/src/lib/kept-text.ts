/**
 * What a page keeps, as text of at most so many characters: the longest of its notes are left out where it would be
 * longer, so that the rest is kept.
 */
export function keptText(
  page: { readonly notes: Readonly<Record<string, string>> },
  most: number,
): string {
  const notes = Object.entries(page.notes).sort(([, a], [, b]) => a.length - b.length);
  for (;;) {
    const text = JSON.stringify({ ...page, notes: Object.fromEntries(notes) });
    if (text.length <= most || notes.length === 0) return text;
    notes.pop();
  }
}
