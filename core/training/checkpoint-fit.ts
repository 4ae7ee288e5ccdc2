import type { Assets } from '../datasets/dataset.ts';
import type { ExperimentConfig } from '../experiment/config.ts';
import { allFinite } from '../math/vector.ts';
import { Ensemble } from './ensemble.ts';
import { createRules } from './rules.ts';
import { TAIL_STEPS } from './run-summary.ts';
import { streamNames } from './streams.ts';
import type { Checkpoint, MemberCheckpoint } from './trainer.ts';

/**
 * Whether a run of this configuration can have written a checkpoint: the arrays of its optimizer and its problem,
 * as long as they must be, numbers where numbers are, random streams, steps within the run, parameters that are
 * finite as long as it goes on. Whoever has one of a file asks before going on from it, and begins at the start
 * where the answer is no, which is slower and never wrong. (Numbers that are possible, but were not computed,
 * cannot be told from those that were.)
 *
 * `checkpoint` may be anything.
 */
export function isCheckpointOf(
  config: ExperimentConfig,
  assets: Assets,
  checkpoint: unknown,
): boolean {
  const fresh = new Ensemble(config, createRules(config, assets), null).checkpoint();
  const given = checkpoint as Checkpoint;
  if (!isRecord(given) || given.version !== 1 || !isCount(given.step, config.totalSteps))
    return false;
  const { members, stop, summary } = given;
  const first = fresh.members[0]!;
  return (
    Array.isArray(members) &&
    members.length === fresh.members.length &&
    members.every((member: MemberCheckpoint, i) =>
      isMember(first, member, given.step, i, config),
    ) &&
    (stop === null || fresh.stop === null || isStop(fresh.stop, stop)) &&
    isSummary(fresh.summary, summary, given.step)
  );
}

function isMember(
  fresh: MemberCheckpoint,
  given: MemberCheckpoint,
  step: number,
  index: number,
  { totalSteps }: ExperimentConfig,
): boolean {
  if (!isRecord(given) || !isCount(given.step, step)) return false;
  const { params, outcome, drawn, streams, optimizer, optimizerStart, schedule, problem } = given;
  // All go in step, but those that have ended; the first one is the run.
  if (given.step < step && (index === 0 || outcome === null)) return false;
  if (!isLike(fresh.params, params) || (outcome === null && !allFinite(params))) return false;
  if (outcome !== null && !isOutcome(outcome, given.step, totalSteps)) return false;
  if (drawn !== null && !isLike({ loss: 0, grad: fresh.params }, drawn)) return false;
  return (
    isRecord(streams) &&
    streamNames.every((name) => isStream(streams[name])) &&
    isCount(optimizerStart, given.step) &&
    // Null, where a fork begins with fresh ones.
    (optimizer === null || isLike(fresh.optimizer, optimizer)) &&
    (schedule === null || isLike(fresh.schedule, schedule)) &&
    isLike(fresh.problem, problem) &&
    // Places in the data, epochs, losses that came: all are counted.
    numbersIn(problem).every((number) => isCount(number, Number.MAX_SAFE_INTEGER))
  );
}

function isOutcome(given: unknown, at: number, totalSteps: number): boolean {
  if (!isRecord(given) || given['step'] !== at || typeof given['reason'] !== 'string') return false;
  const { status } = given;
  if (status === 'finished') return at === totalSteps;
  return status === 'stopped' || status === 'diverged';
}

function isStream(given: unknown): boolean {
  if (!isRecord(given)) return false;
  const { word, keptNormal } = given;
  return isCount(word, 0xffff_ffff) && (keptNormal === null || Number.isFinite(keptNormal));
}

function isStop(fresh: NonNullable<Checkpoint['stop']>, given: unknown): boolean {
  if (!isRecord(given)) return false;
  const { falseConvergence: _ours, ...numbers } = fresh;
  const { falseConvergence, ...others } = given;
  const doubt = { code: '', gradNorm: 0, startGradNorm: 0, lr: 0, largestLr: 0 };
  return isLike(numbers, others) && (falseConvergence === null || isLike(doubt, falseConvergence));
}

/** `firstLosses` and `lastStep` are not in old ones. */
function isSummary(fresh: Checkpoint['summary'], given: unknown, step: number): boolean {
  if (!isRecord(given)) return false;
  const { firstLosses, lastStep, ring, bestLoss, bestStep, recorded, testLoss, testAccuracy } =
    given;
  const members = fresh.ring.length / TAIL_STEPS;
  return (
    isLike(fresh.ring, ring) &&
    typeof bestLoss === 'number' &&
    isCount(bestStep, step) &&
    isCount(recorded, step + 1) &&
    // −1 before anything is recorded.
    (lastStep === undefined || lastStep === -1 || isCount(lastStep, step)) &&
    [testLoss, testAccuracy].every((value) => value === null || typeof value === 'number') &&
    (firstLosses === undefined || isLike(new Array(members).fill(0), firstLosses))
  );
}

/** The same keys, the same kinds of leaves, arrays of the same length; places in a list of so many are places in it. */
function isLike(fresh: unknown, given: unknown): boolean {
  if (fresh instanceof Float64Array) {
    return given instanceof Float64Array && given.length === fresh.length;
  }
  if (fresh instanceof Uint32Array) {
    if (!(given instanceof Uint32Array) || given.length !== fresh.length) return false;
    return given.every((place) => place < given.length);
  }
  if (Array.isArray(fresh)) {
    if (!Array.isArray(given) || given.length !== fresh.length) return false;
    return fresh.every((one, i) => isLike(one, given[i]));
  }
  if (!isRecord(fresh)) return fresh === null ? given === null : typeof given === typeof fresh;
  if (!isRecord(given)) return false;
  const keys = Object.keys(fresh);
  return (
    keys.length === Object.keys(given).length && keys.every((key) => isLike(fresh[key], given[key]))
  );
}

/** The numbers of a state that are no parts of an array. */
function numbersIn(state: unknown): readonly number[] {
  return isRecord(state) ? Object.values(state).filter((value) => typeof value === 'number') : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

/** A whole number from 0 to this one. */
function isCount(value: unknown, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}
