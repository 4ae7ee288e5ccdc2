import { expect, test } from 'vitest';
import type { MetricName } from '../../../core/training/metrics.ts';
import { CursorReader } from '../../../renderer/src/state/cursor-reader.svelte.ts';
import type { StageRun } from '../../../renderer/src/state/stage-run.ts';
import { settled } from '../../support/fake-lab.ts';

/** A stored run of which the page holds no single value; each is ten times its step. */
function storedRun(id: string, step: number, asked: string[]): StageRun {
  return {
    id,
    step,
    state: 'finished',
    heldPoint: () => undefined,
    readPoint: (metric: MetricName, at: number) => {
      asked.push(`${id} ${metric} ${at}`);
      return Promise.resolve({ step: at, value: 10 * at });
    },
  } as unknown as StageRun;
}

test('every run is read at the cursor, or where it ended before it', async () => {
  const asked: string[] = [];
  const runs = [storedRun('long', 5230, asked), storedRun('short', 5215, asked)];
  const reader = new CursorReader();
  reader.follow(runs, ['train/loss'], 5230);
  await settled();
  expect(asked).toEqual(['long train/loss 5230', 'short train/loss 5215']);
  expect(runs.map((run) => reader.value(run, 'train/loss', 5230))).toEqual([52300, 52150]);
  expect(reader.value(runs[1]!, 'train/loss', 5215)).toBe(52150);
});
