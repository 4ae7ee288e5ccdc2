import { computeCommandScore } from 'bits-ui';

/** Below this the library's score rests on letters that are scattered over words; nobody meant those. */
const LEAST = 0.5;
/** What is found in the middle of a word, as in Chinese most of it is. */
const INSIDE = 0.3;

/** What fits words that are not seen, the other language or initials, stands behind what fits those that are. */
const UNSEEN = 0.8;

/**
 * How well what was typed fits one of the words something is found by, of which the first are those it is shown with:
 * from 0, not at all, to 1.
 */
export function fitOf(typed: string, words: readonly string[]): number {
  const wanted = typed.trim().toLowerCase();
  return Math.max(0, ...words.map((word, i) => (i === 0 ? 1 : UNSEEN) * fitOfOne(wanted, word)));
}

function fitOfOne(wanted: string, word: string): number {
  const score = computeCommandScore(word, wanted);
  if (score >= LEAST) return score;
  return word.toLowerCase().includes(wanted) ? INSIDE : 0;
}

/** Those that fit what was typed, the best first; all of them, as they were, where nothing was. */
export function fitting<T>(
  all: readonly T[],
  typed: string,
  wordsOf: (one: T) => readonly string[],
): readonly T[] {
  if (typed.trim() === '') return all;
  return all
    .map((one) => ({ one, fit: fitOf(typed, wordsOf(one)) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ one }) => one);
}
