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

/** Bytes of the row of a run, its remarks and its events, in round numbers. */
const RUN_BYTES = 16 * 1024;
/** Beside its values a chunk has to be found a place. */
const CHUNK_BYTES = 1024;

/** A run on its way in: its row has a number when it is written. */
interface Arriving {
  readonly uuid: RunId;
  readonly run: FileRun;
  id: number;
}

/** A part of a file that is written as a whole. */
export interface ImportPiece {
  /** How much there is to do, in bytes. */
  readonly bytes: number;
  /** May be done once more where its transaction was rolled back. */
  readonly write: () => void;
}

/** What there is to write of a file, and the runs it makes, in its order. */
export interface ImportPieces {
  readonly runs: readonly Arriving[];
  readonly pieces: readonly ImportPiece[];
}

interface Parts {
  readonly metrics: MetricStore;
  readonly checkpoints: CheckpointStore;
  readonly events: RunEvents;
  readonly fields: RunFields;
  readonly times: TrainingTimes;
}

/**
 * Takes runs from a file into the library, each under a new id, piece by piece. Until they arrive together they are
 * there for nobody, marked as runs are that are being deleted: what a killed process leaves of them is deleted like
 * those. The caller holds the transactions.
 */
export class RunImports {
  readonly #now: () => number;
  readonly #parts: Parts;
  readonly #arriving = new Set<number>();
  readonly #newImport: Statement<[number, string, string]>;
  readonly #newExperiment: Statement;
  readonly #newRun: Statement;
  readonly #arrive: Statement;
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
         step, result_json, created_at, ended_at, doomed)
       VALUES (@uuid, @experiment, @name, @config, @log, @engineVersion, @state, @reason, @error,
         @step, @result, @createdAt, @endedAt, 1)`,
    );
    this.#arrive = db.prepare(
      `UPDATE run SET doomed = 0, import_id = @import, origin = @origin, forked_from = @forkedFrom, resumed_from = @resumedFrom,
         rerun_of = @rerunOf WHERE id = @id`,
    );
    this.#one = db.prepare('SELECT at, file FROM import WHERE id = ?');
  }

  /** Numbers of the runs that are being written: they are not to be deleted. */
  get arriving(): readonly number[] {
    return [...this.#arriving];
  }

  /** All there is to write before the runs arrive. */
  piecesOf({ experiments }: FileContent): ImportPieces {
    const byExperiment = experiments.map((experiment) =>
      experiment.runs.map((run): Arriving => {
        return { uuid: randomUUID() as string as RunId, run, id: 0 };
      }),
    );
    const runs = byExperiment.flat();
    const pieces = experiments.flatMap((experiment, i) => {
      const place = { id: 0 as number | bigint };
      const begin = (): void => {
        const { name, race, createdAt } = experiment;
        place.id = this.#newExperiment.run(randomUUID(), name, race, createdAt).lastInsertRowid;
      };
      const own = byExperiment[i]!.flatMap((one) => this.#piecesOfRun(one, place, runs));
      return [{ bytes: 0, write: begin }, ...own];
    });
    return { runs, pieces };
  }

  /** From here on they are there for everybody. */
  arrive(runs: readonly Arriving[], { generator }: FileContent, file: string): void {
    const from = this.#newImport.run(this.#now(), file, generator).lastInsertRowid;
    const rowOf = (number: number | null): number | null =>
      number === null ? null : runs[number - 1]!.id;
    for (const { id, run } of runs) {
      this.#arrive.run({
        id,
        import: from,
        origin: run.origin,
        forkedFrom: rowOf(run.forkedFrom),
        resumedFrom: rowOf(run.resumedFrom),
        rerunOf: rowOf(run.rerunOf),
      });
    }
  }

  /** They are not on their way any more: they are there, or what was written of them may be deleted. */
  end(runs: readonly Arriving[]): void {
    for (const { id } of runs) this.#arriving.delete(id);
  }

  /** From which file a run came, and when. */
  read(id: number): RunImport {
    return this.#one.get(id) as RunImport;
  }

  #piecesOfRun(
    one: Arriving,
    experiment: { readonly id: number | bigint },
    all: readonly Arriving[],
  ): readonly ImportPiece[] {
    const { run } = one;
    const { metrics, checkpoints } = this.#parts;
    return [
      { bytes: RUN_BYTES, write: () => this.#writeRun(one, experiment.id, all) },
      ...run.chunks.flatMap(inPieces).map((chunk) => ({
        bytes: CHUNK_BYTES + chunk.values.byteLength,
        write: () => metrics.append(one.id, [chunk]),
      })),
      ...run.checkpoints.map((checkpoint) => ({
        bytes: CHUNK_BYTES + checkpoint.json.length,
        write: () => checkpoints.restore(one, checkpoint),
      })),
    ];
  }

  #writeRun(one: Arriving, experiment: number | bigint, all: readonly Arriving[]): void {
    const { uuid, run } = one;
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
    });
    one.id = Number(lastInsertRowid);
    this.#arriving.add(one.id);
    const { fields, times, events } = this.#parts;
    for (const [step, seconds] of run.times ?? []) times.add(one.id, { step, seconds });
    const { name, note, tags, pinned, baseline, archived, prediction, conclusion } = run;
    const remarks = { name, note, tags, pinned, archived, prediction, conclusion };
    fields.set(one.id, baseline ? { ...remarks, baseline } : remarks);
    for (const event of run.events) events.restore(one.id, eventOf(event, all));
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

function eventOf(event: FileEvent, all: readonly Arriving[]): RunEvent {
  if (event.kind !== 'compared') return event;
  const other = event.with;
  return { ...event, with: typeof other === 'number' ? all[other - 1]!.uuid : (other as RunId) };
}
