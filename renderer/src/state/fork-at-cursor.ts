import { endedByItself } from '../i18n/ended-run.ts';
import { MOST_RUNS_PER_PLAN } from '../../../electron/ipc/experiment.ts';
import type { LabSession } from './lab-session.svelte.ts';

/** How a run ended by itself: with its last step, by a stop rule, or because its numbers did. */
export type ForkHindrance = 'end' | 'stopped' | 'diverged';

/** A fork can be made: something is on the stage, nothing moves, and there is a colour left. */
export function isForkable({ shown, going, starting, draft }: LabSession): boolean {
  const room = draft.runs.length < MOST_RUNS_PER_PLAN && !draft.locks('runs');
  return shown.length > 0 && !going && !starting && room;
}

/** Why there is no other future at the cursor: there the selected run has ended by itself; null: there is one. */
export function forkHindrance({ shown, draft, cursor }: LabSession): ForkHindrance | null {
  const run = shown[draft.selected];
  if (!run || (cursor.step ?? 0) < run.step || !endedByItself(run)) return null;
  if (run.state === 'diverged') return 'diverged';
  return run.step < run.config.totalSteps ? 'stopped' : 'end';
}

/** Leaves the selected run at the cursor, where it holds. */
export function forkHere(session: LabSession): void {
  if (!isForkable(session) || forkHindrance(session)) return;
  const { draft, cursor } = session;
  const end = session.shown[draft.selected]?.step ?? session.step;
  const step = Math.min(cursor.step ?? 0, end);
  session.editCopy();
  cursor.goTo(step);
  draft.forkRun(step);
}
