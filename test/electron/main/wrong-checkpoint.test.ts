/**
 * Files whose sums are right and whose checkpoints cannot be: lengths, NaN, other slots, an end before the end. Such
 * a run goes on all the same, from an older checkpoint or from its start, and is the one that nothing interrupted.
 */
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { optimizers } from '../../../core/optimizers/index.ts';
import { defaultParams } from '../../../core/params.ts';
import type { Checkpoint, MemberCheckpoint } from '../../../core/training/trainer.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { parse, stringify } from '../../../electron/store/json-values.ts';
import { bitsOf, expectedColumns, shortDigits } from '../../support/experiments.ts';
import { archiveOf } from '../../support/files/archive.ts';
import { contentOf, exported } from '../../support/files/library-files.ts';
import { RunWorld } from '../../support/run-world.ts';
import { importRuns } from '../../support/library/import-runs.ts';

const adam = { id: 'adam', params: defaultParams(optimizers.adam.params) };
const stoppedConfig = { ...shortDigits, totalSteps: 1200, optimizer: adam };
const finishedConfig = { ...shortDigits, totalSteps: 300, optimizer: adam, seed: 9 };
const MORE = 100;

let world: RunWorld;
let stopped: RunId;
let finished: RunId;
/** What each of the two ended with. */
let steps: { readonly stopped: number; readonly paused: number };

/** A run that was paused on its way and then stopped, and one that was paused and then finished. */
beforeEach(async () => {
  world = new RunWorld();
  // So slowly that neither has ended before it is told to pause, however busy the machine is.
  [stopped, finished] = world.startAt(40, stoppedConfig, finishedConfig) as [RunId, RunId];
  for (const id of [stopped, finished]) {
    await world.until('run:saved', (told) => told.id === id && told.step > 20);
    world.service.pause(id);
  }
  const paused = await world.untilState(stopped, 'paused');
  await world.untilState(finished, 'paused');
  for (const id of [stopped, finished]) {
    world.service.setPace(id, id === stopped ? 200 : 400);
    world.service.resume(id);
  }
  await world.until('run:saved', ({ id, step }) => id === stopped && step > paused.step + 100);
  world.service.stop(stopped);
  const { step } = await world.untilState(stopped, 'stopped');
  await world.untilState(finished, 'finished');
  steps = { stopped: step, paused: paused.step };
});

type Spoil = (checkpoint: Checkpoint) => unknown;

/** The two runs as they come from a file in which checkpoints (those of which `which` says so) were spoilt. */
async function imported(
  spoil: Spoil,
  which: (checkpoint: Checkpoint) => boolean = () => true,
): Promise<{ there: RunWorld; ids: readonly [RunId, RunId] }> {
  const parts = unzipSync(await exported(world.store, [stopped, finished]));
  let spoilt = 0;
  for (const name of Object.keys(parts).filter((part) => part.includes('checkpoint'))) {
    const checkpoint = parse(Buffer.from(parts[name]!).toString()) as Checkpoint;
    if (!which(checkpoint)) continue;
    spoilt++;
    parts[name] = Buffer.from(stringify(spoil(checkpoint)));
  }
  expect(spoilt).toBeGreaterThan(1);
  const there = new RunWorld();
  const ids = importRuns(there.store, contentOf(archiveOf(parts)), 'spoilt.downhill');
  return { there, ids: ids as [RunId, RunId] };
}

const first =
  (change: (member: MemberCheckpoint) => object): Spoil =>
  (checkpoint) => {
    const [member, ...others] = checkpoint.members;
    return { ...checkpoint, members: [{ ...member, ...change(member!) }, ...others] };
  };

const spoils: readonly (readonly [what: string, spoil: Spoil])[] = [
  ['fewer parameters', first(({ params }) => ({ params: params.slice(1) }))],
  [
    'NaN among the parameters',
    first(({ params }) => ({ params: params.map(() => NaN), outcome: null })),
  ],
  ['the slots of another optimizer', first(({ params }) => ({ optimizer: { v: params } }))],
  ['no random streams', first(() => ({ streams: {} }))],
  ['no order of samples', first(() => ({ problem: null }))],
  [
    'an end before the end',
    first(({ step }) => ({ outcome: { status: 'finished', reason: 'max-steps', step: step - 1 } })),
  ],
  [
    'a tail of another length',
    (one) => ({ ...one, summary: { ...one.summary, ring: new Float64Array(1) } }),
  ],
];

async function expectWhole(
  there: RunWorld,
  id: RunId,
  config: typeof stoppedConfig,
): Promise<void> {
  const { state, error } = await there.untilState(id, 'finished', 'failed', 'diverged');
  expect({ state, error }).toEqual({ state: 'finished', error: null });
  expect(bitsOf(there.stored(id))).toEqual(bitsOf(expectedColumns(config)));
}

describe('a run of a file whose checkpoints cannot be', () => {
  it.each(spoils)('goes on from its start, and gets more steps: %s', async (_what, spoil) => {
    const { there, ids } = await imported(spoil);
    there.service.continue([ids[0]], null);
    expect(there.store.readRun(ids[0]).events.at(-1)).toMatchObject({ kind: 'continued', step: 0 });
    await there.service.extend([ids[1]], MORE, null);
    const longer = { ...finishedConfig, totalSteps: finishedConfig.totalSteps + MORE };
    expect(there.store.readRun(ids[1]).events.at(-1)).toMatchObject({ kind: 'extended', from: 0 });
    await expectWhole(there, ids[0], stoppedConfig);
    await expectWhole(there, ids[1], longer);
  });

  it('goes on from an older one that can be', async () => {
    const { there, ids } = await imported(spoils[0]![1], ({ step }) => step > steps.paused);
    there.service.continue([ids[0]], null);
    const [event] = there.store.readRun(ids[0]).events;
    expect(event).toMatchObject({ kind: 'continued', step: steps.paused });
    await expectWhole(there, ids[0], stoppedConfig);
  });

  it('of another engine goes on as a new run, from its start', async () => {
    const { there, ids } = await imported(spoils[2]![1]);
    await there.quit();
    const db = new Database(there.libraryPath);
    db.exec("UPDATE run SET engine_version = 'another'");
    db.close();
    await there.restart();
    const { asNew } = there.service.continue([ids[0]], null);
    await expectWhole(there, asNew[0]!.id, stoppedConfig);
  });

  it.each(spoils.slice(0, 3))('tells its updates as they were: %s', async (_what, spoil) => {
    const { there, ids } = await imported(spoil);
    const at = steps.stopped - 1;
    const ask = { step: at, index: 0, sample: 0 } as const;
    const told = await there.explainer.explain({ of: { kind: 'run', id: ids[0] }, ...ask });
    expect(told).toEqual(
      await world.explainer.explain({ of: { kind: 'run', id: stopped }, ...ask }),
    );
  });
});
