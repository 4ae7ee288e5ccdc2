import { beforeEach, describe, expect, it } from 'vitest';
import { runRangeTest } from '../../../core/training/run-range-test.ts';
import { runTrial } from '../../../core/training/run-trial.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { sweep } from '../../../core/experiment/sweep.ts';
import type { ExperimentId } from '../../../electron/ipc/run.ts';
import type { SweepId, SweepPlan, SweptTrial } from '../../../electron/ipc/sweep.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { LabSession } from '../../../renderer/src/state/lab-session.svelte.ts';
import { Sweeper } from '../../../renderer/src/state/sweeper.svelte.ts';
import { FakeLab, runId } from '../../support/fake-lab.ts';
import { unexpected } from '../../support/unexpected.ts';

const id = 'sweep' as SweepId;
let lab: FakeLab;
let session: LabSession;
let sessionListens: number;
let sweeper: Sweeper;
let plan: SweepPlan;

beforeEach(() => {
  setLocale('en');
  lab = new FakeLab();
  lab.answers['sweep:start'] = (asked) => {
    plan = asked;
    return id;
  };
  session = new LabSession(lab, 2000, unexpected, (callback) => callback());
  sessionListens = lab.listening;
  session.draft.setReplicates(1);
  session.draft.setTotalSteps(300);
  session.draft.setNoise(0);
  sweeper = new Sweeper(lab, session);
});

/** How every trial of the plan ends, computed here. */
function ends(): readonly SweptTrial[] {
  if (plan.kind === 'range-test') {
    const { base, rates } = plan;
    return [{ trial: 0, run: null, test: runRangeTest(base, {}, rates), error: null }];
  }
  const { bases, path, values } = plan;
  return bases
    .flatMap((base) => sweep(base, [{ path, values }]))
    .map(({ config }, trial) => ({ trial, run: runTrial(config, {}), test: null, error: null }));
}

function finish(all = ends()): void {
  lab.emit('sweep:progress', { id, ends: all, done: all.length, of: all.length, over: 'finished' });
}

describe('a sweep', () => {
  beforeEach(() => sweeper.open('sweep'));

  it('begins when it is opened, of the selected run, with its rate', () => {
    expect(plan).toMatchObject({ kind: 'sweep', path: 'lr', bases: [session.draft.configs[0]] });
    expect(sweeper.progress.running).toBe(true);
    expect(sweeper.progress.of).toBe(25);
  });

  it('shows points as they come, in whatever order, and speaks of the best', () => {
    const all = ends();
    lab.emit('sweep:progress', { id, ends: [all[9]!], done: 1, of: 25, over: null });
    expect(sweeper.curves[0]!.points.map(({ index }) => index)).toEqual([9]);
    lab.emit('sweep:progress', {
      id: 'other' as SweepId,
      ends: [all[1]!],
      done: 1,
      of: 25,
      over: null,
    });
    expect(sweeper.progress.done).toBe(1);
    finish(all);
    expect(sweeper.progress.running).toBe(false);
    expect(lab.listening).toBe(sessionListens);
    expect(sweeper.chosen).toBe(sweeper.curves[0]!.best!.index);
    // The wall of plain descent is the first value above 2/L = 2.
    const values = sweeper.shown!.values;
    expect(sweeper.curves[0]!.wall!.value).toBe(values.find((value) => value > 2));
  });

  it('puts a value into the draft, which makes nothing stale, and runs it', async () => {
    finish();
    sweeper.choose(3);
    const value = sweeper.shown!.values[sweeper.chosen!]!;
    expect(sweeper.taken).toBeNull();
    sweeper.take(value);
    expect(session.draft.run.lr).toBe(value);
    expect(sweeper.taken).toBe(value);
    session.draft.setLr(0.5);
    expect(sweeper.taken).toBeNull();
    session.draft.setLr(value);
    expect(sweeper.stale).toBe(false);
    lab.answers['experiment:start'] = ({ runs }) => ({
      experimentId: 'e' as ExperimentId,
      runIds: runs.map((_, i) => runId(`r${i}`)),
    });
    lab.answers['run:read'] = () => ({
      run: {} as never,
      note: '',
      series: [],
      times: [],
      checkpointStep: null,
      events: [],
      imported: null,
    });
    await sweeper.run();
    expect(sweeper.mode).toBeNull();
    expect(lab.calls.map(([channel]) => channel)).toContain('experiment:start');
  });

  it('is of other settings once something else changes; opened again it is swept again', async () => {
    finish();
    session.draft.setSeed(7);
    expect(sweeper.stale).toBe(true);
    sweeper.close();
    await sweeper.open('sweep');
    expect(plan).toMatchObject({ bases: [{ seed: 7 }] });
  });

  it('opened again unchanged it is still there', async () => {
    finish();
    sweeper.close();
    await sweeper.open('sweep');
    expect(lab.calls).toHaveLength(1);
    expect(sweeper.curves[0]!.points).toHaveLength(25);
  });

  it('is cancelled in main', async () => {
    await sweeper.progress.cancel();
    expect(lab.calls.at(-1)).toEqual(['sweep:cancel', id]);
    lab.emit('sweep:progress', { id, ends: [], done: 0, of: 25, over: 'cancelled' });
    expect(sweeper.progress).toMatchObject({ running: false, cancelled: true });
  });

  it('takes other settings, each to its place', async () => {
    session.draft.chooseOptimizer('adam');
    session.draft.chooseSchedule('inverse-time');
    for (const [path, value] of [
      ['optimizer.params.beta1', 0.5],
      ['schedule.params.decay', 0.03],
      ['problem.noise', 0.25],
    ] as const) {
      sweeper.chooseSetting(path);
      sweeper.setGrid({ count: 4 });
      await sweeper.start();
      expect(plan).toMatchObject({ kind: 'sweep', path });
      sweeper.take(value);
    }
    const [config] = session.draft.configs;
    expect(config!.optimizer.params['beta1']).toBe(0.5);
    expect(config!.schedule.params['decay']).toBe(0.03);
    expect(config!.problem).toMatchObject({ noise: 0.25 });
  });

  it('gives nothing to a run that has no such setting', async () => {
    session.draft.chooseOptimizer('adam');
    sweeper.chooseSetting('optimizer.params.beta1');
    await sweeper.start();
    expect(sweeper.fits).toBe(true);
    session.draft.select(1);
    expect(sweeper.fits).toBe(false);
    const before = session.draft.configs;
    sweeper.take(0.5);
    expect(session.draft.configs).toEqual(before);
  });

  it('sweeps on beyond the end at which it is best, and computes nothing twice', async () => {
    sweeper.setGrid({ from: 0.01, to: 0.1, count: 5 });
    await sweeper.start();
    finish();
    const before = sweeper.curves[0]!;
    expect(before.best!.index).toBe(4);
    expect(sweeper.beyond!.below).toEqual([]);
    expect(sweeper.beyond!.above.at(-1)).toBeCloseTo(1);

    await sweeper.widen();
    expect(plan).toMatchObject({ values: [0.178, 0.316, 0.562, 1] });
    expect(sweeper.progress.of).toBe(4);
    // What was there stays on the chart meanwhile.
    expect(sweeper.curves[0]!.points).toEqual(
      before.points.map((one) => expect.objectContaining({ index: one.index, value: one.value })),
    );
    finish();
    const { points, best } = sweeper.curves[0]!;
    expect(points.map(({ value }) => value)).toEqual(sweeper.shown!.values);
    expect(points).toHaveLength(9);
    expect(points.slice(0, 5).map(({ summary }) => summary.loss.mean)).toEqual(
      before.points.map(({ summary }) => summary.loss.mean),
    );
    expect(best!.value).toBe(1);
    expect(sweeper.grid).toMatchObject({ from: 0.01, to: 1, count: 9 });
  });

  it('has nothing beyond where it is best inside, or while it goes on', () => {
    expect(sweeper.beyond).toBeNull();
    finish();
    expect(sweeper.beyond).toBeNull();
  });

  it('where no rate brings the loss down, smaller ones are offered', async () => {
    sweeper.setGrid({ from: 3, to: 4, count: 3 });
    await sweeper.start();
    finish();
    expect(sweeper.curves[0]!.best).toBeNull();
    expect(sweeper.beyond!.above).toEqual([]);
    expect(Math.max(...sweeper.beyond!.below)).toBeLessThan(3);
  });

  it('a widening that is refused leaves on the chart what was there', async () => {
    sweeper.setGrid({ from: 0.01, to: 0.1, count: 5 });
    await sweeper.start();
    finish();
    lab.answers['sweep:start'] = () => {
      throw new AppError('sweep-too-long', 'long');
    };
    await sweeper.widen();
    expect(sweeper.refusal).toMatchObject({ code: 'sweep-too-long' });
    expect(sweeper.curves[0]!.points).toHaveLength(5);
    expect(sweeper.shown!.values).toHaveLength(5);
  });

  it('refused, it is over, and says why until it is begun again', async () => {
    lab.answers['sweep:start'] = () => {
      throw new AppError('sweep-too-long', 'long');
    };
    await sweeper.start();
    expect(sweeper.refusal).toMatchObject({ code: 'sweep-too-long' });
    expect(sweeper.shown).toBeNull();
    expect(sweeper.progress.running).toBe(false);
    expect(lab.listening).toBe(sessionListens);
  });

  it('a refusal that comes when something else has been begun does not end that', async () => {
    let refuse = (): void => undefined;
    lab.answers['sweep:start'] = (() =>
      new Promise((_, reject) => {
        refuse = () => reject(new AppError('sweep-too-long', 'long'));
      })) as never;
    const first = sweeper.start();
    lab.answers['sweep:start'] = () => id;
    await sweeper.open('range-test');
    refuse();
    await first;
    expect(sweeper.shown?.mode).toBe('range-test');
    expect(sweeper.refusal).toBeNull();
  });

  it('a refusal that comes when the panel shows another mode is not said there', async () => {
    session.setUp(presets.digits);
    lab.answers['sweep:start'] = () => {
      throw new AppError('sweep-too-long', 'long');
    };
    const refused = sweeper.start();
    await sweeper.open('range-test');
    await refused;
    expect(sweeper.refusal).toBeNull();
  });

  it('does not begin when it is opened over values in the wrong order, or half-typed settings', async () => {
    finish();
    sweeper.setGrid({ from: 5, to: 0.1 });
    expect(sweeper.fault).toBe('order');
    session.draft.setSeed(8);
    await sweeper.open('sweep');
    expect(lab.calls).toHaveLength(1);
    sweeper.setGrid({ from: 0.1, to: 5 });
    session.draft.refuse('lr', true);
    expect(sweeper.fault).toBe('field');
    await sweeper.open('sweep');
    expect(lab.calls).toHaveLength(1);
    session.draft.refuse('lr', false);
    await sweeper.open('sweep');
    expect(plan).toMatchObject({ values: { length: 25 }, bases: [{ seed: 8 }] });
  });

  it('what is told before the name of the sweep is known is not lost', async () => {
    const all = ends();
    lab.answers['sweep:start'] = () => {
      finish(all);
      return id;
    };
    await sweeper.start();
    expect(sweeper.progress.done).toBe(25);
    expect(sweeper.progress.running).toBe(false);
  });
});

it('a model waits for the button: its sweep is not there in a moment', async () => {
  session.setUp(presets.digits);
  await sweeper.open('sweep');
  expect(lab.calls).toEqual([]);
  expect(sweeper.shown).toBeNull();
});

it('a range test of an exact problem needs one seed, of a noisy one five', async () => {
  await sweeper.open('range-test');
  expect(plan).toMatchObject({ kind: 'range-test', seeds: 1, rates: { last: 40, steps: 200 } });
  finish();
  expect(sweeper.tests).toHaveLength(1);
  const { marks } = sweeper.tests[0]!;
  expect(marks.steepest!).toBeLessThan(marks.lowest!);
  // Each rate acts for one step: without noise the rise comes well after the limit of 2.
  expect(marks.blowUp!).toBeGreaterThan(2);
  session.draft.setNoise(1);
  await sweeper.start();
  expect(plan).toMatchObject({ seeds: 5 });
});

describe('a race', () => {
  beforeEach(async () => {
    session.draft.select(1);
    session.draft.chooseSchedule('constant');
    session.draft.chooseOptimizer('momentum');
    await sweeper.open('race');
    finish();
  });

  it('sweeps every run over the same rates', () => {
    expect(plan).toMatchObject({ kind: 'sweep', path: 'lr', bases: session.draft.configs });
    expect(sweeper.curves).toHaveLength(2);
  });

  it('gives each run its own best rate and says so, until a rate is changed', () => {
    expect(session.draft.race).toBeNull();
    sweeper.takeRates('own');
    expect(session.draft.runs.map(({ lr }) => lr)).toEqual(
      sweeper.curves.map(({ best }) => best!.value),
    );
    expect(session.draft.race).toBe('own');
    expect(sweeper.stale).toBe(false);
    session.draft.setLr(0.001);
    expect(session.draft.race).toBeNull();
    sweeper.takeRates('own');
    session.draft.setTotalSteps(301);
    expect(session.draft.race).toBeNull();
  });

  it('or all the same rate, the best for all unless another is chosen', () => {
    sweeper.takeRates('one');
    const [first, second] = session.draft.runs;
    expect(first!.lr).toBe(second!.lr);
    expect(session.draft.race).toBe('one');
    sweeper.choose(2);
    sweeper.takeRates('one');
    expect(session.draft.run.lr).toBe(sweeper.shown!.values[2]);
  });
});
