import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sweep } from '../../../core/experiment/sweep.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { runRangeTest } from '../../../core/training/run-range-test.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import type { TrialEnd } from '../../../core/training/trial-end.ts';
import { SweepPool, type SweepOptions } from '../../../electron/worker/sweep-pool.ts';
import { assets, bowl, shortDigits } from '../../support/experiments.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { workerScript } from '../../support/worker-script.ts';

function pool(configs: readonly ExperimentConfig[], change: Partial<SweepOptions> = {}): SweepPool {
  return new SweepPool(configs, { workerScript, assets, workers: 2, ...change });
}

/** How a run ends, computed here in one go. */
function alone(config: ExperimentConfig): TrialEnd {
  const trainer = createTrainer(config, assets);
  const recorder = createRecorder();
  trainer.advance(Infinity, recorder);
  const losses = recorder.flush().find(({ metric }) => metric === 'train/loss')!;
  const run = {
    outcome: trainer.outcome!,
    firstLoss: losses.values[0]!,
    result: trainer.result(),
  };
  return { run, test: null, error: null };
}

const configs = [
  ...sweep(bowl({ totalSteps: 500 }), [
    { path: 'lr', values: [0.1, 0.5, 2.5] },
    { path: 'seed', values: [1, 2, 3, 4] },
  ]).map(({ config }) => config),
  shortDigits,
];

describe('a sweep on real threads', () => {
  it('ends every run as it ends alone, in the order of the configurations, and tells of each', async () => {
    const told: number[] = [];
    const counts: number[] = [];
    const ends = await pool(configs, {
      onTrial: (trial, _end, done) => {
        told.push(trial);
        counts.push(done);
      },
    }).run();
    expect(ends).toEqual(configs.map(alone));
    expect([...told].sort((a, b) => a - b)).toEqual(configs.map((_, i) => i));
    expect(counts).toEqual(configs.map((_, i) => i + 1));
  });

  it('says in words which run could not be computed, and computes the others', async () => {
    const broken = { ...bowl(), optimizer: { id: 'no-such', params: {} } };
    const [first, second] = await pool([broken, bowl()]).run();
    expect(first).toMatchObject({ run: null, test: null });
    expect(first!.error).toMatch(/TypeError/);
    expect(second).toEqual(alone(bowl()));
  });

  it('is cancelled at once, in the middle of a run that would take minutes', async () => {
    const long = bowl({ totalSteps: 1e9, recordEvery: 1e6 });
    const sweeping = pool([bowl(), long, long, long], {
      onTrial: () => setTimeout(() => sweeping.cancel(), 50),
    });
    const ends = await sweeping.run();
    expect(ends[0]).toEqual(alone(bowl()));
    expect(ends.slice(1)).toEqual([null, null, null]);
  });

  it('a thread that dies takes with it the run it was at, and no other', async () => {
    const script = join(temporaryFolder(), 'worker.cjs');
    writeFileSync(
      script,
      `require('node:worker_threads').parentPort.on('message', ({ trial }) => {
         if (trial % 3 === 1) process.exit(3);
         require('node:worker_threads').parentPort.postMessage(
           { kind: 'tried', trial, run: { trial }, test: null, error: null });
       });`,
    );
    const many = Array.from({ length: 8 }, () => bowl());
    const ends = await pool(many, { workerScript: pathToFileURL(script) }).run();
    expect(ends.map((end) => end!.error)).toEqual(
      many.map((_, i) => (i % 3 === 1 ? 'worker-exit: exit code 3' : null)),
    );
  });

  it('tests ranges of rates where it is told to, each with its own seed', async () => {
    const range = { first: 0.01, last: 10, steps: 60 };
    const seeds = [3, 4].map((seed) => ({ ...shortDigits, seed }));
    expect(await pool(seeds, { range }).run()).toEqual(
      seeds.map((config) => ({
        run: null,
        test: runRangeTest(config, assets, range),
        error: null,
      })),
    );
  });

  it('of nothing is over at once', async () => {
    expect(await pool([]).run()).toEqual([]);
  });
});
