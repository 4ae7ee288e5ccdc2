import { describe, expect, it, onTestFinished } from 'vitest';
import type { MetricName } from '../../../core/training/metrics.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { Explorer, MOST_EXPLORED_UPDATES } from '../../../electron/main/explorer.ts';
import {
  bitsOf,
  bowl,
  columnsOf,
  divergingBowl,
  expectedColumns,
  shortDigits,
} from '../../support/experiments.ts';
import { noWorkerScript, workerScript } from '../../support/worker-script.ts';

function explorer(script = workerScript): Explorer {
  const made = new Explorer(script);
  onTestFinished(() => made.shutdown());
  return made;
}

async function refusal(of: () => unknown): Promise<string> {
  try {
    await of();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'answered';
}

describe('runs computed ahead', () => {
  it('are the runs that would be run, to the bit, divergence included, but for what nobody looks at', async () => {
    const configs = [bowl({ replicates: 3 }), divergingBowl];
    const { runs } = await explorer().explore(configs);
    expect(runs.map(({ outcome }) => outcome.status)).toEqual(['finished', 'diverged']);
    runs.forEach(({ chunks }, i) => {
      const { 'optim/grad_norm': _, ...expected } = bitsOf(expectedColumns(configs[i]!));
      expect(bitsOf(columnsOf(chunks))).toEqual(expected);
    });
  });

  it('share the columns that are the same in several', async () => {
    const configs = [0.1, 0.1, 0.2].map((lr, seed) => bowl({ lr, seed }));
    const { runs } = await explorer().explore(configs);
    const of = (metric: MetricName): readonly Float64Array[] =>
      runs.map(({ chunks }) => chunks.find((chunk) => chunk.metric === metric)!.values);
    expect(new Set(of('optim/lr')).size).toBe(2);
    expect(new Set(of('train/loss')).size).toBe(3);
  });

  it('give way to what is asked for later', async () => {
    const one = explorer();
    const slow = bowl({ totalSteps: MOST_EXPLORED_UPDATES, recordEvery: 100 });
    const codes = [refusal(() => one.explore([slow])), refusal(() => one.explore([slow]))];
    const last = await one.explore([bowl({ totalSteps: 7 })]);
    expect(await Promise.all(codes)).toEqual(['superseded', 'superseded']);
    expect(last.runs.map(({ step }) => step)).toEqual([7]);
  });

  it('are refused where they would not be there in an instant', async () => {
    const one = explorer();
    expect(await refusal(() => one.explore([bowl({ totalSteps: 1e9, recordEvery: 1e6 })]))).toBe(
      'too-large',
    );
    expect(await refusal(() => one.explore([bowl({ totalSteps: 1e6 })]))).toBe('too-large');
    expect(await refusal(() => one.explore([shortDigits]))).toBe('too-large');
  });

  it('survive the death of their worker', async () => {
    const mortal = explorer(noWorkerScript);
    expect(await refusal(() => mortal.explore([bowl()]))).toBe('internal');
    expect(await refusal(() => mortal.explore([bowl()]))).toBe('internal');
  });

  it('are not waited for when the app quits', async () => {
    const one = new Explorer(workerScript);
    const code = refusal(() => one.explore([bowl()]));
    await one.shutdown();
    expect(await code).toBe('superseded');
  });
});
