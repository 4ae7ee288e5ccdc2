import { createContext } from 'svelte';
import type { Claims } from '../lessons/claim.ts';
import type { Target } from '../lessons/text.ts';

/** What a text, of a lesson or of a guide, needs of the page around it. */
export interface TextPage {
  readonly claims: Claims;
  /** The number of the lesson, from 1; null: it is none. */
  readonly lesson: number | null;
  /** What passages lead to; null: nothing. */
  readonly stage: TextStage | null;
}

export interface TextStage {
  /** Lights up what a passage speaks of; null: nothing any more. */
  light(target: Target | null): void;
  /** Goes to what a passage speaks of. */
  go(target: Target): void;
}

export const [getTextPage, setTextPage] = createContext<TextPage>();
