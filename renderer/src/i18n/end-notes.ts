import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { isRandom } from '../../../core/experiment/randomness.ts';
import { estimate } from '../../../core/analysis/verdict.ts';
import { formatCount, formatNumber, formatPercent, formatSetting } from '../lib/format.ts';
import { rateOf, stabilityLimit } from '../lib/theory.ts';
import { frozenEnd, type Ending } from '../lib/travel-budget.ts';
import { heldValue, type StageRun } from '../state/stage-run.ts';
import { divergedBeforeFork } from './fork-words.ts';
import { costWords } from './frozen-words.ts';
import { firstLosses, grewBeyondBatches, hasGrown, meanOf } from './growth.ts';
import { sentences, t } from './i18n.svelte.ts';
import { hasNoValue } from './run-state.ts';

/** A valley may be left before it is gone down; above its limit a run multiplies its loss. */
const GROWN = 10;

/** A run on the stage, as far as it is to be said how it ended. */
export interface Ended {
  readonly name: string;
  readonly config: ExperimentConfig;
  readonly run: Pick<StageRun, 'state' | 'reason' | 'step' | 'result' | 'heldPoint'> | null;
}

/** What became of runs whose rate was too large, and what to do. */
export interface EndNote {
  /** Null where the verdict has said it. */
  readonly title: string | null;
  /** Empty where the title says enough. */
  readonly words: string;
  /** The table marks its runs. */
  readonly marked: boolean;
}

/** How much room there is: for all; not for how it comes that a run froze; for that, but nothing of the runs that froze. */
export type RoomForNotes = 'wide' | 'brief' | 'title';

interface Note {
  readonly name: string;
  readonly title: string | null;
  readonly wordsFor: (runs: string) => string;
  readonly marked?: true;
}

/**
 * Which runs diverged or grew, and why, as far as that is known; those of which the same is to be said in one note.
 * `told`: the verdict says that all grew, and only the reason is left to be said. `concealsLimit`: the largest stable
 * rate is to be found.
 */
export function endNotes(
  lines: readonly Ended[],
  told: boolean,
  { room = 'wide', concealsLimit = false }: { room?: RoomForNotes; concealsLimit?: boolean } = {},
): readonly EndNote[] {
  // Whoever already looks at a decay need not be told to.
  const decays = lines.some(({ config }) => config.schedule.id !== 'constant');
  const frozen = frozenNotes(lines, room);
  return together(
    lines.flatMap(
      (line, i) =>
        divergedNote(line, decays, concealsLimit) ??
        growingNote(line, told, concealsLimit) ??
        frozen[i] ??
        [],
    ),
  );
}

function together(notes: readonly Note[]): readonly EndNote[] {
  const saying = ({ title, wordsFor }: Note): string => `${title}${wordsFor('')}`;
  return [...new Set(notes.map(saying))].map((said) => {
    const those = notes.filter((note) => saying(note) === said);
    const names = those.map(({ name }) => name).join(t('listSeparator'));
    const { title, wordsFor, marked = false } = those[0]!;
    return { title, words: wordsFor(names), marked };
  });
}

function divergedNote(
  { run, name, config }: Ended,
  decays: boolean,
  concealsLimit: boolean,
): Note | null {
  if (run?.state !== 'diverged') return null;
  const above = concealsLimit ? null : aboveLimit(run, config);
  const ownWords = (called: string): string =>
    above
      ? t(decays ? 'diverged.aboveLimit.decays' : 'diverged.aboveLimit', { run: called, ...above })
      : t(hasNoValue(run) ? 'diverged.noValue' : 'diverged.plain', { run: called });
  const wordsFor = (called: string): string =>
    divergedBeforeFork(called, config, run.step) ?? ownWords(called);
  return { name, title: t('diverged.heading', { step: formatCount(run.step) }), wordsFor };
}

const endingOf = (
  config: ExperimentConfig,
  { state, reason, step, result }: NonNullable<Ended['run']>,
): Ending => ({ config, state, reason, step, result });

/** Of more runs than this it is said once, without their numbers. */
const FEW = 2;

/** Runs whose rates died out before they had arrived. */
function frozenNotes(lines: readonly Ended[], room: RoomForNotes): readonly (Note | null)[] {
  const ends = lines.map(({ run, config }) => (run ? frozenEnd(endingOf(config, run)) : null));
  const few = ends.filter((end) => end !== null).length <= FEW;
  return lines.map(({ name, run }, i) => {
    const end = ends[i];
    if (!run || !end) return null;
    const values = {
      half: formatCount(end.halfBy),
      steps: formatCount(run.step),
      share: roundPercent(end.share),
      left: roundPercent(end.left),
    };
    const why = room === 'brief' ? null : t('frozen.why', values);
    const after = [why, costWords(end.cost), t('frozen.advice')].filter((said) => said !== null);
    const wordsFor = (called: string): string => {
      if (room === 'title') return '';
      return few
        ? sentences([t('frozen.words', { run: called }), ...after])
        : t('frozen.many', { run: called });
    };
    return { name, title: t('frozen.heading'), wordsFor, marked: true };
  });
}

/** Two digits of small shares, which whole ones would round to nothing. */
function roundPercent(share: number): string {
  if (share < 0.01) return formatPercent(share, 2);
  return formatPercent(share, share < 0.1 ? 1 : 0);
}

/** A run that was over before its numbers were, with a loss far above the one it began with. */
function growingNote(
  { run, name, config }: Ended,
  told: boolean,
  concealsLimit: boolean,
): Note | null {
  const grown = run?.result ? growth(config, run.result) : null;
  if (!run || !grown) return null;
  const above = concealsLimit ? null : aboveLimit(run, config);
  // Noise lifts a loss to its floor, from nothing where a run begins at the minimum.
  if (!above && config.problem.kind === 'objective' && isRandom(config)) return null;
  if (told) {
    if (!above) return null;
    return {
      name,
      title: null,
      wordsFor: (called) => t('growing.limit', { run: called, limit: above.limit }),
    };
  }
  const values = { from: formatNumber(grown.began), to: formatNumber(grown.loss) };
  const wordsFor = (called: string): string =>
    above
      ? t('growing.aboveLimit', { run: called, ...values, ...above })
      : t('growing.plain', { run: called, ...values });
  return { name, title: t('growing.heading'), wordsFor };
}

/** Of a model the mean of its tail: a single batch may be a hard one. */
function growth(
  config: ExperimentConfig,
  result: NonNullable<StageRun['result']>,
): { readonly began: number; readonly loss: number } | null {
  const model = config.problem.kind === 'model';
  const first = firstLosses(config, result);
  const began = meanOf(model ? first : first.slice(0, 1));
  const loss = model ? estimate(result.tail.means).mean : result.finalLoss;
  const course = { config, began, loss };
  if (!hasGrown(course)) return null;
  const far = model ? grewBeyondBatches(course) : loss > GROWN * Math.abs(course.began);
  return far ? course : null;
}

/** Its last rate and its limit, where the rate is above it. */
function aboveLimit(
  run: NonNullable<Ended['run']>,
  config: ExperimentConfig,
): { readonly rate: string; readonly limit: string } | null {
  const limit = stabilityLimit(config);
  const last = Math.max(0, run.step - 1);
  const rate = rateOf(config)(last) ?? heldValue(run, 'optim/lr', last) ?? null;
  if (limit === null || rate === null || rate <= limit) return null;
  // Of plain descent the limit is 2/L; of others it has no short name.
  const words = config.optimizer.id === 'sgd' ? 'diverged.limit' : 'diverged.limit.other';
  const [shownRate, shownLimit] = [rate, limit].map((one) =>
    formatSetting(Number(one.toPrecision(3))),
  ) as [string, string];
  return { rate: shownRate, limit: t(words, { limit: shownLimit }) };
}
