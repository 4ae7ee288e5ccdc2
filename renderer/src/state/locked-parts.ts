import type { ConfigError } from '../../../core/errors.ts';
import type { Assignment, LockablePart } from '../../../electron/ipc/assignment.ts';
import { draftOf, type Draft, type DraftRun } from './draft-values.ts';

/** An edit of what an assignment has locked. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
  readonly part: LockablePart;

  constructor(part: LockablePart) {
    super(`locked: ${part}`);
    this.part = part;
  }
}

/** Why an edit was not made: with the other settings it could not run, or it is locked. */
export type EditFault = ConfigError | LockedError;

/** The draft an assignment begins with. */
export function assignedDraft({ title, runs, pace }: Assignment): Draft {
  return draftOf(title, runs, pace);
}

/** What all runs of a draft have of each part; values that are the same are the same text. */
const shared: Readonly<Partial<Record<LockablePart, (draft: Draft) => unknown>>> = {
  problem: ({ base: { problem } }) =>
    Object.entries(problem).filter(([field]) => !partsOfOthers.includes(field)),
  start: ({ base: { problem } }) => (problem.kind === 'model' ? null : problem.start),
  noise: ({ base: { problem, seed, streams, replicates } }) => [
    problem.kind === 'objective' ? problem.noise : null,
    problem.kind === 'model' ? problem.batchSize : null,
    [seed, streams, replicates],
  ],
  schedule: ({ base: { scheduleUnit, scheduleStart } }) => [scheduleUnit, scheduleStart],
  stopping: ({ base: { totalSteps, stop } }) => [totalSteps, stop],
};

/** Fields of a problem that belong to other parts. */
const partsOfOthers: readonly string[] = ['start', 'noise', 'batchSize'];

/** What each run has of its own. */
const own: Readonly<Partial<Record<LockablePart, (run: DraftRun) => unknown>>> = {
  noise: ({ seed }) => seed,
  optimizer: ({ optimizer }) => optimizer,
  rate: ({ lr }) => lr,
  schedule: ({ schedule, fork }) => [schedule, fork?.anew ?? false],
};

/**
 * The first of these parts that an edit changes; null: none. A run that is new may have what another run has.
 */
export function changedPart(
  parts: readonly LockablePart[],
  before: Draft,
  after: Draft,
): LockablePart | null {
  const bySlot = new Map(before.runs.map((run) => [run.slot, run]));
  const changed = (part: LockablePart): boolean =>
    !sameShared(part, before, after) ||
    (part === 'runs' && !sameRuns(before, after)) ||
    after.runs.some((run) => {
      const was = bySlot.get(run.slot);
      return !among(part, run, was ? [was] : before.runs);
    });
  return parts.find(changed) ?? null;
}

/**
 * Whether a draft, however it came to be, has of each locked part what the assignment gave: each of its runs what
 * one of the assignment has, or, where it is locked which there are, that in its place.
 */
export function fits(assignment: Assignment, draft: Draft): boolean {
  const given = assignedDraft(assignment);
  const which = assignment.locked.includes('runs');
  return assignment.locked.every(
    (part) =>
      sameShared(part, given, draft) &&
      (part !== 'runs' || sameRuns(given, draft)) &&
      draft.runs.every((run, i) =>
        among(part, run, which ? given.runs.slice(i, i + 1) : given.runs),
      ),
  );
}

function sameShared(part: LockablePart, a: Draft, b: Draft): boolean {
  const of = shared[part];
  return !of || same(of(a), of(b));
}

function among(part: LockablePart, run: DraftRun, runs: readonly DraftRun[]): boolean {
  const of = own[part];
  return !of || runs.some((other) => same(of(other), of(run)));
}

/** As many runs, and the same of them forks. */
function sameRuns(a: Draft, b: Draft): boolean {
  const forks = ({ runs }: Draft): unknown => runs.map(({ fork }) => fork?.step ?? null);
  return same(forks(a), forks(b));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
