import { wordsOf } from './claim-words.ts';
import type { Claims } from './claim.ts';
import type { Inline } from './text.ts';

/** What is said, without its form; formulas between dollars, as notes have them, unless they are written otherwise. */
export function plainWords(
  inlines: readonly Inline[],
  claims: Claims,
  formula = (tex: string): string => `$${tex}$`,
): string {
  return inlines
    .map((inline): string => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'code':
          return inline.code;
        case 'formula':
          return formula(inline.tex);
        case 'source':
          return '';
        case 'claim':
          return wordsOf(claims[inline.name]!);
        default:
          return plainWords(inline.inlines, claims, formula);
      }
    })
    .join('');
}
