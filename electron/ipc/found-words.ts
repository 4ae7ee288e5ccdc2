/** Where typed words stand in a text, whatever forms of its letters the two are written in. */

/** A text as it is searched, and where in the text each of its UTF-16 units comes from. */
export interface Folded {
  readonly text: string;
  /** One more than there are units: the last is the end of the text. */
  readonly from: readonly number[];
}

/** A letter with the marks that follow it. */
const letters = /\P{M}\p{M}*|\p{M}+/gu;
const ascii = /^\p{ASCII}*$/u;
const latin = /^\p{Script=Latin}/u;

/**
 * Full-width letters as the usual ones, ₀ as 0, small letters, and Latin ones without their accents, as the word
 * index of the library has them.
 */
export function folded(text: string): Folded {
  // Most names are of these letters, which are what they are.
  if (ascii.test(text)) {
    return { text: text.toLowerCase(), from: Array.from({ length: text.length + 1 }, (_, i) => i) };
  }
  let whole = '';
  const from: number[] = [];
  for (const { 0: letter, index } of text.matchAll(letters)) {
    const bare = bareLetter(letter);
    whole += bare;
    for (let i = 0; i < bare.length; i++) from.push(index);
  }
  from.push(text.length);
  return { text: whole, from };
}

function bareLetter(letter: string): string {
  const plain = letter.normalize('NFKC').toLowerCase();
  return latin.test(plain) ? plain.normalize('NFD').replace(/\p{M}/gu, '') : plain;
}

/** What was typed, word by word, in the letters words are found by. */
export function wordsOf(typed: string): readonly string[] {
  return folded(typed).text.split(/\s+/u).filter(Boolean);
}
