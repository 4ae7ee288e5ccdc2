import { presets } from '../../../core/experiment/presets.ts';
import { DISTINCT, estimate, standardErrorsApart } from '../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { isRandom } from '../../../core/experiment/randomness.ts';
import { schedules } from '../../../core/schedules/index.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import type { RunState } from '../../../electron/ipc/contract.ts';
import { formatNumber, formatPercent } from '../lib/format.ts';
import { sameProblem } from '../lib/same-problem.ts';
import { sentences, t, text } from './i18n.svelte.ts';
import { isGivenName } from './local-name.ts';
import { ratioWords } from './ratio-words.ts';

interface Ended {
  readonly name: string;
  readonly state: RunState;
  readonly config: ExperimentConfig;
  readonly result: RunResult | null;
}

/** A run that finished, with the loss it is judged by. */
interface Measured extends Ended {
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

/** Which of two or more finished runs ends lower, if the seeds can tell; null while there is nothing to compare. */
export function verdictOf(runs: readonly Ended[]): Verdict | null {
  if (runs.length < 2 || runs.some(({ state }) => !['finished', 'diverged'].includes(state)))
    return null;
  if (!sameProblem(runs.map(({ config }) => config))) return null;
  const ranked = runs
    .flatMap((run, index): readonly Measured[] => {
      if (run.state !== 'finished' || run.result === null) return [];
      return [{ ...run, result: run.result, loss: endingOf(run.config, run.result), index }];
    })
    .toSorted((a, b) => a.loss - b.loss);
  const [best, second] = ranked;
  const verdict = second
    ? compare(best!, second)
    : withDiverged(
        runs.filter(({ state }) => state === 'diverged'),
        best ?? null,
      );
  if (!verdict) return null;
  const { wins, sentence, because } = verdict;
  return { sentence: capitalised(sentence), because, winner: wins ? best!.index : null };
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

function withDiverged(diverged: readonly Ended[], left: Measured | null): Finding | null {
  if (diverged.length === 0) return null;
  if (!left) return { sentence: t('verdict.diverged.all'), because: null, wins: false };
  const sentence = t('verdict.diverged', {
    diverged: diverged.map((run) => calledIn(run)).join(t('listSeparator')),
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

/** A run in the middle of a sentence: schedules as words of the language, other names in quotes. */
function calledIn({ name }: Pick<Ended, 'name'>): string {
  if (name === text(schedules.constant.name)) return t('verdict.constantRate');
  // “η₀ = 0.5” stays on one line.
  const whole = name.replaceAll(' = ', '\u00a0=\u00a0');
  return isGivenName(name) ? name : t('verdict.quoted', { name: shortened(whole) });
}

/** In letters; a Chinese character counts for two. */
const LONGEST_NAME = 28;

/** Enough of a long name to know it again. */
function shortened(name: string): string {
  const wide = /\p{sc=Han}|[\u3000-\u303f\uff00-\uff60]/u;
  let width = 0;
  let kept = '';
  for (const letter of name) {
    width += wide.test(letter) ? 2 : 1;
    if (width > LONGEST_NAME) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return name;
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
