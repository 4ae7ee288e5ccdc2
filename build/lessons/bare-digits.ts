/**
 * Numbers in the text of a lesson are claims: `{{name}}` stands for one, and a test computes it. Digits stand
 * only in formulas, where they are structure, in code, and in the step or the card that a passage leads to; in front matter there
 * are none.
 */
export interface BareDigits {
  /** In the file, from 1. */
  readonly line: number;
  readonly digits: string;
}

/** What may hold digits: formulas, displayed or not, code, placeholders, the target of a passage. */
const EXEMPT = /\$\$[^$]+\$\$|\$[^$]+\$|`[^`]+`|\{\{\w+\}\}|\]\((?:step|card):\d+\)/gu;
/** A number with what belongs to it: `10 000`, `4.33`, `２`. */
const DIGITS = /\p{Nd}(?:[\p{Nd}.,\u202f ]*\p{Nd})?/gu;

export function bareDigits(source: string): readonly BareDigits[] {
  // Line breaks stay, so that lines are counted as in the file.
  const prose = source.replaceAll(EXEMPT, (exempt) => exempt.replaceAll(/[^\n]/gu, ' '));
  return prose
    .split('\n')
    .flatMap((text, i) => [...text.matchAll(DIGITS)].map(([digits]) => ({ line: i + 1, digits })));
}

/** What is wrong, and what to do. */
export function bareDigitsFault(file: string, { line, digits }: BareDigits): string {
  return `${file}:${line}: “${digits}” is a number nobody computes: name it in claims.ts and write {{name}}`;
}
