import { randomUUID } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { RunResult } from '../../core/training/trainer.ts';
import type { RaceKind, StartedExperiment } from '../ipc/experiment.ts';
import type { ListQuery } from '../ipc/queries.ts';
import type { ExperimentId, RunId, RunState, RunSummary, StateReason } from '../ipc/run.ts';
import { AppError } from '../ipc/reply.ts';
import { noSettings } from '../ipc/expect-computed.ts';
import type { TrainingLog } from '../ipc/training-log.ts';
import { parse, stringify } from './json-values.ts';
import type { NewRun, RunFlush } from './store.ts';

/** States a run does not leave by itself. */
const ended: readonly RunState[] = ['finished', 'stopped', 'failed', 'diverged', 'interrupted'];

export interface RunRow {
  readonly id: number;
  readonly uuid: RunId;
  readonly experiment_uuid: ExperimentId;
  readonly experiment_name: string;
  readonly race: RaceKind | null;
  readonly name: string;
  /** The word null in a training log. */
  readonly config_json: string;
  /** What the file of a training log said; null where there is a configuration. */
  readonly log_json: string | null;
  readonly engine_version: string;
  readonly state: RunState;
  readonly reason: StateReason | null;
  readonly error: string | null;
  readonly step: number;
  readonly result_json: string | null;
  readonly created_at: number;
  readonly ended_at: number | null;
  readonly trashed_at: number | null;
  readonly trashed_day: number | null;
  readonly note_line: string | null;
  /** A JSON list. */
  readonly tags: string;
  readonly pinned: number;
  readonly baseline: number;
  readonly archived: number;
  readonly prediction: string;
  readonly conclusion: string;
  readonly forked_from_uuid: RunId | null;
  readonly resumed_from_uuid: RunId | null;
  readonly rerun_of_uuid: RunId | null;
  /** Of a run that came from a file: that import, and the id it had where it was computed. */
  readonly import_id: number | null;
  readonly origin: string | null;
}

/** Runs that were just written down. */
export interface MadeRuns extends StartedExperiment {
  readonly rowIds: readonly number[];
}

export type RunBrief = Pick<RunRow, 'id' | 'uuid' | 'state'>;

const uuidOf = (column: string): string =>
  `(SELECT uuid FROM run AS other WHERE other.id = run.${column}) AS ${column}_uuid`;

const COLUMNS = `SELECT run.*, experiment.uuid AS experiment_uuid, experiment.name AS experiment_name,
  experiment.race AS race,
  (SELECT line FROM run_note WHERE run_id = run.id) AS note_line,
  (SELECT json_group_array(tag) FROM
    (SELECT tag FROM run_tag WHERE run_id = run.id ORDER BY key)) AS tags,
  ${uuidOf('forked_from')}, ${uuidOf('resumed_from')}, ${uuidOf('rerun_of')}`;

/** Without those that are being deleted for good: they are not there any more. */
const SELECT = `${COLUMNS}
  FROM run JOIN experiment ON experiment.id = run.experiment_id WHERE run.doomed = 0`;

/** Those of a list that were there when its first page was read. */
const LISTED = `run.doomed = 0 AND (run.trashed_at IS NOT NULL) = @trashed AND run.id <= @upTo
  AND run.pinned >= @pinned`;

/** Experiments and runs: names, settings, states, results. */
export class RunStore {
  readonly #now: () => number;
  readonly #newExperiment: Statement;
  readonly #newRun: Statement;
  readonly #one: Statement<[string]>;
  readonly #ofExperiment: Statement<[string]>;
  readonly #experiment: Statement<[string]>;
  readonly #page: Statement;
  readonly #progress: Statement;
  readonly #state: Statement;
  readonly #some: Statement<[string]>;
  readonly #brief: Statement<[string]>;
  readonly #briefById: Statement<[number]>;
  readonly #requeue: Statement<[number]>;
  readonly #configure: Statement<[string, number]>;
  readonly #descend: Statement;
  readonly #withConfig: Statement<[{ config: string; id: number }]>;

  constructor(db: Database, now: () => number) {
    this.#now = now;
    this.#newExperiment = db.prepare(
      'INSERT INTO experiment(uuid, name, race, created_at) VALUES (?, ?, ?, ?)',
    );
    this.#newRun = db.prepare(
      `INSERT INTO run(uuid, experiment_id, name, config_json, engine_version, state, created_at)
       VALUES (?, ?, ?, ?, ?, 'queued', ?)`,
    );
    this.#one = db.prepare(`${SELECT} AND run.uuid = ?`);
    this.#brief = db.prepare('SELECT id, uuid, state FROM run WHERE doomed = 0 AND uuid = ?');
    this.#briefById = db.prepare('SELECT id, uuid, state FROM run WHERE doomed = 0 AND id = ?');
    this.#some = db.prepare(
      `${SELECT} AND run.uuid IN (SELECT value FROM json_each(?)) ORDER BY run.id DESC`,
    );
    this.#ofExperiment = db.prepare(`${SELECT} AND experiment.uuid = ? ORDER BY run.id`);
    this.#experiment = db.prepare<[string]>('SELECT id FROM experiment WHERE uuid = ?').pluck();
    // Which they are is found before anything else of them is read. A run that came to an older experiment brings all
    // of it up.
    this.#page = db.prepare(
      `WITH place AS (
         SELECT experiment_id, max(id) AS newest FROM run WHERE ${LISTED} GROUP BY experiment_id),
       page AS (
         SELECT run.id, place.newest FROM run JOIN place USING (experiment_id)
         WHERE ${LISTED} AND (place.newest, run.id) < (@newest, @last)
         ORDER BY place.newest DESC, run.id DESC LIMIT @limit)
       ${COLUMNS}
       FROM page JOIN run ON run.id = page.id JOIN experiment ON experiment.id = run.experiment_id
       ORDER BY page.newest DESC, run.id DESC`,
    );
    this.#progress = db.prepare(
      'UPDATE run SET step = max(step, @step), saved_at = @now WHERE id = @id',
    );
    this.#state = db.prepare(
      `UPDATE run SET state = @state, reason = @reason, error = @error, ended_at = @endedAt,
         result_json = coalesce(@result, result_json) WHERE id = @id`,
    );
    this.#requeue = db.prepare(
      `UPDATE run SET state = 'queued', reason = NULL, error = NULL, ended_at = NULL,
         result_json = NULL WHERE id = ?`,
    );
    this.#configure = db.prepare('UPDATE run SET config_json = ? WHERE id = ?');
    this.#descend = db.prepare(
      `UPDATE run SET forked_from = @forkedFrom, resumed_from = @resumedFrom, rerun_of = @rerunOf
       WHERE id = @id`,
    );
    this.#withConfig = db
      .prepare<[{ config: string; id: number }]>(
        `SELECT id FROM run WHERE config_json = @config AND id <> @id AND doomed = 0
         ORDER BY experiment_id = (SELECT experiment_id FROM run WHERE id = @id) DESC, id DESC LIMIT 1`,
      )
      .pluck();
  }

  /** Adds an experiment with its runs; the caller holds the transaction. */
  create(
    name: string,
    runs: readonly NewRun[],
    engineVersion: string,
    race: RaceKind | null,
  ): MadeRuns {
    const experimentId = randomUUID() as string as ExperimentId;
    this.#newExperiment.run(experimentId, name, race, this.#now());
    return this.add(experimentId, runs, engineVersion);
  }

  /** Adds runs to an experiment that is there; the caller holds the transaction. */
  add(experimentId: ExperimentId, runs: readonly NewRun[], engineVersion: string): MadeRuns {
    const experiment = this.#experiment.get(experimentId);
    const now = this.#now();
    const rows = runs.map((run) => {
      const runId = randomUUID() as string as RunId;
      const config = stringify(run.config);
      this.#newRun.run(runId, experiment, run.name, config, engineVersion, now);
      return this.row(runId);
    });
    // Behind all of them, because a run may be a fork of one that begins together with it.
    runs.forEach((run, i) => this.#setLineage(rows[i]!.id, run));
    return { experimentId, runIds: rows.map(({ uuid }) => uuid), rowIds: rows.map(({ id }) => id) };
  }

  /** The row of a run; throws AppError 'unknown-run'. */
  row(id: RunId): RunRow {
    const row = this.#one.get(id) as RunRow | undefined;
    if (!row) throw new AppError('unknown-run', `no run ${id}`, { id });
    return row;
  }

  /** Who a run is, without the rest of its row; throws AppError 'unknown-run'. */
  brief(id: RunId | number): RunBrief {
    const brief = (typeof id === 'number' ? this.#briefById.get(id) : this.#brief.get(id)) as
      RunBrief | undefined;
    if (!brief) throw new AppError('unknown-run', `no run ${id}`, { id: String(id) });
    return brief;
  }

  /** Those that are there, newest first. */
  rows(ids: readonly RunId[]): readonly RunRow[] {
    return this.#some.all(JSON.stringify(ids)) as RunRow[];
  }

  /** Those of an experiment, in their order. */
  ofExperiment(id: ExperimentId): readonly RunRow[] {
    return this.#ofExperiment.all(id) as RunRow[];
  }

  /** Those behind that place of the list; throws AppError 'unknown-run' where a run that marks it is not there any more. */
  page({ limit, after, trashed, pinned }: ListQuery): readonly RunRow[] {
    const place = (run: RunId | undefined): number =>
      run === undefined ? Number.MAX_SAFE_INTEGER : this.brief(run).id;
    return this.#page.all({
      limit,
      upTo: place(after?.first),
      newest: place(after?.newest),
      last: place(after?.last),
      trashed: trashed ? 1 : 0,
      pinned: pinned ? 1 : 0,
    }) as RunRow[];
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

  /** Puts a run that had ended back to its beginning as far as its state goes. */
  requeue(id: number): void {
    this.#requeue.run(id);
  }

  configure(id: number, config: ExperimentConfig): void {
    this.#configure.run(stringify(config), id);
  }

  /** A fork's origin is the newest run of just those settings, of its experiment first: whichever it is, it has the same bits. */
  #setLineage(id: number, { config, resumedFrom, rerunOf }: NewRun): void {
    const { fork } = config;
    const forkedFrom = fork
      ? this.#withConfig.get({ config: stringify(fork.from), id })
      : undefined;
    this.#descend.run({
      id,
      forkedFrom: forkedFrom ?? null,
      resumedFrom: resumedFrom ? this.row(resumedFrom).id : null,
      rerunOf: rerunOf ? this.row(rerunOf).id : null,
    });
  }
}

/** Throws AppError 'no-settings' for a training log. */
export function configOf({ uuid, config_json: json }: RunRow): ExperimentConfig {
  const config = parse(json) as ExperimentConfig | null;
  if (config === null) throw noSettings(uuid);
  return config;
}

/** A row as the page reads it, but for what other tables know. */
export function summaryOf(row: RunRow): Omit<RunSummary, 'spark' | 'trashDaysLeft'> {
  return {
    id: row.uuid,
    experimentId: row.experiment_uuid,
    experimentName: row.experiment_name,
    race: row.race,
    name: row.name,
    config: parse(row.config_json) as ExperimentConfig | null,
    log: row.log_json === null ? null : (parse(row.log_json) as TrainingLog),
    state: row.state,
    reason: row.reason,
    step: row.step,
    result: row.result_json === null ? null : (parse(row.result_json) as RunResult),
    engineVersion: row.engine_version,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    trashedAt: row.trashed_at,
    error: row.error,
    noteLine: row.note_line ?? '',
    tags: JSON.parse(row.tags) as string[],
    pinned: row.pinned === 1,
    baseline: row.baseline === 1,
    archived: row.archived === 1,
    prediction: row.prediction,
    conclusion: row.conclusion,
    forkedFrom: row.forked_from_uuid,
    resumedFrom: row.resumed_from_uuid,
    rerunOf: row.rerun_of_uuid,
  };
}
