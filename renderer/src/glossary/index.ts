import { descent } from './descent.ts';
import { networks } from './networks.ts';
import { noise } from './noise.ts';
import { optimizers } from './optimizers.ts';
import { rates } from './rates.ts';
import type { Term } from './term.ts';

/** The words that lessons and the app use, by id. */
export const glossary = {
  ...descent,
  ...rates,
  ...noise,
  ...optimizers,
  ...networks,
} as const satisfies Record<string, Term>;

export type TermId = keyof typeof glossary;
export const termIds = Object.keys(glossary) as TermId[];

export function termOf(id: TermId): Term {
  return glossary[id];
}
