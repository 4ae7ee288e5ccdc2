/**
 * Text for a word index, and what people type for its queries. Chinese, Japanese and Korean are written
 * without spaces, or with few: a stretch of them goes into the index as its pairs of neighbours and its last
 * character, 学习率 → 学习 习率 率, so that anything inside it is found.
 */
const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー`;
const stretches = new RegExp(`[${CJK}]+`, 'gu');
const terms = new RegExp(String.raw`[${CJK}]+|[^\s${CJK}]+`, 'gu');
const isCjk = new RegExp(`^[${CJK}]`, 'u');
/** What the index takes as parts of words (0002-order.ts). */
const wordCharacter = /[\p{L}\p{N}\p{Co}\p{So}]/u;

export function indexedText(text: string): string {
  return normalised(text).replace(stretches, (stretch) => {
    const characters = [...stretch];
    return ` ${[...pairs(characters), characters.at(-1)].join(' ')} `;
  });
}

/**
 * An FTS5 query for each typed word that can be looked for: Latin ones from their beginnings, CJK ones
 * anywhere.
 */
export function queriesOf(typed: string): readonly string[] {
  return (normalised(typed).match(terms) ?? [])
    .filter((term) => wordCharacter.test(term))
    .map(phraseOf);
}

function phraseOf(term: string): string {
  const characters = [...term];
  const pairwise = isCjk.test(term) && characters.length > 1;
  return pairwise ? `"${pairs(characters).join(' ')}"` : `"${term.replaceAll('"', '""')}" *`;
}

function pairs(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, i) => characters[i]! + character);
}

/** Full-width letters as the usual ones, ₀ as 0; nothing that ends a string early. */
function normalised(text: string): string {
  return text.normalize('NFKC').replace(/\p{Cc}/gu, ' ');
}
