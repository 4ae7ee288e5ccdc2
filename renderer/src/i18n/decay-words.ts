import type { Column, DecayTrial, Guess, Row } from '../state/decay-trial.svelte.ts';
import { rows } from '../state/decay-trial.svelte.ts';
import { t } from './i18n.svelte.ts';

/** What the four cells say, in one sentence; null before they are revealed. */
export function decayHeadline(trial: DecayTrial): string | null {
  const [exact, noisy] = rows.map((row) => trial.resultOf(row)?.winner);
  if (!exact || !noisy) return null;
  if (trial.grew) return t('decay.grew');
  if (exact === 'constant' && noisy === 'decay') return t('decay.cures');
  if (exact === 'decay' && noisy === 'decay') return t('decay.helps');
  if (exact === 'constant' && noisy === 'constant') return t('decay.costs');
  if (noisy === 'same' && exact === 'same') return t('decay.nothing');
  if (noisy === 'same') return t(exact === 'decay' ? 'decay.exactHelps' : 'decay.exactCosts');
  return t(noisy === 'decay' ? 'decay.noisyHelps' : 'decay.noisyCosts');
}

/** How many of the two guesses were right. */
export function guessWords(trial: DecayTrial): string | null {
  const results = rows.map((row) => trial.resultOf(row)?.winner);
  if (results.some((winner) => winner === undefined)) return null;
  const right = rows.filter((row, i) => trial.guesses[row] === results[i]).length;
  return t(right === 2 ? 'decay.right.both' : right === 1 ? 'decay.right.one' : 'decay.right.none');
}

export const rowWords = (row: Row): string => t(`decay.row.${row}`);

export function guessLabel(guess: Guess, names: Readonly<Record<Column, string>>): string {
  return guess === 'same' ? t('decay.same') : names[guess];
}
