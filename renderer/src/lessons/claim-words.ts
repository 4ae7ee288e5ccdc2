import { formatNumber, formatSetting } from '../lib/format.ts';
import type { Claim } from './claim.ts';

/** The number as a text shows it, in either language. */
export function wordsOf(claim: Claim): string {
  if (claim.kind === 'rounded') return formatNumber(Number(claim.printed), claim.digits);
  return formatSetting(claim.value);
}
