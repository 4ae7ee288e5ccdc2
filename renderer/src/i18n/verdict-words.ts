import { DISTINCT, estimate, standardErrorsApart } from '../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import type { RunState } from '../../../electron/ipc/contract.ts';
import { formatNumber } from '../lib/format.ts';
import { t } from './i18n.svelte.ts';

interface Ended {
  readonly name: string;
  readonly state: RunState;
  readonly config: ExperimentConfig;
  readonly result: RunResult | null;
}

export interface Verdict {
  readonly sentence: string;
  /** How it was measured, or what would settle it. */
  readonly because: string | null;
  /** Index of the run that wins; null while none does. */
  readonly winner: number | null;
}

/** Which of two or more finished runs ends lower, if the seeds can tell; null while there is nothing to compare. */
export function verdictOf(runs: readonly Ended[]): Verdict | null {
  if (runs.length < 2 || runs.some(({ state }) => !['finished', 'diverged'].includes(state)))
    return null;
  const diverged = runs.filter(({ state }) => state === 'diverged');
  const measured = runs.filter((run) => run.state === 'finished' && run.result !== null);
  if (measured.length < 2) return withDiverged(runs, diverged, measured[0] ?? null);
  const noiseFree = measured.every(
    ({ config }) => config.problem.kind === 'objective' && config.problem.noise === 0,
  );
  return noiseFree ? withoutNoise(runs, measured) : overSeeds(runs, measured);
}

function withDiverged(
  runs: readonly Ended[],
  diverged: readonly Ended[],
  left: Ended | null,
): Verdict | null {
  if (diverged.length === 0) return null;
  if (!left) return { sentence: t('verdict.diverged.all'), because: null, winner: null };
  const sentence = t('verdict.diverged', {
    diverged: diverged.map(({ name }) => name).join(t('listSeparator')),
    winner: left.name,
    low: formatNumber(left.result!.finalLoss),
  });
  return { sentence, because: null, winner: runs.indexOf(left) };
}

function withoutNoise(runs: readonly Ended[], measured: readonly Ended[]): Verdict {
  const [best, second] = measured.toSorted((a, b) => a.result!.finalLoss - b.result!.finalLoss);
  const low = formatNumber(best!.result!.finalLoss);
  const high = formatNumber(second!.result!.finalLoss);
  if (best!.result!.finalLoss === second!.result!.finalLoss) {
    return { sentence: t('verdict.noiseFree.same', { low }), because: null, winner: null };
  }
  const names = { winner: best!.name, other: second!.name };
  const sentence = t('verdict.noiseFree', { ...names, low, high });
  return { sentence, because: null, winner: runs.indexOf(best!) };
}

function overSeeds(runs: readonly Ended[], measured: readonly Ended[]): Verdict {
  const means = (run: Ended): readonly number[] => run.result!.tail.means;
  const [best, second] = measured.toSorted(
    (a, b) => estimate(means(a)).mean - estimate(means(b)).mean,
  );
  const names = { winner: best!.name, other: second!.name };
  const { steps } = best!.result!.tail;
  const seeds = Math.min(means(best!).length, means(second!).length);
  if (seeds < 2) return { sentence: t('verdict.oneSeed'), because: null, winner: null };
  const because = isThePair(best!.config)
    ? t('verdict.why', { steps, seeds })
    : t('verdict.why.bare', { steps, seeds });
  const apart = standardErrorsApart(means(second!).slice(0, seeds), means(best!).slice(0, seeds));
  if (!(apart >= DISTINCT)) {
    return { sentence: t('verdict.undecided', { ...names, count: seeds }), because, winner: null };
  }
  const sentence = t('verdict.wins', { ...names, apart: formatNumber(apart, 2) });
  return { sentence, because, winner: runs.indexOf(best!) };
}

/** The 9 % were measured on this problem; for others no number is claimed. */
function isThePair({ problem, totalSteps, lr }: ExperimentConfig): boolean {
  return problem.kind === 'objective' && problem.noise === 1 && totalSteps === 2000 && lr === 0.1;
}
