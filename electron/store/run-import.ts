import { randomUUID } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import { CHUNK_POINTS, type MetricChunk } from '../../core/training/metrics.ts';
import type { FileContent, FileEvent, FileRun } from '../files/format.ts';
import type { RunEvent, RunImport } from '../ipc/library.ts';
import type { RunId } from '../ipc/run.ts';
import type { CheckpointStore } from './checkpoint-store.ts';
import { stringify } from './json-values.ts';
import type { MetricStore } from './metric-store.ts';
import type { RunEvents } from './run-events.ts';
import type { RunFields } from './run-fields.ts';
import type { TrainingTimes } from './training-times.ts';

interface Owner {
  readonly id: number;
  readonly uuid: RunId;
}

interface Parts {
  readonly metrics: MetricStore;
  readonly checkpoints: CheckpointStore;
  readonly events: RunEvents;
  readonly fields: RunFields;
  readonly times: TrainingTimes;
}

/** Takes runs from a file into the library, each under a new id. The caller holds the transaction. */
export class RunImports {
  readonly #now: () => number;
  readonly #parts: Parts;
  readonly #newImport: Statement<[number, string, string]>;
  readonly #newExperiment: Statement;
  readonly #newRun: Statement;
  readonly #descend: Statement;
  readonly #one: Statement<[number]>;

  constructor(db: Database, now: () => number, parts: Parts) {
    this.#now = now;
    this.#parts = parts;
    this.#newImport = db.prepare('INSERT INTO import(at, file, generator) VALUES (?, ?, ?)');
    this.#newExperiment = db.prepare(
      'INSERT INTO experiment(uuid, name, race, created_at) VALUES (?, ?, ?, ?)',
    );
    this.#newRun = db.prepare(
      `INSERT INTO run(uuid, experiment_id, name, config_json, log_json, engine_version, state, reason, error,
         step, result_json, created_at, ended_at, import_id, origin)
       VALUES (@uuid, @experiment, @name, @config, @log, @engineVersion, @state, @reason, @error,
         @step, @result, @createdAt, @endedAt, @import, @origin)`,
    );
    this.#descend = db.prepare(
      `UPDATE run SET forked_from = @forkedFrom, resumed_from = @resumedFrom, rerun_of = @rerunOf
       WHERE id = @id`,
    );
    this.#one = db.prepare('SELECT at, file FROM import WHERE id = ?');
  }

  /** The runs, in the order of the file. */
  add({ generator, experiments }: FileContent, file: string): readonly Owner[] {
    const from = this.#newImport.run(this.#now(), file, generator).lastInsertRowid;
    const runs = experiments.flatMap((experiment) => experiment.runs);
    const owners = experiments.flatMap(({ name, race, createdAt, runs: own }) => {
      const into = this.#newExperiment.run(randomUUID(), name, race, createdAt).lastInsertRowid;
      return own.map((run) => this.#addRun(run, into, from));
    });
    // Behind all of them, because a run may come from one that is written later.
    runs.forEach((run, i) => this.#relate(owners[i]!, run, owners));
    return owners;
  }

  /** From which file a run came, and when. */
  read(id: number): RunImport {
    return this.#one.get(id) as RunImport;
  }

  #addRun(run: FileRun, experiment: number | bigint, from: number | bigint): Owner {
    const uuid = randomUUID() as string as RunId;
    const { lastInsertRowid } = this.#newRun.run({
      uuid,
      experiment,
      name: run.name,
      config: stringify(run.config),
      log: run.log && stringify(run.log),
      engineVersion: run.engineVersion,
      state: run.state,
      reason: run.reason,
      error: run.error,
      step: run.step,
      result: run.result && stringify(run.result),
      createdAt: run.createdAt,
      endedAt: run.endedAt,
      import: from,
      origin: run.origin,
    });
    const owner = { id: Number(lastInsertRowid), uuid };
    const { metrics, checkpoints, fields, times } = this.#parts;
    metrics.append(owner.id, run.chunks.flatMap(inPieces));
    for (const [step, seconds] of run.times ?? []) times.add(owner.id, { step, seconds });
    for (const checkpoint of run.checkpoints) checkpoints.restore(owner, checkpoint);
    const { name, note, tags, pinned, baseline, archived, prediction, conclusion } = run;
    const remarks = { name, note, tags, pinned, archived, prediction, conclusion };
    fields.set(owner.id, baseline ? { ...remarks, baseline } : remarks);
    return owner;
  }

  #relate({ id }: Owner, run: FileRun, owners: readonly Owner[]): void {
    const rowOf = (number: number | null): number | null =>
      number === null ? null : owners[number - 1]!.id;
    this.#descend.run({
      id,
      forkedFrom: rowOf(run.forkedFrom),
      resumedFrom: rowOf(run.resumedFrom),
      rerunOf: rowOf(run.rerunOf),
    });
    for (const event of run.events) this.#parts.events.restore(id, eventOf(event, owners));
  }
}

/** As the library cuts a series that is recorded. */
function inPieces({ metric, first, stride, values }: MetricChunk): readonly MetricChunk[] {
  const count = Math.ceil(values.length / CHUNK_POINTS);
  return Array.from({ length: count }, (_, i) => ({
    metric,
    first: first + i * CHUNK_POINTS * stride,
    stride,
    values: values.subarray(i * CHUNK_POINTS, (i + 1) * CHUNK_POINTS),
  }));
}

function eventOf(event: FileEvent, owners: readonly Owner[]): RunEvent {
  if (event.kind !== 'compared') return event;
  const other = event.with;
  return { ...event, with: typeof other === 'number' ? owners[other - 1]!.uuid : (other as RunId) };
}
