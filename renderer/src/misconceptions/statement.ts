import type { Preset } from '../../../core/experiment/presets.ts';
import type { Text } from '../../../core/text.ts';
import type { TermId } from '../glossary/index.ts';
import type { Verdict } from '../../../electron/ipc/lesson-progress.ts';
import { wordsOf } from '../lessons/claim-words.ts';
import type { Claims } from '../lessons/claim.ts';
import { lessonNumbered } from '../lessons/numbered.ts';
import { PLACEHOLDER } from '../lessons/sections.ts';

/** A sentence that is often said, to be judged true or false. Formulas stand between dollars. */
export interface Statement {
  /** Judgements are kept under it: it stays. */
  readonly id: string;
  readonly says: Text;
  readonly holds: boolean;
  /** Why it does or does not, in a sentence or two; numbers are claims, `{{name}}`. */
  readonly because: Text;
  readonly claims: Claims;
  /** What settles it. */
  readonly see: Evidence;
}

/** Whether it was taken for what it is. */
export function isJudgedRight({ holds }: Statement, judged: Verdict | null | undefined): boolean {
  return judged === String(holds);
}

type Evidence =
  | { readonly kind: 'lesson'; readonly number: number }
  | ({ readonly kind: 'experiment' } & Pick<Preset, 'runs' | 'pace'>)
  | { readonly kind: 'term'; readonly id: TermId };

export function lessonAsEvidence(number: number): Evidence {
  return { kind: 'lesson', number };
}

/** Claims of a lesson, where they are computed; throws where it has none of such a name. */
export function claimsFrom(number: number, ...names: readonly string[]): Claims {
  const { claims } = lessonNumbered(number).lesson;
  return Object.fromEntries(
    names.map((name) => {
      const claim = claims[name];
      if (!claim) throw new Error(`lesson ${number} has no claim ${name}`);
      return [name, claim];
    }),
  );
}

/** Words with the numbers in them. */
export function withClaims(words: string, claims: Claims): string {
  return words.replace(PLACEHOLDER, (_, name: string) => wordsOf(claims[name]!));
}
