/** What tests ask of the claims of a text, be it of a lesson or of a guide. */
import { expect } from 'vitest';
import type { Claim, Claims } from '../../renderer/src/lessons/claim.ts';
import { PLACEHOLDER } from '../../renderer/src/lessons/sections.ts';
import { expectPrinted } from '../core/curriculum/printed.ts';
import { assets } from './assets.ts';

type ComputedClaim = Exclude<Claim, { readonly kind: 'given' }>;

/** The claims that can be computed, with their names. */
export const computedOf = (claims: Claims): readonly (readonly [string, ComputedClaim])[] =>
  Object.entries<Claim>(claims).flatMap(([name, claim]) =>
    claim.kind === 'given' ? [] : [[name, claim] as const],
  );

/** Names of the claims that a text states, each once, in order. */
export const placeholders = (source: string): readonly string[] =>
  [...new Set([...source.matchAll(PLACEHOLDER)].map(([, name]) => name!))].toSorted();

/** Computes a claim anew and compares. */
export function expectComputed(claim: ComputedClaim): void {
  const computed = claim.compute(assets);
  if (claim.kind === 'rounded') return expectPrinted(computed, claim.printed);
  expect(
    Math.abs(computed - claim.value),
    `${computed} instead of ${claim.value}`,
  ).toBeLessThanOrEqual(1e-9 * Math.abs(claim.value));
}
