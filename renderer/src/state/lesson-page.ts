import { createContext } from 'svelte';
import type { Claims } from '../lessons/claim.ts';
import type { Target } from '../lessons/text.ts';

/** What the text of a lesson needs of the page around it. */
export interface LessonPage {
  readonly claims: Claims;
  /** Lights up what a passage speaks of; null: nothing any more. */
  light(target: Target | null): void;
  /** Goes to what a passage speaks of. */
  go(target: Target): void;
}

export const [getLessonPage, setLessonPage] = createContext<LessonPage>();
