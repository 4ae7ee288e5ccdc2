import type { Assets } from '../../../core/datasets/dataset.ts';

/** A number that a lesson's text states. Its tests compute it anew with the core. */
export type Claim = GivenClaim | ExactClaim | RoundedClaim;

/** A setting, read from where it is set, or a wrong answer that is offered. */
interface GivenClaim {
  readonly kind: 'given';
  readonly value: number;
}

/** A count, or a number that is written down whole: computed, it is the same to 10⁻⁹ of itself. */
interface ExactClaim {
  readonly kind: 'exact';
  readonly value: number;
  readonly compute: Compute;
}

/** A number of which some digits are written down: computed, it differs by half a unit of the last one at most. */
interface RoundedClaim {
  readonly kind: 'rounded';
  /** With all digits that are checked: `4.93e-2`. */
  readonly printed: string;
  /** How many of its significant digits the text shows. */
  readonly digits: number;
  readonly compute: Compute;
}

/** Computes the number; `assets` holds the bytes of the data sets. */
type Compute = (assets: Assets) => number;

export type Claims = Readonly<Record<string, Claim>>;

export function given(value: number): Claim {
  return { kind: 'given', value };
}

export function exact(value: number, compute: Compute): Claim {
  return { kind: 'exact', value, compute };
}

export function rounded(printed: string, digits: number, compute: Compute): Claim {
  return { kind: 'rounded', printed, digits, compute };
}
