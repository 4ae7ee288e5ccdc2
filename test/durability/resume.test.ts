/**
 * Kills the app's storage side while every optimizer streams on three problems, and with them runs that have
 * more to lose: data in batches, several seeds, schedules that look at a metric, composed ones, forks. Every run
 * is then resumed, and must be the uninterrupted one: every step once, every bit, and the state it ends in.
 *
 * DOWNHILL_RESUME_KILLS sets how many kills, DOWNHILL_KILL_SEED at which moments.
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mulberry32 } from '../../core/math/rng.ts';
import { createStreams, streamStates } from '../../core/training/streams.ts';
import type { Store } from '../../electron/store/store.ts';
import { count, reportRow } from '../battery/row.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { compileOnce } from './kill-process.ts';
import { killWriter, writer } from './kill-writer.ts';
import { resumeAll, type Resumed } from './resume-all.ts';
import { resumeBatches, resumeScenario } from './resume-scenario.ts';

const USUAL_KILLS = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 200 : resumeBatches;
const KILLS = Number(process.env['DOWNHILL_RESUME_KILLS'] ?? USUAL_KILLS);
const SEED = Number(process.env['DOWNHILL_KILL_SEED'] ?? 1);
/** After the first acknowledgement, at the latest: some of the runs are over then. */
const WITHIN_MS = 1_200;

compileOnce(writer);

const rng = mulberry32(SEED);

/** Kills a writer of this batch once, and goes on with what is left. */
async function killAndResume(
  batch: number,
  seed: number,
  around?: (store: Store) => Store,
): Promise<Resumed> {
  const path = join(temporaryFolder(), 'library.db');
  const moment = {
    scenario: `resume-${batch}-${seed}`,
    word: 'ack',
    delayMs: WITHIN_MS * rng.uniform(),
  } as const;
  const { ids } = await killWriter(path, moment, false);
  const configs = resumeScenario(batch, seed).map(({ config }) => config);
  return resumeAll(path, ids, configs, around);
}

it(
  `${KILLS} kills: every run that was resumed is the uninterrupted one, to the bit`,
  async () => {
    const begin = performance.now();
    const all: Resumed[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      all.push(await killAndResume(kill % resumeBatches, SEED + Math.floor(kill / resumeBatches)));
    }
    const sum = (of: (resumed: Resumed) => number): number =>
      all.reduce((total, resumed) => total + of(resumed), 0);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`${KILLS} kills with seed ${SEED} in ${seconds} s`);
    reportRow({
      what: 'killed while every optimizer streams on three problems, then resumed',
      tried: `${count(KILLS)} kills, ${count(sum(({ runs }) => runs))} runs resumed (${count(sum(({ fromCheckpoint }) => fromCheckpoint))} from a checkpoint), ${count(sum(({ values }) => values))} values compared`,
      lost: `${count(sum(({ faults }) => faults.length))} runs not the uninterrupted one to the bit`,
      worst: `${count(Math.max(...all.map(({ computedAgain }) => computedAgain)))} stored steps computed again`,
    });
    expect(all.flatMap(({ faults }) => faults)).toEqual([]);
    // The harness must have had something to look at.
    expect(sum(({ runs }) => runs)).toBeGreaterThan(3 * KILLS);
    expect(sum(({ fromCheckpoint }) => fromCheckpoint)).toBeGreaterThan(KILLS);
    expect(sum(({ computedAgain }) => computedAgain)).toBeGreaterThan(0);
  },
  60_000 + KILLS * 15_000,
);

it('the control, which forgets the random numbers, is caught by the same harness', async () => {
  const forgetful = (store: Store): Store => ({
    ...store,
    readCheckpoint: (id, atMost) => {
      const checkpoint = store.readCheckpoint(id, atMost);
      if (!checkpoint) return null;
      const members = checkpoint.members.map((member, i) => ({
        ...member,
        streams: streamStates(createStreams(store.readConfig(id).seed + i)),
      }));
      return { ...checkpoint, members };
    },
  });
  const faults: string[] = [];
  let kills = 0;
  while (faults.length === 0 && kills < 10) {
    faults.push(...(await killAndResume(kills++ % resumeBatches, SEED, forgetful)).faults);
  }
  console.log(`control: caught at kill ${kills}: ${faults[0] ?? 'never'}`);
  expect(faults).not.toEqual([]);
}, 120_000);
