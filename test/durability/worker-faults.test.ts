/**
 * Lets the worker of one run die, in every way there is, while others go on: that run fails and keeps what it
 * had saved, the others lose nothing.
 *
 * DOWNHILL_FAULTS sets how often each way.
 */
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { RunId, StateReason } from '../../electron/ipc/run.ts';
import type { Store } from '../../electron/store/store.ts';
import { count, reportRow } from '../battery/row.ts';
import { bitsOf, bowl, expectedColumns } from '../support/experiments.ts';
import { RunWorld } from '../support/run-world.ts';
import { deadlySeeds } from '../support/workers/deadly-seeds.ts';
import { mortalWorkerScript } from '../support/worker-script.ts';

const USUAL_FAULTS = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 100 : 1;
const FAULTS = Number(process.env['DOWNHILL_FAULTS'] ?? USUAL_FAULTS);
const SURVIVORS = 3;

const long = bowl({ totalSteps: 20_000 });
const survivors = Array.from({ length: SURVIVORS }, (_, i) => {
  const config = bowl({ totalSteps: 2000, seed: i + 1 });
  return { config, expected: bitsOf(expectedColumns(config)) };
});

type Death = keyof typeof deadlySeeds;

interface Fault {
  readonly reason: StateReason | null;
  readonly error: string;
  /** From the start of the run to the word that it has failed. */
  readonly seconds: number;
  /** What is not as it must be, in words. */
  readonly faults: readonly string[];
}

/** Lets a worker die once, and looks at all runs after a restart. */
async function letDie(death: Death, around?: (store: Store) => Store): Promise<Fault> {
  const world = new RunWorld({ workerScript: mortalWorkerScript, ...(around ? { around } : {}) });
  const dying = { ...long, seed: deadlySeeds[death] };
  const begin = performance.now();
  const [deadId, ...livingIds] = world.startAt(
    2000,
    dying,
    ...survivors.map(({ config }) => config),
  ) as [RunId, ...RunId[]];
  const { reason, error } = await world.untilState(deadId, 'failed');
  const seconds = (performance.now() - begin) / 1000;
  for (const id of livingIds) await world.untilState(id, 'finished');
  await world.restart();
  const faults = [
    ...faultsOfDead(world, deadId, dying),
    ...livingIds.flatMap((id, i) =>
      isDeepStrictEqual(bitsOf(world.stored(id)), survivors[i]!.expected)
        ? []
        : [`other run ${i} is not what was computed`],
    ),
  ];
  await world.quit();
  return { reason, error: error ?? '', seconds, faults };
}

/** It says that it failed, and holds every step up to the one it says it came to. */
function faultsOfDead(world: RunWorld, id: RunId, config: ExperimentConfig): readonly string[] {
  const { run } = world.store.readRun(id);
  const saved = world.stored(id).get('train/loss')?.values ?? new Float64Array();
  const expected = expectedColumns(config).get('train/loss')!.values.slice(0, run.step);
  const same = Buffer.from(saved.buffer).equals(Buffer.from(expected.buffer));
  return [
    ...(run.state === 'failed' ? [] : [`the run that died is ${run.state}`]),
    ...(same ? [] : [`the run that died does not hold its ${run.step} steps`]),
  ];
}

const deaths: readonly (readonly [Death, StateReason, RegExp])[] = [
  ['throws', 'worker-error', /RangeError: out of luck/],
  ['exits', 'worker-exit', /exit code 3/],
  ['eatsMemory', 'worker-memory', /memory| MB$/i],
  ['hangs', 'worker-hang', / s$/],
  ['hoardsArrays', 'worker-memory', / MB$/],
];

it.each(deaths)(
  `%s ${FAULTS} ×: its run fails, the others lose nothing`,
  { timeout: 60_000 + FAULTS * 20_000 },
  async (death, reason, error) => {
    const all: Fault[] = [];
    for (let i = 0; i < FAULTS; i++) all.push(await letDie(death));
    const faults = all.flatMap((fault) => fault.faults);
    const longest = Math.max(...all.map(({ seconds }) => seconds));
    reportRow({
      what: `worker dies: ${death}`,
      tried: `${count(FAULTS)} deaths beside ${count(FAULTS * SURVIVORS)} other runs`,
      lost: `${count(faults.length)} runs`,
      worst: `${longest.toFixed(1)} s from its start to "failed"`,
    });
    expect(faults).toEqual([]);
    for (const fault of all) {
      expect(fault.reason).toBe(reason);
      expect(fault.error).toMatch(error);
    }
  },
);

it('the control, whose library stores one wrong bit of another run, is caught by the same harness', async () => {
  const spoiling = (store: Store): Store => ({
    ...store,
    flush: (batches) => {
      for (const { step, chunks } of batches) {
        const values = chunks[0]?.values;
        if (values && step > 500 && step <= 2000) new Uint8Array(values.buffer)[0]! ^= 1;
      }
      store.flush(batches);
    },
  });
  const { faults } = await letDie('throws', spoiling);
  expect(faults).toContain('other run 0 is not what was computed');
});
