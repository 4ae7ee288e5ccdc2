import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { schedules } from '../../../core/schedules/index.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import type { RunState, StateReason } from '../../../electron/ipc/run.ts';
import { t, text } from './i18n.svelte.ts';
import { isGivenName } from './local-name.ts';

/** What a verdict must know of a run. */
export interface EndedRun {
  readonly name: string;
  readonly state: RunState;
  readonly reason: StateReason | null;
  /** Updates made. */
  readonly step: number;
  readonly config: ExperimentConfig;
  readonly result: RunResult | null;
}

/** Whether it is over by what it did itself: not by a person, a fault or the end of the app. */
export function endedByItself({ state, reason }: Pick<EndedRun, 'state' | 'reason'>): boolean {
  if (state === 'stopped') return reason !== null && reason !== 'user';
  return state === 'finished' || state === 'diverged';
}

/** A run in the middle of a sentence: schedules as words of the language, other names in quotes. */
export function calledIn({ name }: Pick<EndedRun, 'name'>): string {
  if (name === text(schedules.constant.name)) return t('verdict.constantRate');
  // “η₀ = 0.5” stays on one line.
  const whole = name.replaceAll(' = ', '\u00a0=\u00a0');
  return isGivenName(name) ? name : t('verdict.quoted', { name: shortened(whole) });
}

export function calledTogether(runs: readonly Pick<EndedRun, 'name'>[]): string {
  return runs.map((run) => calledIn(run)).join(t('listSeparator'));
}

/** In letters; a Chinese character counts for two. */
const LONGEST_NAME = 28;
/** So much of that at least is left to what tells runs of one name apart. */
const LONGEST_MARK = 16;

/** Enough of a long name to know it again, with what stands in parentheses at its end. */
function shortened(name: string): string {
  const [, own = name, mark = ''] = /^(.+)( \(.+\))$/.exec(name) ?? [];
  if (widthOf(own) + widthOf(mark) <= LONGEST_NAME) return name;
  const room = Math.max(LONGEST_MARK, LONGEST_NAME - widthOf(own));
  const kept = mark === '' ? '' : ` (${cut(mark.slice(2, -1), room - 3)})`;
  return `${cut(own, LONGEST_NAME - widthOf(kept))}${kept}`;
}

function cut(words: string, most: number): string {
  let width = 0;
  let kept = '';
  for (const letter of words) {
    width += widthOf(letter);
    if (width > most) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return words;
}

function widthOf(words: string): number {
  const wide = /\p{sc=Han}|[\u3000-\u303f\uff00-\uff60]/gu;
  return [...words].length + (words.match(wide)?.length ?? 0);
}
