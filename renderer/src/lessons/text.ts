/** The text of a lesson as the page gets it: plain data, made from its Markdown when the app is built. */
import type { TermId } from '../glossary/index.ts';
import type { LensSnippetId } from '../lib/lens-snippets.ts';
import type { SourceId } from '../training/sources.ts';
import type { SectionName } from './sections.ts';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'formula'; readonly tex: string }
  /** A number: the name of a claim. */
  | { readonly kind: 'claim'; readonly name: string }
  /** Words that the glossary explains. */
  | { readonly kind: 'term'; readonly id: TermId; readonly inlines: readonly Inline[] }
  /** A publication that is cited. */
  | { readonly kind: 'source'; readonly id: SourceId }
  /** A passage that leads to what it speaks of. */
  | { readonly kind: 'passage'; readonly to: Target; readonly inlines: readonly Inline[] };

/** What a passage speaks of: a part of the stage, a step on it, a smaller experiment, or code; the last two take its place. */
export type Target =
  | { readonly kind: 'part'; readonly part: StagePart }
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'stepOf'; readonly claim: string }
  /** By its number among those of the lesson, from 0. */
  | { readonly kind: 'card'; readonly card: number }
  | { readonly kind: 'lens'; readonly snippet: LensSnippetId };

export const stageParts = ['where', 'table', 'loss', 'rate'] as const;
export type StagePart = (typeof stageParts)[number];

export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'display'; readonly tex: string };

export interface LessonAnswer {
  readonly id: string;
  readonly inlines: readonly Inline[];
}

export interface LessonSection {
  readonly says: readonly Block[];
  /** Answers to choose from; empty where nothing is asked. */
  readonly offers: readonly LessonAnswer[];
  /** What is said once an answer is given. */
  readonly then: readonly Block[];
}

export interface LessonWords {
  readonly title: string;
  readonly sections: Readonly<Record<SectionName, LessonSection>>;
}
