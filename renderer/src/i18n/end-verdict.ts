import { isRandom } from '../../../core/experiment/randomness.ts';
import { formatCount, formatNumber } from '../lib/format.ts';
import { calledIn, calledTogether, type EndedRun } from './ended-run.ts';
import { sentences, t } from './i18n.svelte.ts';
import { timesWords } from './ratio-words.ts';
import { stopSettings } from './stop-words.ts';

/** What runs say by when they ended. */
export interface EndFinding {
  readonly sentence: string;
  readonly because: string | null;
  readonly winner: EndedRun | null;
}

/** Rules that stop a run where it has arrived, and how its settings call them. */
const arrivals = { 'target-loss': 'stop.targetLoss', 'grad-norm': 'stop.gradNorm' } as const;
type Arrival = keyof typeof arrivals;
const arrivalsInOrder = Object.keys(arrivals) as Arrival[];

/**
 * Runs that ended by themselves at different steps are judged by those steps, not by losses at different ages:
 * who reached a goal sooner, or that there is no telling. Null where all lived equally long, those apart that
 * blew up on the way.
 */
export function endVerdict(runs: readonly EndedRun[]): EndFinding | null {
  return arrivalVerdict(runs) ?? lengthsVerdict(runs);
}

/** What all runs had as their goal and none reached; null where there is none. */
export function missedWords(runs: readonly EndedRun[]): string | null {
  const missed = arrivalsInOrder.flatMap((arrival) => {
    const goal = commonGoal(runs, arrival);
    return goal === null || runs.some(({ reason }) => reason === arrival) ? [] : [goal];
  });
  return missed.length === 0
    ? null
    : t('verdict.goal.missed', { goal: missed.join(t('listSeparator')) });
}

/** Whether it is over because its loss was too large: nothing to be compared is left of it. */
export function blewUp({ state, reason }: EndedRun): boolean {
  return state === 'diverged' || reason === 'loss-limit';
}

function arrivalVerdict(runs: readonly EndedRun[]): EndFinding | null {
  const arrival = arrivalsInOrder.find((one) => runs.some(({ reason }) => reason === one));
  const goal = arrival && commonGoal(runs, arrival);
  if (!goal) return null;
  const arrived = runs
    .filter(({ reason }) => reason === arrival)
    .toSorted((a, b) => a.step - b.step);
  const others = runs.filter(({ reason }) => reason !== arrival);
  const [first, second] = arrived;
  const sooner = !second || first!.step < second.step;
  const sentence = second
    ? sooner
      ? soonerWords(first!, second, goal)
      : togetherWords(arrived, goal)
    : aloneWords(first!, others, goal);
  const never =
    second && others.length > 0
      ? [t('verdict.goal.never', { others: calledTogether(others) })]
      : [];
  const random = runs.some(({ config }) => isRandom(config));
  const luck = random ? [luckWords(runs)] : [];
  const because = [...never, ...luck];
  return {
    sentence,
    because: because.length === 0 ? null : sentences(because),
    winner: sooner && !random ? first! : null,
  };
}

/** The goal in signs, `f ≤ 0.01`, if all runs had the same; else null. */
function commonGoal(runs: readonly EndedRun[], arrival: Arrival): string | null {
  const goals = runs.map(
    ({ config }) => stopSettings(config).find(({ key }) => key === arrivals[arrival])?.phrase,
  );
  const [goal] = goals;
  // “f ≤ 0.01” stays on one line.
  return goal !== undefined && goals.every((one) => one === goal)
    ? goal.replaceAll(' ', '\u00a0')
    : null;
}

function soonerWords(first: EndedRun, second: EndedRun, goal: string): string {
  const values = {
    winner: calledIn(first),
    other: calledIn(second),
    goal,
    first: formatCount(first.step),
    second: formatCount(second.step),
  };
  const factor = timesWords(first.step, second.step);
  return factor === null
    ? t('verdict.goal.first', values)
    : t('verdict.goal.sooner', { ...values, factor });
}

function togetherWords(arrived: readonly EndedRun[], goal: string): string {
  const step = arrived[0]!.step;
  const those = arrived.filter((run) => run.step === step);
  return t('verdict.goal.same', { names: calledTogether(those), goal, step: formatCount(step) });
}

function aloneWords(first: EndedRun, others: readonly EndedRun[], goal: string): string {
  const values = {
    winner: calledIn(first),
    others: calledTogether(others),
    goal,
    step: formatCount(first.step),
  };
  const [longest] = others
    .filter(({ state }) => state === 'finished')
    .toSorted((a, b) => a.step - b.step);
  return longest && others.length === 1
    ? t('verdict.goal.aloneIn', { ...values, steps: formatCount(longest.step) })
    : t('verdict.goal.alone', values);
}

/** Stop rules look at the first seed, so that others cannot bear it out. */
function luckWords(runs: readonly EndedRun[]): string {
  const seeds = Math.min(...runs.map(({ config }) => config.replicates));
  return t(seeds > 1 ? 'verdict.goal.firstSeed' : 'verdict.goal.oneSeed');
}

function lengthsVerdict(runs: readonly EndedRun[]): EndFinding | null {
  const left = runs.filter((run) => !blewUp(run)).toSorted((a, b) => a.step - b.step);
  const [first, second] = left;
  if (!first || left.every(({ step }) => step === first.step)) return null;
  const because = t('verdict.lengths.because');
  if (left.length > 2) return { sentence: t('verdict.lengths.many'), because, winner: null };
  const [one, other] = [first, second!].map((run) => ({
    name: calledIn(run),
    step: formatCount(run.step),
    loss: formatNumber(run.result?.finalLoss ?? NaN),
  })) as [Said, Said];
  const sentence = t('verdict.lengths', {
    one: one.name,
    first: one.step,
    early: one.loss,
    other: other.name,
    second: other.step,
    late: other.loss,
  });
  return { sentence, because, winner: null };
}

interface Said {
  readonly name: string;
  readonly step: string;
  readonly loss: string;
}
