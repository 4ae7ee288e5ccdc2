import { describe, expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { lessons } from '../../../renderer/src/lessons/index.ts';
import { cellStep, columnStep, cursorRow } from '../../../renderer/src/panels/cursor-row.ts';
import { placeAtCursor } from '../../../renderer/src/panels/place-at-cursor.ts';
import type { StageLine } from '../../../renderer/src/panels/stage-panes.ts';
import { CursorReader } from '../../../renderer/src/state/cursor-reader.svelte.ts';
import { ExploredRun } from '../../../renderer/src/state/explored-run.ts';
import { LiveRun } from '../../../renderer/src/state/live-run.svelte.ts';
import { bowl } from '../../support/experiments.ts';
import { explored as exploredRun } from '../../support/explored.ts';
import { FakeLab, summary } from '../../support/fake-lab.ts';

const config = bowl({ totalSteps: 40 });

/** The exact loss at a step, drawn by another trainer than the one that is watched. */
function lossAt(step: number): number {
  const trainer = createTrainer({ ...config, totalSteps: step });
  trainer.advance(step, null);
  return trainer.result().finalLoss;
}

/** A run on the page that has made so many updates, in batches as a worker sends them. */
function watched(batches: readonly number[]) {
  const lab = new FakeLab();
  const run = new LiveRun(lab, summary('a', { config }), 2000, (callback) => callback());
  const [trainer, recorder] = [createTrainer(config), createRecorder()];
  for (const steps of batches) {
    trainer.advance(steps, recorder);
    const { step } = trainer;
    lab.emit('run:chunks', { id: run.id, step, chunks: recorder.flush() });
  }
  const status = { id: run.id, step: trainer.step, result: null, error: null } as const;
  const tell = (state: 'paused' | 'stopped'): void =>
    lab.emit('run:status', { ...status, state, reason: state === 'stopped' ? 'user' : null });
  return { run, tell };
}

const nothing = { budget: null, rate: null, travel: null, expected: null } as const;
const lossOf = (run: LiveRun, cursor: number) => {
  const line: StageLine = { slot: 0, name: 'a', selected: true, run, config };
  return cursorRow(line, cursor, new CursorReader(), nothing).loss;
};

describe('the loss beside a step is that of the step it names', () => {
  test.each([[[7]], [[6, 1]], [[1, 1, 1]]])(
    'of a run that goes on, after batches of %j',
    (batches) => {
      const { run } = watched(batches);
      expect(run.step).toBe(batches.reduce((sum, steps) => sum + steps, 0));
      for (let cursor = 0; cursor <= run.step; cursor++) {
        const { step, value } = lossOf(run, cursor)!;
        expect([step, value]).toEqual([Math.min(cursor, run.step - 1), lossAt(step)]);
      }
    },
  );

  test('of one that is paused, or was ended by the person', () => {
    const { run, tell } = watched([15]);
    for (const state of ['paused', 'stopped'] as const) {
      tell(state);
      expect(lossOf(run, 15)).toEqual({ step: 14, value: lossAt(14) });
      expect(lossOf(run, 13)).toEqual({ step: 13, value: lossAt(13) });
    }
  });

  test('of one that has made its last update', () => {
    const { run } = watched([config.totalSteps]);
    const { totalSteps } = config;
    expect(lossOf(run, totalSteps)).toEqual({ step: totalSteps, value: lossAt(totalSteps) });
  });
});

describe('where the steps of the numbers stand', () => {
  const at = (step: number) => ({ step, value: 1 });

  test('nowhere while all are of the cursor', () => {
    expect(columnStep([at(7), null, undefined, at(7)], 7)).toBeNull();
    expect(cellStep(at(7), null, 7)).toBeNull();
    expect(columnStep([], 7)).toBeNull();
  });

  test('under the title where all are of one other', () => {
    expect(columnStep([at(5), at(5), null], 7)).toBe(5);
    expect(cellStep(at(5), 5, 7)).toBeNull();
    expect(cellStep(null, 5, 7)).toBeNull();
  });

  test('beside the numbers where they differ', () => {
    const points = [at(5), at(7), at(3)];
    const column = columnStep(points, 7);
    expect(column).toBeNull();
    expect(points.map((point) => cellStep(point, column, 7))).toEqual([5, null, 3]);
  });
});

describe('where a run with one parameter stands', () => {
  const { config: first } = lessons['01-seven-steps'].experiment.runs[0]!;
  const line = (change: Partial<ExperimentConfig> = {}): StageLine => {
    const own = { ...first, ...change };
    const run = new ExploredRun(0, 'a', own, exploredRun(own));
    return { slot: 0, name: 'a', selected: true, run, config: own };
  };

  test('is told with the slope there and the way of the next update', () => {
    let theta = first.problem.kind === 'objective' ? first.problem.start[0]! : NaN;
    for (let step = 0; step < 5; step++) {
      const slope = 2 * (theta - 3);
      const place = placeAtCursor(line(), step, new CursorReader())!;
      expect(place.theta).toBeCloseTo(theta, 12);
      expect(place.slope).toBeCloseTo(slope, 12);
      expect(place.step).toBeCloseTo(-first.lr * slope, 12);
      theta -= first.lr * slope;
    }
  });

  test('has no next update at the end, and no slope of its own where there is noise', () => {
    const end = line();
    expect(placeAtCursor(end, end.run!.step, new CursorReader())).toMatchObject({ step: null });
    const problem = { ...first.problem, noise: 1 } as ExperimentConfig['problem'];
    expect(placeAtCursor(line({ problem }), 1, new CursorReader())).toBeNull();
    expect(placeAtCursor(line({ problem: config.problem }), 1, new CursorReader())).toBeNull();
  });
});
