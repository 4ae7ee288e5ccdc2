import { formatNumber } from '../lib/format.ts';
import { sameProblem } from '../lib/same-problem.ts';
import { calledTogether, endedByItself, type EndedRun } from './ended-run.ts';
import { sentences, t } from './i18n.svelte.ts';
import { changeOf } from './ratio-words.ts';
import { changesWords, compareSettings } from './settings-words.ts';
import type { Margin, Verdict } from './verdict-words.ts';

/** What stands above runs that are compared: one sentence, and below it what it rests on; empty: nothing. */
export interface CompareWords {
  readonly headline: string;
  readonly below: string;
}

/**
 * Of two runs what was changed and what came of it; of more the one that did best against the rest, and in what they
 * differ. `verdict`: that of the same runs.
 */
export function compareWords(runs: readonly EndedRun[], verdict: Verdict | null): CompareWords {
  const configs = runs.map(({ config }) => config);
  if (!sameProblem(configs)) return { headline: t('compare.otherProblems'), below: '' };
  const changes = changesWords(configs);
  if (!verdict) return { headline: changes, below: waitingWords(runs) };
  const outcome = verdict.margin && changed(runs) ? outcomeWords(verdict.margin) : null;
  const because = verdict.because === null ? [] : [verdict.because];
  if (outcome === null) {
    return { headline: verdict.sentence, below: sentences([changes, ...because]) };
  }
  return {
    headline: sentences([changes, outcome]),
    below: sentences([verdict.sentence, ...because]),
  };
}

/** Two runs, and settings that differ between them. */
function changed(runs: readonly EndedRun[]): boolean {
  return (
    runs.length === 2 && compareSettings(runs.map(({ config }) => config)).differing.length > 0
  );
}

/** The second against the first; null where their quotient has no meaning. */
function outcomeWords({ losses: [before, after], spread }: Margin): string | null {
  const ratio = after / before;
  if (!(before > 0 && after > 0 && Number.isFinite(ratio) && ratio > 0)) return null;
  if (before === after) return t('compare.outcome.same', { loss: formatNumber(after) });
  return t(`compare.outcome.${spread}`, { change: changeOf(ratio) });
}

/** Why there is no verdict yet. */
function waitingWords(runs: readonly EndedRun[]): string {
  const open = runs.filter((run) => !endedByItself(run));
  return open.length === 0 || runs.length < 2
    ? ''
    : t('compare.waiting', { names: calledTogether(open), count: open.length });
}
