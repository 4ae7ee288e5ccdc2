import { presets } from '../../../core/experiment/presets.ts';
import { DISTINCT, estimate, seedsApart } from '../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { isRandom } from '../../../core/experiment/randomness.ts';
import { formatNumber, formatPercent } from '../lib/format.ts';
import { sameProblem } from '../lib/same-problem.ts';
import { apartWords } from './apart-words.ts';
import { blewUp, endVerdict, missedWords } from './end-verdict.ts';
import { calledIn, calledTogether, endedByItself, type EndedRun } from './ended-run.ts';
import { byExpectation, isExact, type ExactSetting } from './exact-settings.ts';
import { seedsBeside } from './exact-words.ts';
import { grownWords, type GrownFinding } from './grown-words.ts';
import { sentences, t } from './i18n.svelte.ts';
import {
  leftBy,
  measuredSettings,
  repeatsAnother,
  withoutSeeds,
  type MeasuredSetting,
} from './measured-settings.ts';
import { againstAll } from './many-runs-words.ts';
import { ratioWords } from './ratio-words.ts';

export interface Verdict {
  readonly sentence: string;
  /** How it was measured, or what would settle it. */
  readonly because: string | null;
  /** Index of the run that wins; null while none does. */
  readonly winner: number | null;
  /** Every loss that is left ended above where it began: none of them is praised. */
  readonly grew: boolean;
  /** How far two runs that were compared by their losses are apart; else null. */
  readonly margin: Margin | null;
}

export interface Margin {
  /** The losses they were compared by, in the order of the runs. */
  readonly losses: readonly [number, number];
  /** What their seeds say of the difference; `exact`: nothing is random; `expected`: losses are exact expectations. */
  readonly spread: Spread;
}

export type Spread = 'exact' | 'expected' | 'outside' | 'within' | 'oneSeed';

/**
 * Which of two or more runs that are over did better, by their exact expectations where these are known, else if their
 * seeds can tell; null while there is nothing to compare. Who reached a goal, or ended at another step than others, is
 * judged by its steps.
 */
export function verdictOf(runs: readonly EndedRun[]): Verdict | null {
  if (runs.length < 2 || !runs.every(endedByItself)) return null;
  if (!sameProblem(runs.map(({ config }) => config))) return null;
  const byEnds = endVerdict(runs);
  if (byEnds) {
    const { sentence, because, winner } = byEnds;
    return {
      sentence: capitalised(sentence),
      because,
      winner: winner && runs.indexOf(winner),
      grew: false,
      margin: null,
    };
  }
  const measured = measuredSettings(runs);
  const blown = runs.filter(blewUp);
  const several = measured.length > 1;
  const grown = several || blown.length > 0 ? grownWords(measured) : null;
  const settings = (several && !grown ? byExpectation(measured, runs) : null) ?? measured;
  const [best, second, ...rest] = settings;
  const compared = second ? compareAll([best!, second, ...rest]) : null;
  const verdict = grown
    ? afterBlownUp(blown, grown, compared)
    : (compared ??
      withBlownUp(blown, best ?? null) ??
      (best ? (onlySeeds(best) ?? unchangedFork(runs)) : null));
  if (!verdict) return null;
  const { wins, sentence, because } = verdict;
  const lost = blown.length > 0 && !grown && compared ? lostWords(blown) : null;
  const reasons = [because, lost, missedWords(runs)].filter((words) => words !== null);
  return {
    sentence: capitalised(sentence),
    because: reasons.length === 0 ? null : sentences(reasons),
    winner: wins ? best!.index : null,
    grew: grown !== null,
    margin: runs.length === 2 && !grown && compared ? marginOf(settings, compared.spread) : null,
  };
}

function marginOf(settings: readonly MeasuredSetting[], spread: Spread): Margin | null {
  const [first, second] = settings.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
  return first && second ? { losses: [first.loss, second.loss], spread } : null;
}

interface Finding {
  readonly sentence: string;
  readonly because: string | null;
  /** The lowest run is the winner, not only the lowest. */
  readonly wins: boolean;
}

/** Those that grew, after those of which nothing is left to be compared. */
function afterBlownUp(
  blown: readonly EndedRun[],
  { sentence, because: advice }: GrownFinding,
  compared: Finding | null,
): Finding {
  // How it was measured is as true of losses that grew.
  const because = sentences([...(compared?.because ? [compared.because] : []), advice]);
  if (blown.length === 0) return { sentence, because, wins: false };
  const words = sentences([lostWords(blown), capitalised(sentence)]);
  return { sentence: words, because, wins: false };
}

/** Of which nothing is left to be compared, in a sentence. */
function lostWords(blown: readonly EndedRun[]): string {
  const lost = t(`verdict.${waysOf(blown)}.lost`, { diverged: calledTogether(blown) });
  return capitalised(lost);
}

/** In which ways they blew up. */
function waysOf(blown: readonly EndedRun[]): 'diverged' | 'limit' | 'blownUp' {
  if (blown.every(({ state }) => state === 'diverged')) return 'diverged';
  return blown.every(({ reason }) => reason === 'loss-limit') ? 'limit' : 'blownUp';
}

function withBlownUp(blown: readonly EndedRun[], left: MeasuredSetting | null): Finding | null {
  if (blown.length === 0) return null;
  const kind = waysOf(blown);
  if (!left) return { sentence: t(`verdict.${kind}.all`), because: null, wins: false };
  const sentence = t(`verdict.${kind}`, {
    diverged: calledTogether(blown),
    winner: calledIn(left),
    low: formatNumber(left.loss),
  });
  return { sentence, because: null, wins: true };
}

interface Compared extends Finding {
  readonly spread: Spread;
}

/** Settings in the order of their losses, two at least: the best against the next, and against the rest. */
function compareAll(
  settings: readonly [MeasuredSetting, MeasuredSetting, ...MeasuredSetting[]],
): Compared {
  const [best, second, ...rest] = settings;
  const two = settings.every(isExact) ? compareExpected(settings) : compare(best, second);
  return rest.length === 0 ? two : { ...two, ...againstAll(settings, two) };
}

function compare(best: MeasuredSetting, second: MeasuredSetting): Compared {
  const low = formatNumber(best.loss);
  const high = formatNumber(second.loss);
  const both = { winner: calledIn(best), other: calledIn(second), low, high };
  const random = [best, second].some(({ config }) => isRandom(config));
  // Generated data are drawn from the seed, too.
  const otherData = best.config.problem.kind === 'model' && best.config.seed !== second.config.seed;
  if (!random && !otherData) return { ...compareExactly(best, second, both), spread: 'exact' };
  if (best.loss === second.loss) {
    const sentence = t('verdict.same', { low });
    return { sentence, because: null, wins: false, spread: 'within' };
  }
  const last = t('verdict.last', { count: best.steps });
  const { apart, seeds, paired } = seedsApart(second.losses, best.losses);
  const luck = paired ? [] : [t('verdict.otherSeeds')];
  const sentence = accuracyWords(best, second, both) ?? lossWords(best, second, both);
  if (seeds < 2) {
    const because = sentences([t('verdict.oneSeed', { last }), ...luck]);
    return { sentence, because, wins: false, spread: 'oneSeed' };
  }
  const tail = { last, seeds, apart: apartWords(apart) };
  if (!(apart >= DISTINCT)) {
    const because = sentences([t('verdict.tail', tail), ...luck, t('verdict.undecided.add')]);
    const undecided = t('verdict.undecided', both);
    return { sentence: undecided, because, wins: false, spread: 'within' };
  }
  const model = best.config.problem.kind === 'model';
  const accuracy = model && best.index !== null ? [t('verdict.accuracy.firstSeed')] : [];
  const because = sentences([t('verdict.tail', tail), ...luck, ...accuracy]);
  return { sentence, because, wins: true, spread: 'outside' };
}

/** By their expectations, and what the seeds say beside them. */
function compareExpected(settings: readonly ExactSetting[]): Compared {
  const [best, second] = settings as readonly [ExactSetting, ExactSetting, ...ExactSetting[]];
  const low = formatNumber(best.loss);
  const both = {
    winner: calledIn(best),
    other: calledIn(second),
    low,
    high: formatNumber(second.loss),
  };
  const { words, agree } = seedsBeside(settings, areThePair(best.config, second.config));
  if (best.loss === second.loss) {
    const sentence = t('verdict.expected.same', { low });
    return { sentence, because: null, wins: false, spread: 'expected' };
  }
  const sentence = t('verdict.expected', { sentence: lossWords(best, second, both) });
  return { sentence, because: words, wins: agree, spread: 'expected' };
}

/** One setting, seen with several seeds: what differs is luck, and how much of it there is can be told. */
function onlySeeds({ losses, steps, index, loss }: MeasuredSetting): Finding | null {
  if (index !== null) return null;
  const values = [...losses.values()];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) {
    const sentence = t('verdict.onlySeeds.same', { low: formatNumber(loss) });
    return { sentence, because: null, wins: false };
  }
  const { mean, standardError, n } = estimate(values);
  const because = t('verdict.onlySeeds.spread', {
    last: t('verdict.last', { count: steps }),
    seeds: n,
    mean: formatNumber(mean),
    deviation: formatNumber(standardError * Math.sqrt(n), 2),
  });
  const ends = { low: formatNumber(low), high: formatNumber(high) };
  return { sentence: t('verdict.onlySeeds', ends), because, wins: false };
}

/** Of runs that are one: which of them is a fork that changed nothing. */
function unchangedFork(runs: readonly EndedRun[]): Finding | null {
  const fork = runs.find((run) => repeatsAnother(run, runs));
  const left = fork && leftBy(fork.config, runs);
  if (!left) return null;
  const sentence = t('verdict.fork.same', { fork: calledIn(fork), left: calledIn(left) });
  return { sentence, because: t('verdict.fork.change'), wins: false };
}

/** Seeds are no matter where they differ in nothing. */
function compareExactly(best: MeasuredSetting, second: MeasuredSetting, both: Both): Finding {
  const plain = best.config.problem.kind === 'objective' ? 'noiseFree' : 'certain';
  if (best.loss === second.loss) {
    const sentence = t(`verdict.${plain}.same`, { low: both.low });
    return { sentence, because: null, wins: false };
  }
  const sentence = accuracyWords(best, second, both) ?? t(`verdict.${plain}`, both);
  return { sentence, because: null, wins: true };
}

type Both = Readonly<Record<'winner' | 'other' | 'low' | 'high', string>>;

function lossWords(best: MeasuredSetting, second: MeasuredSetting, both: Both): string {
  const ratio = ratioWords(best.loss, second.loss);
  if (!ratio) return t('verdict.lower', both);
  return ratio.kind === 'factor'
    ? t('verdict.factor', { ...both, factor: ratio.words })
    : t('verdict.percent', { ...both, percent: ratio.words });
}

/** A model is trained by its loss but wanted for its accuracy, and the two may order runs otherwise. */
function accuracyWords(best: MeasuredSetting, second: MeasuredSetting, both: Both): string | null {
  const [own, others] = [best.testAccuracy, second.testAccuracy];
  if (own === null || others === null) return null;
  const [better, worse] = [Math.max(own, others), Math.min(own, others)].map((it) =>
    formatPercent(it),
  ) as [string, string];
  if (better === worse) return t('verdict.accuracy.same', { ...both, better });
  const values = { ...both, better, worse };
  return own > others ? t('verdict.accuracy.too', values) : t('verdict.accuracy.other', values);
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
  const { schedule } = config;
  return withoutSeeds(config) === withoutSeeds({ ...other, schedule });
}
