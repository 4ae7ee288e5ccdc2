import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { ExperimentId, RunState, StateReason } from '../../../electron/ipc/run.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { forkHere, forkHindrance } from '../../../renderer/src/state/fork-at-cursor.ts';
import { LabSession } from '../../../renderer/src/state/lab-session.svelte.ts';
import { explored } from '../../support/explored.ts';
import { FakeLab, ramp, runId, settled, summary } from '../../support/fake-lab.ts';
import { bowl } from '../../support/experiments.ts';
import { unexpected } from '../../support/unexpected.ts';

let lab: FakeLab;
let session: LabSession;

beforeEach(() => {
  setLocale('en');
  lab = new FakeLab();
  lab.answers['experiment:start'] = (plan) => ({
    experimentId: 'e1' as ExperimentId,
    runIds: plan.runs.map((_, i) => runId(`r${i}`)),
  });
  lab.answers['run:again'] = (ids) => ({
    experimentId: 'e2' as ExperimentId,
    runIds: ids.map((_, i) => runId(`again-${i}`)),
  });
  lab.answers['run:read'] = (id) => ({
    run: summary(id, { state: 'running', reason: null, step: 0 }),
    note: '',
    series: [],
    times: [],
    checkpointStep: null,
    events: [],
    imported: null,
  });
  session = new LabSession(lab, 2000, unexpected, (callback) => callback());
});

function status(id: string, state: RunState, step: number): void {
  lab.emit('run:status', {
    id: runId(id),
    state,
    reason: null,
    step,
    result: null,
    error: null,
  });
}

const namesOf = (channel: string): readonly unknown[] =>
  lab.calls.filter(([called]) => called === channel).map(([, id]) => id);

test('who pauses at once, before anything of the runs is read, pauses them', async () => {
  const run = session.run();
  while (session.runs.length === 0) await Promise.resolve();
  expect(session.runs.map(({ state }) => state)).toEqual(['queued', 'queued']);
  await session.pauseOrResume();
  expect(namesOf('run:pause')).toEqual(['r0', 'r1']);
  await run;
});

describe('an experiment that runs', () => {
  beforeEach(() => session.run());

  test('holds the settings still and shows its runs', () => {
    expect(session.runs.map(({ id }) => id)).toEqual(['r0', 'r1']);
    expect(session.going).toBe(true);
    expect(session.editable).toBe(false);
  });

  test('pauses and resumes what is not over', async () => {
    status('r0', 'finished', 2000);
    await session.pauseOrResume();
    expect(namesOf('run:pause')).toEqual(['r1']);
    status('r1', 'paused', 500);
    expect(session.paused).toBe(true);
    await session.pauseOrResume();
    expect(namesOf('run:resume')).toEqual(['r1']);
  });

  test('stops all that is not over', async () => {
    await session.stop();
    expect(namesOf('run:stop')).toEqual(['r0', 'r1']);
  });

  test('the cursor follows what is known of all until it is put somewhere', () => {
    lab.emit('run:chunks', { id: runId('r0'), step: 30, chunks: [ramp('train/loss', 0, 29)] });
    expect(session.cursor.step).toBe(0);
    lab.emit('run:chunks', { id: runId('r1'), step: 10, chunks: [ramp('train/loss', 0, 9)] });
    // The numbers of step 10 come with the next update.
    expect(session.cursor.step).toBe(9);
    session.cursor.pin(4);
    expect(session.cursor.step).toBe(4);
    session.cursor.point(7);
    expect(session.cursor.step).toBe(7);
    session.cursor.point(null);
    session.cursor.pin(null);
    expect(session.cursor.step).toBe(9);
  });

  test('while it is paused, and when it was ended, no step is gone to whose numbers nobody knows', () => {
    for (const id of ['r0', 'r1']) {
      lab.emit('run:chunks', { id: runId(id), step: 10, chunks: [ramp('train/loss', 0, 9)] });
      status(id, 'paused', 10);
    }
    expect([session.step, session.cursor.step]).toEqual([9, 9]);
    session.cursor.goTo(10);
    expect(session.cursor.step).toBe(9);
    session.cursor.goTo(8);
    expect(session.cursor.step).toBe(8);
    session.cursor.follow();
    status('r0', 'stopped', 10);
    status('r1', 'finished', 2000);
    expect(session.cursor.step).toBe(2000);
  });

  test('a second experiment leaves nothing of the first on the stage', async () => {
    const listening = lab.listening;
    status('r0', 'finished', 2000);
    status('r1', 'finished', 2000);
    await session.run();
    expect(lab.listening).toBe(listening);
  });
});

describe('results and settings', () => {
  beforeEach(async () => {
    await session.run();
    status('r0', 'finished', 2000);
    status('r1', 'finished', 2000);
  });

  test('results go when a setting changes and return when it is changed back', () => {
    expect(session.runs).toHaveLength(2);
    session.draft.setSeed(7);
    expect(session.runs).toHaveLength(0);
    expect(session.hasHiddenResults).toBe(true);
    session.draft.setSeed(1);
    expect(session.runs).toHaveLength(2);
  });

  test('one word brings the last results back', () => {
    session.draft.addRun();
    session.showResults();
    expect(session.runs).toHaveLength(2);
    expect(session.draft.runs).toHaveLength(2);
  });

  test('one of two that goes on beyond its last step leaves both on the stage, when it is over too', async () => {
    const { totalSteps } = session.draft;
    session.draft.select(1);
    const longer = totalSteps + 500;
    const extended = { kind: 'extended', step: totalSteps, totalSteps: longer, from: 0 } as const;
    const event = { ...extended, result: null, ends: {}, at: 1 };
    lab.emit('run:event', { id: runId('r1'), event });
    await settled();
    expect(session.draft.selected).toBe(1);
    status('r1', 'finished', longer);
    expect(session.runs.map(({ config }) => config.totalSteps)).toEqual([totalSteps, longer]);
    expect(session.totalSteps).toBe(longer);
    session.cursor.pin(longer);
    expect(session.cursor.step).toBe(longer);
  });
});

describe('settings that nothing was run with', () => {
  beforeEach(async () => {
    lab.answers['experiment:explore'] = (configs) => ({ runs: configs.map(explored) });
    await session.explore();
  });

  test('are computed ahead: drawn, but no results', () => {
    expect(session.exploring).toBe(true);
    expect(session.shown.map(({ id, ended }) => [id, ended])).toEqual([
      ['ahead 0', true],
      ['ahead 1', true],
    ]);
    expect(session.runs).toEqual([]);
    expect(session.cursor.step).toBe(2000);
  });

  test('can be walked through step by step, and no further than they go', () => {
    session.cursor.goTo(7);
    expect([session.cursor.step, session.cursor.pinned]).toEqual([7, 7]);
    session.cursor.goTo(-1);
    expect(session.cursor.step).toBe(0);
    session.cursor.goTo(1e9);
    expect(session.cursor.step).toBe(2000);
    session.cursor.follow();
    expect(session.cursor.pinned).toBeNull();
  });

  test('give way to a run, and come back when a setting changes after it', async () => {
    await session.run();
    expect(session.exploring).toBe(false);
    status('r0', 'finished', 2000);
    status('r1', 'finished', 2000);
    await session.explore();
    expect(session.exploring).toBe(false);
    session.draft.setSeed(9);
    await session.explore();
    expect(session.exploring).toBe(true);
    expect(session.shown[0]!.config.seed).toBe(9);
  });
});

describe('a saved experiment', () => {
  beforeEach(async () => {
    lab.answers['run:read'] = (id) => ({
      run: summary(id),
      note: '',
      series: [],
      times: [],
      checkpointStep: null,
      events: [],
      imported: null,
    });
    await session.open([summary('a'), summary('b')], runId('b'));
    await settled();
  });

  test('keeps the names of its runs, also one given while it is looked at', () => {
    expect(session.runNames).toEqual(['a', 'b']);
    session.renamed(runId('b'), 'steeper');
    expect(session.runNames).toEqual(['a', 'steeper']);
  });

  test('is shown as it was, sealed, with the opened run selected', () => {
    expect(session.runs.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(session.draft.selected).toBe(1);
    expect(session.editable).toBe(false);
    expect(session.experimentName).toBe('experiment');
  });

  test('a copy can be changed; the saved one is left alone', () => {
    session.editCopy();
    expect(session.editable).toBe(true);
    session.draft.setLr(0.9);
    expect(session.runs).toHaveLength(0);
    expect(lab.calls.some(([channel]) => channel === 'run:change')).toBe(false);
  });

  test('runs again with the same settings', async () => {
    await session.run();
    expect(lab.calls).toContainEqual(['run:again', ['a', 'b'], null]);
    expect(lab.calls.some(([channel]) => channel === 'experiment:start')).toBe(false);
    expect(session.runs.map(({ id }) => id)).toEqual(['again-0', 'again-1']);
    expect(session.sealed).toBe(false);
  });

  test('a copy that was changed is another experiment', async () => {
    session.editCopy();
    session.draft.setLr(0.9);
    await session.run();
    expect(lab.calls.some(([channel]) => channel === 'run:again')).toBe(false);
    expect(lab.calls.some(([channel]) => channel === 'experiment:start')).toBe(true);
  });
});

describe('runs that go on', () => {
  const stopped = ['a', 'b'].map((id) =>
    summary(id, { state: 'stopped', reason: 'user', step: 40 }),
  );

  test('do so together, as they are', async () => {
    lab.answers['run:continue'] = (ids) => ({ inPlace: ids, asNew: [] });
    await session.open(stopped);
    lab.answers['run:read'] = (id) => ({
      run: stopped.find((run) => run.id === id)!,
      note: '',
      series: [],
      times: [],
      checkpointStep: null,
      events: [],
      imported: null,
    });
    await session.open(stopped);
    expect(session.continuable).toBe(true);
    await session.continueRuns();
    expect(lab.calls).toContainEqual(['run:continue', ['a', 'b'], null]);
    expect(session.runs.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('as new runs come on the stage in their place', async () => {
    await session.open(stopped);
    for (const { id } of stopped) status(id, 'stopped', 40);
    lab.answers['run:continue'] = (ids) => ({
      inPlace: [],
      asNew: ids.map((from) => ({ from, id: runId(`${from}2`) })),
    });
    // Newest first, as the library lists them.
    lab.answers['run:summaries'] = (ids) => ids.toReversed().map((id) => summary(id));
    lab.emit('run:status', { ...stopped[0]!, reason: 'user' });
    lab.emit('run:status', { ...stopped[1]!, reason: 'user' });
    await session.continueRuns();
    expect(session.runs.map(({ id }) => id)).toEqual(['a2', 'b2']);
  });

  test('beyond their last step are read anew, and the settings say so', async () => {
    await session.open([summary('a'), summary('b')]);
    const before = session.runs;
    const event = {
      kind: 'extended',
      step: 100,
      totalSteps: 150,
      from: 60,
      result: null,
      ends: {},
      at: 1,
    } as const;
    lab.emit('run:event', { id: runId('a'), event });
    await settled();
    expect(session.runs.map(({ config }) => config.totalSteps)).toEqual([150, 100]);
    expect([session.runs[0] === before[0], session.runs[1] === before[1]]).toEqual([false, true]);
    expect(session.totalSteps).toBe(150);
    expect(session.runs).toHaveLength(2);
  });
});

test('nothing starts while a field holds no value', async () => {
  session.draft.refuse('lr', true);
  await session.run();
  expect(lab.calls).toHaveLength(0);
});

test('an inspector opened in a wide window does not cover a narrow one, and the other way about', () => {
  session.inspectorFold.fold('wide', true);
  session.inspectorFold.fold('wide', false);
  expect(session.inspectorFold.folded('narrow')).toBe(true);
  session.inspectorFold.fold('narrow', false);
  session.inspectorFold.fold('wide', true);
  expect(session.inspectorFold.folded('narrow')).toBe(false);
});

describe('a race', () => {
  const raced = ['r0', 'r1'].map((id, i) =>
    summary(id, { race: 'own', config: bowl({ totalSteps: 100, lr: 0.1 * (i + 1) }) }),
  );

  test('is told to main with the runs it is for', async () => {
    session.draft.setRates([0.1, 0.2], 'own');
    expect(session.draft.plan()).toMatchObject({ race: 'own' });
    session.draft.setLr(0.3);
    expect(session.draft.plan()).not.toHaveProperty('race');
  });

  test('that was stored is one again when it is opened, until a setting is changed', async () => {
    await session.open(raced);
    expect(session.draft.race).toBe('own');
    session.editCopy();
    session.draft.setLr(0.5);
    expect(session.draft.race).toBeNull();
    session.showResults();
    expect(session.draft.race).toBe('own');
  });
});

describe('a fork of runs that have ended', () => {
  const end = (state: RunState, reason: StateReason | null, step: number): void => {
    for (const id of ['r0', 'r1']) {
      lab.emit('run:status', { id: runId(id), state, reason, step, result: null, error: null });
    }
  };

  beforeEach(() => session.run());

  test.each([
    ['end', 'finished', null, 2000],
    ['diverged', 'diverged', 'loss', 125],
    ['stopped', 'stopped', 'target-loss', 300],
  ] as const)(
    'has no future where they ended (%s), but has one a step before',
    (why, state, reason, step) => {
      end(state, reason, step);
      expect(forkHindrance(session)).toBe(why);
      forkHere(session);
      expect(session.draft.runs).toHaveLength(2);
      session.cursor.goTo(step - 1);
      expect(forkHindrance(session)).toBeNull();
      forkHere(session);
      expect(session.draft.runs).toHaveLength(3);
      expect(session.draft.config.fork?.step).toBe(step - 1);
    },
  );

  test('one that changes nothing is not run a second time, but selected; with a change it is', async () => {
    end('stopped', 'user', 300);
    session.cursor.goTo(200);
    forkHere(session);
    const fork = session.draft.selected;
    session.draft.select(0);
    const begun = namesOf('experiment:start').length;
    await session.run();
    expect(namesOf('experiment:start')).toHaveLength(begun);
    expect(session.draft.selected).toBe(fork);
    session.draft.setLr(0.07);
    const parents = session.draft.configs.slice(0, -1);
    lab.answers['experiment:add'] = ({ runs }) => ({
      experimentId: 'e1' as ExperimentId,
      runIds: runs.map((_, i) => runId(`added-${i}`)),
    });
    await session.run();
    // Its parent is not computed once more: it alone comes to the experiment.
    expect(namesOf('experiment:start')).toHaveLength(begun);
    const [addition] = namesOf('experiment:add') as [{ beside: string; runs: unknown[] }];
    expect(addition.beside).toBe('r0');
    expect(addition.runs).toHaveLength(1);
    expect(session.runs.map(({ id }) => id)).toEqual(['r0', 'r1', 'added-0']);
    expect(session.runs.slice(0, 2).map(({ config }) => config)).toEqual(parents);
  });

  test('where the experiment is gone meanwhile, all of it begins anew', async () => {
    end('stopped', 'user', 300);
    session.cursor.goTo(200);
    forkHere(session);
    session.draft.setLr(0.07);
    const begun = namesOf('experiment:start').length;
    lab.answers['experiment:add'] = () => {
      throw new AppError('unknown-run', 'there is no such run', { id: 'r0' });
    };
    await session.run();
    expect(namesOf('experiment:add')).toHaveLength(1);
    expect(namesOf('experiment:start')).toHaveLength(begun + 1);
  });

  test('with a parent that was changed it is another experiment', async () => {
    end('stopped', 'user', 300);
    session.cursor.goTo(200);
    forkHere(session);
    session.draft.setLr(0.07);
    session.draft.select(1);
    session.draft.setLr(0.2);
    const begun = namesOf('experiment:start').length;
    await session.run();
    expect(namesOf('experiment:start')).toHaveLength(begun + 1);
    expect(namesOf('experiment:add')).toEqual([]);
  });

  test('one that a person stopped can go on otherwise from where it stands', () => {
    end('stopped', 'user', 300);
    expect(forkHindrance(session)).toBeNull();
  });
});
