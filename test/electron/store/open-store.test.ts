/** The library as main uses it: runs with their states, and what a new process finds. */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer, type RunResult } from '../../../core/training/trainer.ts';
import type { RunId, RunState } from '../../../electron/ipc/run.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { assets, bowl, divergingBowl, shortDigits } from '../../support/experiments.ts';
import { delicateWords, fromWords, stepBits } from '../../support/library/bits.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';
import { runAndKill } from '../../support/library/other-process.ts';

const result: RunResult = {
  finalLoss: NaN,
  bestLoss: -0,
  bestStep: 3,
  tail: { steps: 2, means: [Infinity, -Infinity, 0.1] },
  testAccuracy: null,
  testLoss: 0.25,
  falseConvergence: null,
};

function end(
  library: TestLibrary,
  id: RunId,
  state: RunState,
  more: Partial<RunResult> = {},
): void {
  const change = { state, reason: null, error: null, result: { ...result, ...more } };
  library.store.flush([{ id, step: 5, chunks: [], checkpoint: null, state: change }]);
}

function stateOf(library: TestLibrary, id: RunId): RunState {
  return library.store.readRun(id).run.state;
}

describe('numbers', () => {
  it('come back bit for bit after closing and opening: NaN payloads, −0, ±Infinity', () => {
    const library = new TestLibrary();
    const id = library.newRun();
    const values = fromWords([...delicateWords, ...delicateWords]);
    library.flush(id, chunk(0, values), chunk(7, values, 10, 'optim/lr'));
    const before = stepBits(library.store.readValues(id, 'train/loss'));
    library.reopen();
    const after = stepBits(library.store.readValues(id, 'train/loss'));
    expect(after).toEqual(before);
    expect(after.map(([, word]) => word)).toEqual([...delicateWords, ...delicateWords]);
    const steps = stepBits(library.store.readValues(id, 'optim/lr')).map(([step]) => step);
    expect(steps).toEqual(Array.from({ length: 18 }, (_, i) => 7 + 10 * i));
  });

  it.each([
    ['noisy bowl', bowl()],
    ['diverging bowl', divergingBowl],
    ['digits', shortDigits],
  ])('of the %s come back as the trainer made them', (_name, config) => {
    const library = new TestLibrary();
    const runs = [{ name: 'real', config }];
    const id = library.store.createExperiment('e', runs, 'test').runIds[0]!;
    const trainer = createTrainer(config, assets);
    const recorder = createRecorder();
    while (trainer.outcome === null) {
      trainer.advance(97, recorder);
      const checkpoint = trainer.checkpoint();
      library.store.flush([{ id, step: trainer.step, chunks: recorder.flush(), checkpoint }]);
    }
    end(library, id, trainer.outcome.status, trainer.result());
    library.store.compact(id);
    library.reopen();

    const again = createRecorder();
    const whole = createTrainer(config, assets);
    whole.advance(config.totalSteps, again);
    const expected = again.flush();
    const { run, series } = library.store.readRun(id);
    expect(new Set(series.map(({ metric }) => metric))).toEqual(
      new Set(expected.map(({ metric }) => metric)),
    );
    for (const { metric } of series) {
      const made = expected.filter((made) => made.metric === metric);
      expect(stepBits(library.store.readValues(id, metric))).toEqual(stepBits(made));
    }
    expect(run.result).toStrictEqual(whole.result());
    expect(run.config).toStrictEqual(config);
    expect(run.state).toBe(whole.outcome?.status);
  });
});

describe('a run', () => {
  it('keeps its result, non-finite numbers and −0 included', () => {
    const library = new TestLibrary();
    const id = library.newRun();
    end(library, id, 'diverged');
    library.reopen();
    expect(library.store.readRun(id).run.result).toStrictEqual(result);
  });

  it('has its step, state, reason, error and times as they were committed', () => {
    const library = new TestLibrary();
    const id = library.newRun('名字');
    library.time = 2_000;
    library.store.setState(id, 'running', null);
    library.flush(id, chunk(0, [1, 2, 3, 4]));
    library.time = 3_000;
    const state = { state: 'failed', reason: 'worker-error', error: 'boom', result: null } as const;
    library.store.flush([{ id, step: 4, chunks: [], checkpoint: null, state }]);
    library.reopen();
    expect(library.store.readRun(id).run).toMatchObject({
      name: '名字',
      state: 'failed',
      reason: 'worker-error',
      error: 'boom',
      step: 4,
      result: null,
      engineVersion: 'test',
      createdAt: 1_000,
      endedAt: 3_000,
      trashedAt: null,
    });
  });

  it('that does not exist is an error with its id', () => {
    const { store } = new TestLibrary();
    const id = 'nobody' as RunId;
    for (const call of [
      () => store.readRun(id),
      () => store.changeRuns([id], { name: 'x' }),
      () => store.flush([{ id, step: 0, chunks: [], checkpoint: null }]),
      () =>
        store.listRuns({ limit: 1, after: { first: id, newest: id, last: id }, trashed: false }),
    ]) {
      expect(call).toThrow(AppError);
    }
  });

  it('that is flushed together with one that does not exist is not written either', () => {
    const library = new TestLibrary();
    const id = library.newRun();
    const batch = { step: 2, chunks: [chunk(0, [1, 2])], checkpoint: null };
    const unknown = { ...batch, id: 'nobody' as RunId };
    expect(() => library.store.flush([{ ...batch, id }, unknown])).toThrow('no run');
    expect(library.store.readRun(id)).toMatchObject({ series: [], run: { step: 0 } });
  });
});

describe('the list', () => {
  it('shows trashed runs only in the trash, until they are restored', () => {
    const library = new TestLibrary();
    const [a, b] = [library.endedRun('a'), library.endedRun('b')];
    const list = (trashed: boolean): readonly string[] =>
      library.store.listRuns({ limit: 9, trashed }).map(({ name }) => name);
    library.time = 5_000;
    library.store.changeRuns([a], { trashed: true });
    library.time = 6_000;
    library.store.changeRuns([a], { trashed: true });
    expect([list(false), list(true)]).toEqual([['b'], ['a']]);
    expect(library.store.readRun(a).run.trashedAt).toBe(5_000);
    library.store.changeRuns([b], { name: 'c' });
    library.store.changeRuns([a], { trashed: false });
    library.reopen();
    expect([list(false), list(true)]).toEqual([['c', 'a'], []]);
  });

  it('draws each run small: the true extremes of its loss in at most 64 columns', () => {
    const library = new TestLibrary();
    const id = library.newRun();
    const values = Float64Array.from({ length: 10_000 }, (_, i) => 1 / (1 + i));
    values[5_000] = 40;
    values[7_000] = NaN;
    for (let at = 0; at < values.length; at += 4096) {
      library.flush(id, chunk(at, values.slice(at, at + 4096)));
    }
    const { spark } = library.store.listRuns({ limit: 1, trashed: false })[0]!;
    expect(Math.max(...spark.max)).toBe(40);
    expect(Math.min(...spark.min)).toBe(1 / 10_000);
    expect(spark.nonFinite.reduce((sum, count) => sum + count)).toBe(1);
    // Its 40 blocks as they are summarised: no value is read.
    expect(spark.first.length).toBe(40);
    expect([spark.first[0], spark.last.at(-1)]).toEqual([0, 9_999]);
  });

  it('draws many runs at once as it draws each of them, and of those without a loss nothing', () => {
    const library = new TestLibrary();
    const lengths = [0, 1, 300, 2_000, 9_000];
    const ids = Array.from({ length: 130 }, (_, k) => {
      const id = library.newRun();
      const n = lengths[k % lengths.length]!;
      const values = Float64Array.from({ length: n }, (_, i) => k + 1 / (1 + i));
      for (let at = 0; at < n; at += 1000) {
        library.flush(id, chunk(at, values.slice(at, at + 1000)));
      }
      if (k % 3 === 0) library.store.compact(id);
      return id;
    });
    const listed = library.store.listRuns({ limit: 200, trashed: false });
    expect(listed).toHaveLength(ids.length);
    for (const { id, spark } of listed) {
      const k = ids.indexOf(id);
      const n = lengths[k % lengths.length]!;
      expect(spark).toEqual(library.store.readRun(id).run.spark);
      expect([spark.first[0], spark.last.at(-1)]).toEqual(
        n === 0 ? [undefined, undefined] : [0, n - 1],
      );
      if (n > 0) expect(Math.max(...spark.max)).toBe(k + 1);
    }
  });
});

describe('at the start of a new process', () => {
  it('what another one left unfinished is interrupted, and ended with its last numbers', async () => {
    const library = new TestLibrary();
    const unfinished = ['queued', 'running', 'pausing', 'paused'] as const;
    const done = ['finished', 'stopped', 'failed', 'diverged', 'interrupted'] as const;
    const ids = [...unfinished, ...done].map((state) => {
      const id = library.newRun(state);
      library.time = 1_500;
      if (state === 'running') library.flush(id, chunk(0, [1]));
      library.time = 1_000;
      library.store.setState(id, state, 'user');
      return id;
    });
    library.time = 9_000_000;
    library.reopen();
    const runs = ids.map((id) => library.store.readRun(id).run);
    for (const { name, state, reason, endedAt } of runs) {
      if (unfinished.includes(name as never)) {
        expect({ state, reason }).toEqual({ state: 'interrupted', reason: 'host-exit' });
        expect(endedAt).toBe(name === 'running' ? 1_500 : 1_000);
      } else expect({ state, reason }).toEqual({ state: name, reason: 'user' });
    }
  });

  it('the library knows whether it was closed, and keeps its name', () => {
    const library = new TestLibrary();
    library.close();
    const meta = (): Record<string, string> => {
      const db = new Database(library.path, { readonly: true });
      const rows = db.prepare('SELECT key, value FROM meta').all();
      db.close();
      return Object.fromEntries(
        (rows as { key: string; value: string }[]).map(({ key, value }) => [key, value]),
      );
    };
    const first = meta();
    expect(first['clean_shutdown']).toBe('1');
    expect(first['library_uuid']).toMatch(/^[0-9a-f-]{36}$/);
    library.reopen();
    library.close();
    expect(meta()).toEqual(first);
  });

  it('a killed process has left an unclean library that opens, with its log beside it', async () => {
    const library = new TestLibrary();
    const id = library.newRun();
    library.store.setState(id, 'running', null);
    library.close();
    const running = "UPDATE run SET state = 'running', reason = NULL";
    await runAndKill(
      library.path,
      "UPDATE meta SET value = '0' WHERE key = 'clean_shutdown'",
      running,
    );
    library.reopen();
    expect(stateOf(library, id)).toBe('interrupted');
  });
});

it('a closed library is one file and holds everything', () => {
  const library = new TestLibrary();
  const id = library.newRun();
  library.flush(id, chunk(0, [0.125]));
  library.close();
  const found = readFileSync(library.path).indexOf(Buffer.from(new Float64Array([0.125]).buffer));
  expect(found).toBeGreaterThan(0);
  expect(() => readFileSync(`${library.path}-wal`)).toThrow('ENOENT');
});

describe('a race', () => {
  it('is known after closing and opening; what is none stays none', () => {
    const library = new TestLibrary();
    const runs = [
      { name: 'a', config: bowl() },
      { name: 'b', config: bowl({ lr: 0.2 }) },
    ];
    const raced = library.store.createExperiment('race', runs, 'test', 'own').runIds;
    const other = library.newRun();
    library.reopen();
    const raceOf = (id: RunId): unknown => library.store.readRun(id).run.race;
    expect(raced.map(raceOf)).toEqual(['own', 'own']);
    expect(raceOf(other)).toBeNull();
    expect(library.store.listRuns({ limit: 9, trashed: false }).map(({ race }) => race)).toEqual([
      null,
      'own',
      'own',
    ]);
  });
});
