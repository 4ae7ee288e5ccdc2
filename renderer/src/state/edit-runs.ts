import { MOST_RUNS_PER_PLAN } from '../../../electron/ipc/experiment.ts';
import { defaultParams, type Choice, type Values } from '../../../core/params.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import { runSchedules, type RunScheduleId } from '../../../core/schedules/index.ts';
import { runAt } from '../../../core/training/fork.ts';
import { offeredSchedules } from '../lib/offered-schedules.ts';
import {
  changed,
  firstFree,
  isValid,
  withBase,
  type Draft,
  type DraftRun,
} from './draft-values.ts';

/*
 * Edits of the runs of a draft, each given the index of the run it concerns. Each makes a new draft; one that
 * there is no room or no reason for gives the same one back.
 */

/**
 * Adds a run beside the others: the next schedule, with the first rate of the given run; with that run's schedule
 * where none is to be chosen.
 */
export function addRun(draft: Draft, index: number, sameSchedule: boolean): Draft {
  const { runs } = draft;
  const unused = offeredSchedules.find((id) => !runs.some((run) => run.schedule.id === id));
  const { optimizer, lr, schedule: present } = runs[index]!;
  const schedule = sameSchedule ? present : scheduleChoice(draft, index, unused ?? 'constant');
  return add(draft, { optimizer, schedule, lr, seed: null, fork: null });
}

/** Adds a run that leaves the given one after `step` updates; without a change it repeats it. */
export function forkRun(draft: Draft, index: number, step: number): Draft {
  // Before a fork left its run there is only that one.
  const from = runAt(draft.runs[index]!, step);
  const { optimizer, schedule, lr, seed } = from;
  return add(draft, { optimizer, schedule, lr, seed, fork: { step, from, anew: false } });
}

/** Adds a run with the settings of the given one and other random numbers. */
export function repeatRun(draft: Draft, index: number): Draft {
  const { slot: _slot, ...run } = seeded(draft.runs[index]!, freeSeed(draft));
  return add(draft, run);
}

/** Another seed: of the runs that share theirs it changes for all, one of its own for this run. */
export function setSeed(draft: Draft, index: number, seed: number): Draft {
  const run = draft.runs[index]!;
  if (run.seed === null) return withBase(draft, { seed });
  return setRun(draft, index, seeded(run, seed));
}

/** Gives a run a seed that no other has, or lets it share that of all again. */
export function setOwnSeed(draft: Draft, index: number, own: boolean): Draft {
  const run = draft.runs[index]!;
  if (own === (run.seed !== null)) return draft;
  return setRun(draft, index, seeded(run, own ? freeSeed(draft) : null));
}

/** With what it leaves, too: both futures of a fork have one past. */
function seeded(run: DraftRun, seed: number | null): DraftRun {
  const { fork } = run;
  return { ...run, seed, fork: fork && { ...fork, from: seeded(fork.from, seed) } };
}

/** The first seed after all that are in use; a run uses as many in a row as the experiment has. */
function freeSeed({ base, runs }: Draft): number {
  const used = runs.map(({ seed }) => seed ?? base.seed);
  return (Math.max(base.seed, ...used) + base.replicates) >>> 0;
}

/** Takes a run away; the last one stays. */
export function removeRun(draft: Draft, index: number): Draft {
  if (draft.runs.length === 1) return draft;
  return { ...draft, runs: draft.runs.filter((_, i) => i !== index) };
}

export function setRun(draft: Draft, index: number, change: Partial<DraftRun>): Draft {
  return {
    ...draft,
    runs: draft.runs.map((run, i) => (i === index ? { ...run, ...change } : run)),
  };
}

/** A first rate for each run, in their order. */
export function setRates(draft: Draft, rates: readonly number[]): Draft {
  return { ...draft, runs: draft.runs.map((run, i) => ({ ...run, lr: rates[i] ?? run.lr })) };
}

/** Another optimizer with its defaults, at the rate that is set. */
export function chooseOptimizer(draft: Draft, index: number, id: OptimizerId): Draft {
  const params = defaultParams(optimizers[id].params);
  return setRun(draft, index, { optimizer: { id, params } });
}

export function setOptimizerParams(draft: Draft, index: number, change: Values): Draft {
  return setRun(draft, index, { optimizer: changed(draft.runs[index]!.optimizer, change) });
}

export function chooseSchedule(draft: Draft, index: number, id: RunScheduleId): Draft {
  return setRun(draft, index, { schedule: scheduleChoice(draft, index, id) });
}

export function setScheduleParams(draft: Draft, index: number, change: Values): Draft {
  return setRun(draft, index, { schedule: changed(draft.runs[index]!.schedule, change) });
}

/** Whether the schedule of a fork begins there, or goes on. */
export function setForkAnew(draft: Draft, index: number, anew: boolean): Draft {
  const { fork } = draft.runs[index]!;
  return fork ? setRun(draft, index, { fork: { ...fork, anew } }) : draft;
}

function add(draft: Draft, run: Omit<DraftRun, 'slot'>): Draft {
  const { runs } = draft;
  if (runs.length >= MOST_RUNS_PER_PLAN) return draft;
  const slot = firstFree(runs.map((other) => other.slot));
  return { ...draft, runs: [...runs, { ...run, slot }] };
}

/** A schedule with its defaults, and with the constants that the run, or another one, shares with it. */
function scheduleChoice({ runs }: Draft, index: number, id: RunScheduleId): Choice {
  const { params } = runSchedules[id];
  const defaults: Values = defaultParams(params);
  const present = [runs[index]!, ...runs].map((run) => run.schedule.params);
  const kept = Object.keys(defaults).flatMap((name) => {
    const value = present.find((values) => name in values)?.[name];
    return value !== undefined && isValid(params, { [name]: value }) ? [[name, value]] : [];
  });
  return { id, params: { ...defaults, ...Object.fromEntries(kept) } };
}
