import { presets } from '../../../core/experiment/presets.ts';
import { DISTINCT, estimate, standardErrorsApart } from '../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { isRandom } from '../../../core/experiment/randomness.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import { formatNumber, formatPercent } from '../lib/format.ts';
import { sameProblem } from '../lib/same-problem.ts';
import { blewUp, endVerdict, missedWords } from './end-verdict.ts';
import { calledIn, calledTogether, endedByItself, type EndedRun } from './ended-run.ts';
import { sentences, t } from './i18n.svelte.ts';
import { ratioWords } from './ratio-words.ts';

/** A run that finished, with the loss it is judged by. */
interface Measured extends EndedRun {
  readonly result: RunResult;
  readonly loss: number;
  /** Its place among all runs. */
  readonly index: number;
}

export interface Verdict {
  readonly sentence: string;
  /** How it was measured, or what would settle it. */
  readonly because: string | null;
  /** Index of the run that wins; null while none does. */
  readonly winner: number | null;
}

/** From here on a count of standard errors says no more than that there are many. */
const FAR = 20;

/**
 * Which of two or more runs that are over did better, if their seeds can tell; null while there is nothing to
 * compare. Who reached a goal, or ended at another step than others, is judged by its steps.
 */
export function verdictOf(runs: readonly EndedRun[]): Verdict | null {
  if (runs.length < 2 || !runs.every(endedByItself)) return null;
  if (!sameProblem(runs.map(({ config }) => config))) return null;
  const byEnds = endVerdict(runs);
  if (byEnds) {
    const { sentence, because, winner } = byEnds;
    return { sentence: capitalised(sentence), because, winner: winner && runs.indexOf(winner) };
  }
  const ranked = runs
    .flatMap((run, index): readonly Measured[] => {
      if (blewUp(run) || run.result === null) return [];
      return [{ ...run, result: run.result, loss: endingOf(run.config, run.result), index }];
    })
    .toSorted((a, b) => a.loss - b.loss);
  const [best, second] = ranked;
  const verdict = second ? compare(best!, second) : withBlownUp(runs.filter(blewUp), best ?? null);
  if (!verdict) return null;
  const { wins, sentence, because } = verdict;
  const reasons = [because, missedWords(runs)].filter((words) => words !== null);
  return {
    sentence: capitalised(sentence),
    because: reasons.length === 0 ? null : sentences(reasons),
    winner: wins ? best!.index : null,
  };
}

interface Finding {
  readonly sentence: string;
  readonly because: string | null;
  /** The lowest run is the winner, not only the lowest. */
  readonly wins: boolean;
}

/** The last loss where nothing is random; else the mean of the last steps over all seeds. */
function endingOf(config: ExperimentConfig, { finalLoss, tail }: RunResult): number {
  return isRandom(config) ? estimate(tail.means).mean : finalLoss;
}

function withBlownUp(blown: readonly EndedRun[], left: Measured | null): Finding | null {
  if (blown.length === 0) return null;
  const kind = blown.every(({ state }) => state === 'diverged')
    ? 'diverged'
    : blown.every(({ reason }) => reason === 'loss-limit')
      ? 'limit'
      : 'blownUp';
  if (!left) return { sentence: t(`verdict.${kind}.all`), because: null, wins: false };
  const sentence = t(`verdict.${kind}`, {
    diverged: calledTogether(blown),
    winner: calledIn(left),
    low: formatNumber(left.loss),
  });
  return { sentence, because: null, wins: true };
}

function compare(best: Measured, second: Measured): Finding {
  const low = formatNumber(best.loss);
  const high = formatNumber(second.loss);
  const both = { winner: calledIn(best), other: calledIn(second), low, high };
  const random = [best, second].some(({ config }) => isRandom(config));
  if (!random) return compareExactly(best, second, both);
  if (best.loss === second.loss) {
    return { sentence: t('verdict.same', { low }), because: null, wins: false };
  }
  const { steps } = best.result.tail;
  const seeds = Math.min(best.result.tail.means.length, second.result.tail.means.length);
  const sentence = accuracyWords(best, second, both) ?? lossWords(best, second, both);
  if (seeds < 2) return { sentence, because: t('verdict.oneSeed', { steps }), wins: false };
  const of = ({ result }: Measured): readonly number[] => result.tail.means.slice(0, seeds);
  const apart = standardErrorsApart(of(second), of(best));
  const tail = { steps, seeds, apart: apartWords(apart) };
  if (!(apart >= DISTINCT)) {
    const because = sentences([t('verdict.tail', tail), t('verdict.undecided.add')]);
    return { sentence: t('verdict.undecided', both), because, wins: false };
  }
  const measured = areThePair(best.config, second.config)
    ? t('verdict.tail.swaps', tail)
    : t('verdict.tail', tail);
  const model = best.config.problem.kind === 'model';
  const because = model ? sentences([measured, t('verdict.accuracy.firstSeed')]) : measured;
  return { sentence, because, wins: true };
}

/** Seeds are no matter where they differ in nothing. */
function compareExactly(best: Measured, second: Measured, both: Both): Finding {
  const plain = best.config.problem.kind === 'objective' ? 'noiseFree' : 'certain';
  if (best.loss === second.loss) {
    const sentence = t(`verdict.${plain}.same`, { low: both.low });
    return { sentence, because: null, wins: false };
  }
  const sentence = accuracyWords(best, second, both) ?? t(`verdict.${plain}`, both);
  return { sentence, because: null, wins: true };
}

type Both = Readonly<Record<'winner' | 'other' | 'low' | 'high', string>>;

function lossWords(best: Measured, second: Measured, both: Both): string {
  const ratio = ratioWords(best.loss, second.loss);
  if (!ratio) return t('verdict.lower', both);
  return ratio.kind === 'factor'
    ? t('verdict.factor', { ...both, factor: ratio.words })
    : t('verdict.percent', { ...both, percent: ratio.words });
}

/** A model is trained by its loss but wanted for its accuracy, and the two may order runs otherwise. */
function accuracyWords(best: Measured, second: Measured, both: Both): string | null {
  const [own, others] = [best.result.testAccuracy, second.result.testAccuracy];
  if (own === null || others === null) return null;
  const [better, worse] = [Math.max(own, others), Math.min(own, others)].map((it) =>
    formatPercent(it),
  ) as [string, string];
  if (better === worse) return t('verdict.accuracy.same', { ...both, better });
  const values = { ...both, better, worse };
  return own > others ? t('verdict.accuracy.too', values) : t('verdict.accuracy.other', values);
}

function apartWords(apart: number): string {
  return apart > FAR
    ? t('verdict.apart.far')
    : t('verdict.apart', { apart: formatNumber(apart, 2) });
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The 9 % were measured on the pair of the first screen; for others no number is claimed. */
function areThePair(...configs: readonly ExperimentConfig[]): boolean {
  const schedulesOf = (of: readonly ExperimentConfig[]): string =>
    of
      .map(({ schedule }) => JSON.stringify(schedule))
      .toSorted()
      .join();
  const pair = presets.pair.runs.map(({ config }) => config);
  return (
    schedulesOf(configs) === schedulesOf(pair) &&
    configs.every((config) => sameButSeeds(config, pair[0]!))
  );
}

/** Equal but for schedule and seeds. */
function sameButSeeds(config: ExperimentConfig, other: ExperimentConfig): boolean {
  const rest = ({
    schedule: _schedule,
    seed: _seed,
    replicates: _replicates,
    ...kept
  }: ExperimentConfig): string => JSON.stringify(kept);
  return rest(config) === rest(other);
}
