import type { TermId } from '../glossary/index.ts';
import { chainRule } from './chain-rule/chain-rule.ts';
import { derivative } from './derivative/derivative.ts';
import { eigenvalues } from './eigenvalues/eigenvalues.ts';
import { gradient } from './gradient/gradient.ts';
import type { Prerequisite } from './prerequisite.ts';
import { taylor } from './taylor/taylor.ts';
import { variance } from './variance/variance.ts';

/** What one needs before the lessons, in the order in which one reads it. */
export const prerequisites = {
  derivative,
  gradient,
  chainRule,
  taylor,
  eigenvalues,
  variance,
} as const satisfies Readonly<Record<string, Prerequisite>>;

export type PrerequisiteId = keyof typeof prerequisites;
export const prerequisiteIds = Object.keys(prerequisites) as PrerequisiteId[];

export function prerequisiteOf(id: PrerequisiteId): Prerequisite {
  return prerequisites[id];
}

/** The page on which a term of the glossary is seen at work; null: none. */
export function prerequisiteOfTerm(term: TermId): PrerequisiteId | null {
  return prerequisiteIds.find((id) => prerequisiteOf(id).own.includes(term)) ?? null;
}

/** What a lesson needs that is explained here. */
export function prerequisitesOfLesson(number: number): readonly PrerequisiteId[] {
  return prerequisiteIds.filter((id) => prerequisiteOf(id).lessons.includes(number));
}
