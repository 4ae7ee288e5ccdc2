/** What an assignment has locked is changed by no edit, and nothing is lost by opening or leaving one. */
import { beforeEach, describe, expect, test } from 'vitest';
import { presets } from '../../../core/experiment/presets.ts';
import {
  lockableParts,
  type Assignment,
  type LockablePart,
} from '../../../electron/ipc/assignment.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { ExperimentDraft } from '../../../renderer/src/state/experiment-draft.svelte.ts';
import { LockedError, type EditFault } from '../../../renderer/src/state/locked-parts.ts';
import { findTheRate } from '../../support/files/assignment.ts';

let draft: ExperimentDraft;
let faults: EditFault[];
beforeEach(() => {
  setLocale('en');
  faults = [];
  draft = new ExperimentDraft((fault) => faults.push(fault));
});

const digits = presets.digits.runs.map(({ config }) => config);
const locking = (
  locked: readonly LockablePart[],
  runs: Assignment['runs'] = findTheRate.runs,
): Assignment => ({ ...findTheRate, locked, runs });

type Edit = readonly [name: string, edit: (draft: ExperimentDraft) => void];
/** Edits of every part, under the part they change; on a bowl. */
const edits: Readonly<Record<LockablePart, readonly Edit[]>> = {
  runs: [
    ['add', (it) => it.addRun()],
    ['fork', (it) => it.forkRun(3)],
    ['remove', (it) => it.removeRun(0)],
  ],
  problem: [
    ['kind', (it) => it.chooseProblem('stream')],
    ['curvature', (it) => it.setObjectiveParams({ lambda1: 2 })],
  ],
  start: [['drag', (it) => it.setStart([0.5, 0.25])]],
  noise: [
    ['noise', (it) => it.setNoise(0.125)],
    ['seed', (it) => it.setSeed(77)],
    ['seeds', (it) => it.setReplicates(7)],
    ['own seed', (it) => it.setOwnSeed(true)],
    ['repeat', (it) => it.repeatRun()],
  ],
  optimizer: [
    ['choose', (it) => it.chooseOptimizer('adam')],
    ['constant', (it) => it.setOptimizerParams({ weightDecay: 0.5 })],
  ],
  rate: [
    ['rate', (it) => it.setLr(0.017)],
    ['race', (it) => it.setRates([0.017, 0.018], 'own')],
  ],
  schedule: [
    ['choose', (it) => it.chooseSchedule('cosine')],
    ['constant', (it) => (it.select(1), it.setScheduleParams({ decay: 0.5 }))],
    ['unit', (it) => it.setScheduleUnit('epoch')],
  ],
  stopping: [
    ['steps', (it) => it.setTotalSteps(300)],
    ['epochs', (it) => it.setEpochs(300)],
    ['rule', (it) => it.setStop({ targetLoss: 1e-3 })],
  ],
};
const all = lockableParts.flatMap((part) =>
  edits[part].map(([name, edit]) => [part, name, edit] as const),
);

describe.each(all)('%s: %s', (part, _name, edit) => {
  test('is not done where that part is locked, and that is said', () => {
    draft.assign(locking([part]));
    const before = JSON.stringify(draft.configs);
    edit(draft);
    expect(JSON.stringify(draft.configs)).toBe(before);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toBeInstanceOf(LockedError);
    expect(faults[0]).toMatchObject({ part });
    expect(draft.race).toBeNull();
  });

  test('is done where that part is not, and after it was left', () => {
    draft.assign(locking([part]));
    draft.leaveAssignment();
    const before = JSON.stringify(draft.configs);
    edit(draft);
    expect(faults).toEqual([]);
    expect(JSON.stringify(draft.configs)).not.toBe(before);
  });
});

test('of a model batch size and data are locked each by their part', () => {
  draft.assign(locking(['problem', 'noise'], digits));
  const before = JSON.stringify(draft.configs);
  draft.setBatchSize(7);
  draft.chooseDataset('moons');
  draft.setScaling('standardize');
  expect(JSON.stringify(draft.configs)).toBe(before);
  expect(faults.map((fault) => (fault as LockedError).part)).toEqual([
    'noise',
    'problem',
    'problem',
  ]);
});

test('a run that is added has what is locked from the others', () => {
  draft.assign(locking(lockableParts.filter((part) => part !== 'runs')));
  draft.select(1);
  draft.addRun();
  expect(faults).toEqual([]);
  expect(draft.runs).toHaveLength(3);
  expect(draft.run.schedule).toEqual(draft.runs[1]!.schedule);
  draft.forkRun(5);
  expect(draft.runs).toHaveLength(4);
  draft.removeRun(0);
  draft.addRun();
  expect(faults).toEqual([]);
});

test('opening one is one edit: undo brings back the draft there was, and its freedom', () => {
  draft.setLr(0.0123);
  const own = JSON.stringify(draft.kept);
  draft.assign(locking(lockableParts));
  expect(draft.name).toBe(findTheRate.title);
  expect(draft.configs).toEqual(findTheRate.runs);
  draft.undo();
  expect(draft.assignment).toBeNull();
  expect(JSON.stringify(draft.kept)).toBe(own);
  draft.redo();
  expect(draft.locks('rate')).toBe(true);
});

test('what is taken back is all of it, whatever was edited since', () => {
  draft.setLr(0.0123);
  const own = JSON.stringify(draft.kept);
  const given = locking(['rate']);
  draft.assign(given);
  draft.setNoise(0.5);
  draft.setStart([2, 2]);
  draft.unassign(given);
  expect(JSON.stringify(draft.kept)).toBe(own);
  draft.setLr(0.02);
  draft.unassign(given);
  expect(draft.config.lr).toBe(0.02);
});

test('undo never leads to a draft under the assignment that it does not allow', () => {
  draft.assign(locking(['schedule']));
  draft.setLr(0.2);
  draft.leaveAssignment();
  draft.chooseSchedule('cosine');
  expect(draft.left).toEqual(locking(['schedule']));
  draft.undo();
  expect(draft.assignment).toBeNull();
  draft.undo();
  expect(draft.locks('schedule')).toBe(true);
  expect(draft.config.schedule).toEqual(findTheRate.runs[0]!.schedule);
  expect(draft.config.lr).toBe(0.2);
});

test('what else is opened leaves it, unless it is of the same experiment; both ways there is a way back', () => {
  draft.assign(locking(['problem', 'schedule', 'runs']));
  draft.setLr(0.2);
  const under = JSON.stringify(draft.kept);
  draft.loadRuns('saved', draft.configs, null);
  expect(draft.assignment).not.toBeNull();
  draft.undo();
  draft.loadPreset(presets.pair);
  expect(draft.assignment).toBeNull();
  expect(draft.left?.title).toBe(findTheRate.title);
  draft.chooseOptimizer('adam');
  draft.returnToAssignment();
  expect(JSON.stringify(draft.kept)).toBe(under);
  draft.leaveAssignment();
  draft.forgetAssignment();
  expect(draft.left).toBeNull();
});

test.each([
  ['another schedule', { schedule: presets.digits.runs[0]!.config.schedule }],
  ['another rate', { lr: 0.9 }],
  ['another length', { totalSteps: 9 }],
  ['another start', { problem: { ...findTheRate.runs[0]!.problem, start: [3, 3] } as never }],
])('saved runs with %s are none of an assignment that locks it', (_name, change) => {
  draft.assign(locking(lockableParts));
  draft.loadRuns(
    'saved',
    findTheRate.runs.map((config) => ({ ...config, ...change })),
    null,
  );
  expect(draft.assignment).toBeNull();
});

test('it is kept with the draft', () => {
  draft.assign(locking(['rate']));
  const kept = JSON.parse(JSON.stringify(draft.kept)) as typeof draft.kept;
  const other = new ExperimentDraft((fault) => faults.push(fault));
  other.restore(kept);
  other.setLr(0.9);
  expect(other.assignment).toEqual(locking(['rate']));
  expect(faults).toHaveLength(1);
});

test('an assignment that was left can be gone back to where a page takes the place of another', () => {
  draft.assign(locking(['rate']));
  draft.setNoise(0.5);
  const under = JSON.stringify(draft.configs);
  draft.loadPreset(presets.digits);
  const kept = JSON.parse(JSON.stringify(draft.kept)) as typeof draft.kept;
  const other = new ExperimentDraft((fault) => faults.push(fault));
  other.restore(kept);
  expect(other.left).toEqual(locking(['rate']));
  expect(other.name).toBe(draft.name);
  other.returnToAssignment();
  expect(JSON.stringify(other.configs)).toBe(under);
  expect(other.locks('rate')).toBe(true);
});

test('under an assignment that locks nothing, runs belong to it by their name', () => {
  draft.assign(locking([]));
  draft.chooseObjective('rosenbrock');
  draft.loadRuns(findTheRate.title, draft.configs, null);
  expect(draft.assignment).not.toBeNull();
  draft.rename('mine');
  draft.loadRuns('mine', draft.configs, null);
  expect(draft.assignment).not.toBeNull();
  draft.loadRuns('saved', digits, null);
  expect(draft.assignment).toBeNull();
  expect(draft.left).toEqual(locking([]));
});
