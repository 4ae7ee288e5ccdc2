import { ConfigError } from '../errors.ts';
import type { ExperimentConfig } from '../experiment/config.ts';
import { parseExperimentConfig } from '../experiment/parse.ts';
import { optimizers, type OptimizerId } from '../optimizers/index.ts';
import type { Choice, Value } from '../params.ts';
import type { Checkpoint, MemberCheckpoint } from './trainer.ts';

/** What may be different after a fork. Problem, data order, seeds and streams stay those of the run. */
export type ForkChanges = Partial<
  Pick<
    ExperimentConfig,
    | 'optimizer'
    | 'schedule'
    | 'scheduleUnit'
    | 'scheduleStart'
    | 'scheduleMetric'
    | 'lr'
    | 'totalSteps'
    | 'recordEvery'
    | 'evaluateEvery'
    | 'stop'
  >
>;

/** A run that leaves another at the step of a checkpoint. */
export interface Fork {
  readonly config: ExperimentConfig;
  /** Where it begins: to be given to `createTrainer` together with the configuration. */
  readonly checkpoint: Checkpoint;
}

/**
 * Leaves a run at a checkpoint with other settings. Both futures share parameters, random streams and
 * data order, so that what differs is due to the change alone; without a change they are equal to the bit.
 *
 * - A pure schedule goes on at the index of the step; a negative `scheduleStart` begins it anew.
 * - A schedule that looks at a metric keeps its memory only if schedule, metric and rate are unchanged.
 * - Numbers of the optimizer may change under its slots: those it had stay, those it had not are fresh.
 *   Another kind, or another variant (a parameter that is a choice), starts with fresh slots and t = 1.
 * - A run that had ended goes on as far as its new settings let it, unless it had diverged.
 *
 * Throws ConfigError where the changed configuration cannot run or ends before the fork.
 */
export function fork(config: ExperimentConfig, checkpoint: Checkpoint, changes: ForkChanges): Fork {
  const forked = parseExperimentConfig({ ...config, ...changes });
  const { step } = checkpoint;
  if (forked.totalSteps < step) {
    throw new ConfigError('out-of-range', 'totalSteps', `${forked.totalSteps}`, `≥ ${step}`);
  }
  const keepsFeedback = (['schedule', 'scheduleMetric', 'lr'] as const).every((field) =>
    same(config[field], forked[field]),
  );
  const changed = !same(config, forked);
  const members = checkpoint.members.map((member): MemberCheckpoint => {
    const goesOn = changed && member.step === step && member.outcome?.status !== 'diverged';
    return {
      ...member,
      ...slotsFor(forked, config, member),
      schedule: keepsFeedback ? member.schedule : null,
      outcome: goesOn ? null : member.outcome,
    };
  });
  const patient = same(config.stop.patience, forked.stop.patience);
  const stop = checkpoint.stop && !patient ? { ...checkpoint.stop, ...impatient } : checkpoint.stop;
  return { config: forked, checkpoint: { ...checkpoint, members, stop } };
}

const impatient = { best: Infinity, checksWithoutGain: 0, lastCheck: -1 } as const;

function slotsFor(
  { optimizer, lr }: ExperimentConfig,
  { optimizer: before }: ExperimentConfig,
  { optimizer: slots, optimizerStart, params, step }: MemberCheckpoint,
): Pick<MemberCheckpoint, 'optimizer' | 'optimizerStart'> {
  if (same(optimizer, before)) return { optimizer: slots, optimizerStart };
  if (!same(kindOf(optimizer), kindOf(before))) return { optimizer: null, optimizerStart: step };
  const spec = optimizers[optimizer.id as OptimizerId];
  const fresh = spec.create(optimizer.params as never, lr).init(params.length);
  return { optimizer: adopt(fresh, slots), optimizerStart };
}

/** The id of an optimizer and those of its parameters that choose a variant. */
function kindOf({ id, params }: Choice): readonly Value[] {
  return [id, ...Object.values(params).filter((value) => typeof value === 'string')];
}

/** The fresh slots, each with what it held before, where it held as many numbers; one that was off had none. */
function adopt(fresh: unknown, held: unknown): unknown {
  if (!isRecord(fresh) || !isRecord(held)) return fresh;
  const kept = Object.entries(fresh).map(([name, slot]) => {
    const before = held[name];
    return [name, lengthOf(before) === lengthOf(slot) ? (before ?? slot) : slot];
  });
  return Object.fromEntries(kept) as unknown;
}

const lengthOf = (slot: unknown): number | null =>
  slot instanceof Float64Array ? slot.length : null;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What may be a fork of another of its kind: a configuration, or a run that is still being put together. */
interface MayFork<Run> {
  readonly fork?: { readonly step: number; readonly from: Run } | null;
}

/** The run that makes the update after a step: before a fork has left its run, that one. */
export function runAt<Run extends MayFork<Run>>(run: Run, step: number): Run {
  return run.fork && step < run.fork.step ? runAt(run.fork.from, step) : run;
}

/** Whether a fork has the settings of the run it leaves; the two are then one run, to the bit. */
export function changesNothing({ fork: own, ...settings }: ExperimentConfig): boolean {
  if (!own) return false;
  const { fork: _past, ...left } = own.from;
  return same(settings, left);
}

/** Parsed settings are plain JSON with their fields in a fixed order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
