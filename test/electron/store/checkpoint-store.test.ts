import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer, type Checkpoint } from '../../../core/training/trainer.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { assets, bowl, shortDigits } from '../../support/experiments.ts';
import { stepBits } from '../../support/library/bits.ts';
import { TestLibrary } from '../../support/library/libraries.ts';

const trainer = createTrainer(bowl(), assets);

function checkpointAt(step: number): Checkpoint {
  return { ...trainer.checkpoint(), step };
}

function write(library: TestLibrary, id: RunId, ...steps: readonly number[]): void {
  for (const step of steps) {
    library.store.flush([{ id, step, chunks: [], checkpoint: checkpointAt(step) }]);
  }
}

function keptSteps(library: TestLibrary): readonly unknown[] {
  library.close();
  const db = new Database(library.path, { readonly: true });
  const steps = db.prepare('SELECT step FROM checkpoint ORDER BY step').pluck().all();
  db.close();
  library.reopen();
  return steps;
}

it.each([
  ['the noisy bowl', bowl({ totalSteps: 400 }), 150],
  ['the digits', shortDigits, 61],
])('%s goes on from a stored checkpoint to the same bits', (_name, config, at) => {
  const library = new TestLibrary();
  const id = library.newRun();
  const first = createTrainer(config, assets);
  first.advance(at, createRecorder());
  library.store.flush([{ id, step: at, chunks: [], checkpoint: first.checkpoint() }]);
  library.reopen();

  const expected = createRecorder();
  first.advance(config.totalSteps, expected);
  const stored = library.store.readCheckpoint(id);
  const second = createTrainer(config, assets, stored);
  const got = createRecorder();
  second.advance(config.totalSteps, got);
  expect(library.store.readRun(id).checkpointStep).toBe(at);
  expect(second.step).toBe(config.totalSteps);
  expect(stepBits(got.flush())).toEqual(stepBits(expected.flush()));
  expect(second.result()).toStrictEqual(first.result());
});

it('a run without a checkpoint has none', () => {
  const library = new TestLibrary();
  const id = library.newRun();
  expect(library.store.readCheckpoint(id)).toBeNull();
  expect(library.store.readRun(id).checkpointStep).toBeNull();
});

it('the last two and every tenth are kept, of every run for itself', () => {
  const library = new TestLibrary();
  const [id, other] = [library.newRun(), library.newRun()];
  write(library, id, ...Array.from({ length: 25 }, (_, i) => 100 * i));
  write(library, other, 7);
  expect(keptSteps(library)).toEqual([0, 7, 1000, 2000, 2300, 2400]);
  expect(library.store.readCheckpoint(id)?.step).toBe(2400);
  expect(library.store.readCheckpoint(other)?.step).toBe(7);
});

it('one at a step that has one already replaces it', () => {
  const library = new TestLibrary();
  const id = library.newRun();
  write(library, id, 5, 6, 6);
  expect(keptSteps(library)).toEqual([5, 6]);
});

it.each([
  [
    'one bit differs',
    'UPDATE checkpoint SET data = CAST(replace(data, \'"version":1\', \'"version":3\') AS BLOB) WHERE step = 20',
  ],
  ['it belongs to another step', 'UPDATE checkpoint SET step = 25 WHERE step = 20'],
  ['its codec is not known', 'UPDATE checkpoint SET codec = 9 WHERE step = 20'],
])('one is passed over for the one before it when %s', (_name, sql) => {
  const library = new TestLibrary();
  const id = library.newRun();
  write(library, id, 10, 20);
  library.reopen(() => {
    const db = new Database(library.path);
    expect(db.prepare(sql).run().changes).toBe(1);
    db.close();
  });
  expect(library.store.readCheckpoint(id)?.step).toBe(10);
  expect(library.store.readRun(id).checkpointStep).toBe(10);
});

it('the nearest one at or before a step is found', () => {
  const library = new TestLibrary();
  const id = library.newRun();
  write(library, id, 100, 200, 300);
  expect([99, 100, 150, 250, 1e9].map((at) => library.store.readCheckpoint(id, at)?.step)).toEqual([
    undefined,
    100,
    100,
    200,
    300,
  ]);
});
