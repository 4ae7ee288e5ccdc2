import { randomUUID } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { RunResult } from '../../core/training/trainer.ts';
import type { ExperimentId, RunId, RunState, RunSummary, StateReason } from '../ipc/contract.ts';
import { AppError } from '../ipc/reply.ts';
import { parse, stringify } from './json-values.ts';
import type { NewRun, RunFlush } from './store.ts';

/** States a run does not leave by itself. */
const ended: readonly RunState[] = ['finished', 'stopped', 'failed', 'diverged', 'interrupted'];

export interface RunRow {
  readonly id: number;
  readonly uuid: RunId;
  readonly experiment_uuid: ExperimentId;
  readonly experiment_name: string;
  readonly name: string;
  readonly config_json: string;
  readonly engine_version: string;
  readonly state: RunState;
  readonly reason: StateReason | null;
  readonly error: string | null;
  readonly step: number;
  readonly result_json: string | null;
  readonly created_at: number;
  readonly ended_at: number | null;
  readonly trashed_at: number | null;
}

const SELECT = `SELECT run.*, experiment.uuid AS experiment_uuid, experiment.name AS experiment_name
  FROM run JOIN experiment ON experiment.id = run.experiment_id`;

/** Experiments and runs: names, settings, states, results. */
export class RunStore {
  readonly #now: () => number;
  readonly #newExperiment: Statement;
  readonly #newRun: Statement;
  readonly #one: Statement<[string]>;
  readonly #page: Statement;
  readonly #progress: Statement;
  readonly #state: Statement;
  readonly #rename: Statement;
  readonly #trash: Statement;
  readonly #restore: Statement;

  constructor(db: Database, now: () => number) {
    this.#now = now;
    this.#newExperiment = db.prepare(
      'INSERT INTO experiment(uuid, name, created_at) VALUES (?, ?, ?)',
    );
    this.#newRun = db.prepare(
      `INSERT INTO run(uuid, experiment_id, name, config_json, engine_version, state, created_at)
       VALUES (?, ?, ?, ?, ?, 'queued', ?)`,
    );
    this.#one = db.prepare(`${SELECT} WHERE run.uuid = ?`);
    this.#page = db.prepare(
      `${SELECT} WHERE (run.trashed_at IS NOT NULL) = @trashed AND run.id < @before
       ORDER BY run.id DESC LIMIT @limit`,
    );
    this.#progress = db.prepare(
      'UPDATE run SET step = max(step, @step), saved_at = @now WHERE id = @id',
    );
    this.#state = db.prepare(
      `UPDATE run SET state = @state, reason = @reason, error = @error, ended_at = @endedAt,
         result_json = coalesce(@result, result_json) WHERE id = @id`,
    );
    this.#rename = db.prepare('UPDATE run SET name = ? WHERE id = ?');
    this.#trash = db.prepare('UPDATE run SET trashed_at = coalesce(trashed_at, ?) WHERE id = ?');
    this.#restore = db.prepare('UPDATE run SET trashed_at = NULL WHERE id = ?');
  }

  /** Adds an experiment with its runs; the caller holds the transaction. */
  create(
    name: string,
    runs: readonly NewRun[],
    engineVersion: string,
  ): { experimentId: ExperimentId; runIds: readonly RunId[] } {
    const experimentId = randomUUID() as string as ExperimentId;
    const now = this.#now();
    const { lastInsertRowid } = this.#newExperiment.run(experimentId, name, now);
    const runIds = runs.map((run) => {
      const runId = randomUUID() as string as RunId;
      const config = stringify(run.config);
      this.#newRun.run(runId, lastInsertRowid, run.name, config, engineVersion, now);
      return runId;
    });
    return { experimentId, runIds };
  }

  /** The row of a run; throws AppError 'unknown-run'. */
  row(id: RunId): RunRow {
    const row = this.#one.get(id) as RunRow | undefined;
    if (!row) throw new AppError('unknown-run', `no run ${id}`, { id });
    return row;
  }

  page(limit: number, before: RunId | undefined, trashed: boolean): readonly RunRow[] {
    const beforeId = before === undefined ? Number.MAX_SAFE_INTEGER : this.row(before).id;
    return this.#page.all({ limit, before: beforeId, trashed: trashed ? 1 : 0 }) as RunRow[];
  }

  progress(id: number, step: number): void {
    this.#progress.run({ id, step, now: this.#now() });
  }

  setState(id: number, change: NonNullable<RunFlush['state']>): void {
    const { state, reason, error, result } = change;
    this.#state.run({
      id,
      state,
      reason,
      error,
      endedAt: ended.includes(state) ? this.#now() : null,
      result: result ? stringify(result) : null,
    });
  }

  rename(id: number, name: string): void {
    this.#rename.run(name, id);
  }

  trash(id: number): void {
    this.#trash.run(this.#now(), id);
  }

  restore(id: number): void {
    this.#restore.run(id);
  }
}

export function configOf({ config_json: json }: RunRow): ExperimentConfig {
  return parse(json) as ExperimentConfig;
}

/** A row as the page reads it, but for the spark-line. */
export function summaryOf(row: RunRow): Omit<RunSummary, 'spark'> {
  return {
    id: row.uuid,
    experimentId: row.experiment_uuid,
    experimentName: row.experiment_name,
    name: row.name,
    config: configOf(row),
    state: row.state,
    reason: row.reason,
    step: row.step,
    result: row.result_json === null ? null : (parse(row.result_json) as RunResult),
    engineVersion: row.engine_version,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    trashedAt: row.trashed_at,
    error: row.error,
  };
}
