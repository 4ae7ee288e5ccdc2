import { describe, expect, it } from 'vitest';
import { runRangeTest } from '../../../core/training/run-range-test.ts';
import { runTrial } from '../../../core/training/run-trial.ts';
import type { SweepId, SweepProgress, SweptTrial } from '../../../electron/ipc/sweep.ts';
import { MOST_TRIALS } from '../../../electron/main/sweep-service.ts';
import { assets, bowl, shortDigits } from '../../support/experiments.ts';
import { Lab } from '../../support/lab.ts';
import { RunWorld } from '../../support/run-world.ts';
import { noWorkerScript } from '../../support/worker-script.ts';

const values = [0.1, 0.5, 1, 2.5];
const bases = [bowl({ totalSteps: 300 }), bowl({ totalSteps: 300, seed: 9, replicates: 3 })];
const long = bowl({ totalSteps: 9e8, recordEvery: 1e6 });

/** All messages about a sweep, once it is over. */
async function told(lab: Lab, id: SweepId): Promise<readonly SweepProgress[]> {
  await lab.world.until('sweep:progress', (progress) => progress.id === id && !!progress.over);
  return lab.world.of('sweep:progress').filter((progress) => progress.id === id);
}

function endsOf(messages: readonly SweepProgress[]): readonly SweptTrial[] {
  return messages.flatMap(({ ends }) => ends).sort((a, b) => a.trial - b.trial);
}

describe('a sweep', () => {
  it('tells every end once, base by base and value by value, and then that it is over', async () => {
    const lab = new Lab();
    const messages = await told(
      lab,
      await lab.ask('sweep:start', { kind: 'sweep', bases, path: 'lr', values }),
    );
    const expected = bases.flatMap((base) =>
      values.map((lr) => ({ run: runTrial({ ...base, lr }, assets), test: null, error: null })),
    );
    expect(endsOf(messages)).toEqual(expected.map((end, trial) => ({ trial, ...end })));
    expect(messages.at(-1)).toMatchObject({ done: 8, of: 8, over: 'finished' });
    expect(messages.slice(0, -1).every(({ over }) => over === null)).toBe(true);
  });

  it('of rates in one run is a range test for every seed', async () => {
    const lab = new Lab();
    const rates = { first: 1e-3, last: 10, steps: 80 };
    const id = await lab.ask('sweep:start', {
      kind: 'range-test',
      base: shortDigits,
      seeds: 2,
      rates,
    });
    const { seed } = shortDigits;
    expect(endsOf(await told(lab, id))).toEqual(
      [seed, seed + 1].map((one, trial) => ({
        trial,
        run: null,
        test: runRangeTest({ ...shortDigits, seed: one }, assets, rates),
        error: null,
      })),
    );
  });

  it('is cancelled in the middle, and by the next one; what had ended is told', async () => {
    const lab = new Lab();
    const first = await lab.ask('sweep:start', {
      kind: 'sweep',
      bases: [long],
      path: 'totalSteps',
      values: [50, 9e8],
    });
    await lab.world.until('sweep:progress', ({ done }) => done === 1);
    await lab.ask('sweep:cancel', first);
    const messages = await told(lab, first);
    expect(messages.at(-1)).toMatchObject({ done: 1, of: 2, over: 'cancelled' });
    expect(endsOf(messages).map(({ trial }) => trial)).toEqual([0]);

    const plan = { kind: 'sweep', bases: [long], path: 'lr', values: [0.1] } as const;
    const second = await lab.ask('sweep:start', plan);
    const third = await lab.ask('sweep:start', { ...plan, bases: [bases[0]!] });
    expect((await told(lab, second)).at(-1)).toMatchObject({ done: 0, over: 'cancelled' });
    expect((await told(lab, third)).at(-1)).toMatchObject({ done: 1, over: 'finished' });
    await lab.ask('sweep:cancel', third);
    expect((await told(lab, third)).filter(({ over }) => over !== null)).toHaveLength(1);
  });

  it('goes on beside a run', async () => {
    const lab = new Lab();
    const [run] = lab.world.startAt(10, bowl({ totalSteps: 2e5, recordEvery: 1000 }));
    await lab.world.untilState(run!, 'running');
    const id = await lab.ask('sweep:start', { kind: 'sweep', bases, path: 'lr', values });
    expect((await told(lab, id)).at(-1)).toMatchObject({ done: 8, over: 'finished' });
    // At its pace the run takes hours: the sweep did not wait for it.
    expect(lab.world.states(run!)).toEqual(['running']);
    lab.world.service.stop(run!);
    await lab.world.untilState(run!, 'stopped');
  });

  it('says which training could not be computed where threads die', async () => {
    const workerScript = noWorkerScript;
    const world = new RunWorld({ workerScript });
    world.sweeps.start({ kind: 'sweep', bases: [bases[0]!], path: 'lr', values: [0.1, 0.2] });
    const last = await world.until('sweep:progress', ({ over }) => over !== null);
    expect(last).toMatchObject({ done: 2, of: 2, over: 'finished' });
    const ends = endsOf(world.of('sweep:progress'));
    expect(ends.map(({ run, error }) => [run, error])).toEqual([
      [null, expect.stringMatching(/worker/)],
      [null, expect.stringMatching(/worker/)],
    ]);
  });

  it('is refused where it is too large, or cannot run', async () => {
    const lab = new Lab();
    const many = Array.from({ length: MOST_TRIALS + 1 }, (_, i) => 1 / (i + 1));
    const sweep = { kind: 'sweep', bases: [bases[0]!], path: 'lr', values } as const;
    const refused = async (plan: unknown): Promise<unknown> =>
      (await lab.send('sweep:start', [plan])) as unknown;
    const details = { given: '513', allowed: '512' };
    expect(await refused({ ...sweep, values: many })).toMatchObject({
      error: { code: 'too-many-trials', details },
    });
    expect(await refused({ ...sweep, bases: [long], values: [0.1, 0.2] })).toMatchObject({
      error: { code: 'sweep-too-long', details: { given: '1800000000', allowed: '1000000000' } },
    });
    expect(await refused({ ...sweep, path: 'optimizer.params.beta9' })).toMatchObject({
      error: { code: 'bad-config', details: { config: 'unknown-field' } },
    });
    expect(await refused({ ...sweep, values: [-1] })).toMatchObject({
      error: { code: 'bad-config', details: { config: 'out-of-range', path: 'lr' } },
    });
    const rates = { first: 1, last: 1, steps: 10 };
    expect(await refused({ kind: 'range-test', base: bases[0], seeds: 1, rates })).toMatchObject({
      error: { code: 'bad-arguments' },
    });
    expect(lab.world.of('sweep:progress')).toEqual([]);
  });
});
