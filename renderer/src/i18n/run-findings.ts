import type { StageRun } from '../state/stage-run.ts';
import type { LiveRun } from '../state/live-run.svelte.ts';
import { eventWords } from './event-words.ts';
import { sentences } from './i18n.svelte.ts';
import { localName } from './local-name.ts';
import { reasonWords } from './run-state.ts';
import { stillWords } from './still-words.ts';
import { falseConvergenceWords } from './stop-words.ts';
import { verdictOf, type Verdict } from './verdict-words.ts';

/** What is to be said of how runs ended. */
export interface RunFindings {
  readonly verdict: Verdict | null;
  /** Why they ended as they did, in sentences; null where there is nothing to say. */
  readonly reason: string | null;
}

/** Of the runs that are shown; what happened on the way is known of those that are stored. */
export function runFindings(
  shown: readonly StageRun[],
  stored: readonly Pick<LiveRun, 'name' | 'events'>[],
): RunFindings {
  const named = shown.map(({ name, state, reason, step, config, result }) => ({
    name: localName(name),
    state,
    reason,
    step,
    config,
    result,
  }));
  const said = [
    reasonWords(...shown),
    eventWords(stored.map(({ name, events }) => ({ name: localName(name), events }))),
    falseConvergenceWords(named),
    stillWords(named),
  ].filter((sentence) => sentence !== null);
  return { verdict: verdictOf(named), reason: said.length === 0 ? null : sentences(said) };
}
