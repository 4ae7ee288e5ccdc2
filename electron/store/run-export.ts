import type { Database, Statement } from 'better-sqlite3';
import type { FileExperiment, FileRunFacts } from '../files/format.ts';
import type { RaceKind } from '../ipc/experiment.ts';
import { isUnderWay, type RunId } from '../ipc/run.ts';
import { summaryOf, type RunRow } from './run-store.ts';

/** What is to be written into one file. */
export interface ExportPlan {
  /** In the order of their oldest runs; runs from the oldest on. */
  readonly experiments: readonly FileExperiment<RunId>[];
  readonly points: number;
  /** One of each run, and its series and checkpoints. */
  readonly parts: number;
  /** Of the checkpoints, and of the texts and results of any length, as they are written. */
  readonly bytes: number;
  /** Bytes of the largest checkpoint; 0: there is none. */
  readonly largest: number;
}

interface PlanRow {
  readonly uuid: RunId;
  readonly experiment: number;
  readonly name: string;
  readonly race: RaceKind | null;
  readonly created_at: number;
  readonly points: number;
  readonly parts: number;
  readonly bytes: number;
  readonly largest: number;
}

/** Of the runs of a file those that are here already. */
export interface KnownRuns {
  /** How many are here and not in the trash. */
  readonly here: number;
  /** Of the others, what of them lies in the trash: one for each. */
  readonly trashed: readonly RunId[];
}

/** Of a run, what a file says without its lineage and events. */
export type ExportedFacts = Omit<
  FileRunFacts,
  'events' | 'note' | 'times' | 'forkedFrom' | 'resumedFrom' | 'rerunOf'
>;

/** What leaves the library in a file. */
export class RunExport {
  readonly #plan: Statement;
  readonly #live: Statement<[string]>;
  readonly #trashed: Statement;

  constructor(db: Database) {
    this.#plan = db.prepare(
      `SELECT run.uuid, experiment.id AS experiment, experiment.name, experiment.race,
         experiment.created_at,
         (SELECT coalesce(sum(points), 0) FROM series WHERE run_id = run.id) AS points,
         1 + (SELECT count(*) FROM series WHERE run_id = run.id)
           + (SELECT count(*) FROM checkpoint WHERE run_id = run.id) AS parts,
         (SELECT coalesce(sum(length(data)), 0) FROM checkpoint WHERE run_id = run.id)
           + octet_length(json_quote((SELECT text FROM run_note WHERE run_id = run.id)))
           + coalesce(octet_length(run.result_json), 0)
           + (SELECT coalesce(sum(octet_length(detail_json)), 0) FROM run_event
              WHERE run_id = run.id) AS bytes,
         (SELECT coalesce(max(length(data)), 0) FROM checkpoint WHERE run_id = run.id) AS largest
       FROM run JOIN experiment ON experiment.id = run.experiment_id
       WHERE run.doomed = 0 AND CASE WHEN @ids IS NULL THEN run.trashed_at IS NULL
         ELSE run.uuid IN (SELECT value FROM json_each(@ids)) END
       ORDER BY min(run.id) OVER (PARTITION BY experiment.id), run.id`,
    );
    this.#live = db
      .prepare<[string]>(
        `SELECT EXISTS (SELECT 1 FROM run WHERE (uuid = value OR origin = value)
           AND doomed = 0 AND trashed_at IS NULL) FROM json_each(?) ORDER BY key`,
      )
      .pluck();
    // What was computed here before copies of it. (uuid = … OR origin = …) is looked up, … IN (uuid, origin) reads all runs.
    this.#trashed = db
      .prepare(
        `SELECT uuid FROM run WHERE (uuid = @origin OR origin = @origin)
           AND doomed = 0 AND trashed_at IS NOT NULL ORDER BY uuid = @origin DESC, id DESC`,
      )
      .pluck();
  }

  /** Those of them that are there; null: all that are not in the trash. */
  plan(ids: readonly RunId[] | null): ExportPlan {
    const rows = this.#plan.all({ ids: ids && JSON.stringify(ids) }) as PlanRow[];
    const experiments = new Map<number, FileExperiment<RunId> & { runs: RunId[] }>();
    for (const { uuid, experiment, name, race, created_at: createdAt } of rows) {
      const open = experiments.get(experiment) ?? { name, race, createdAt, runs: [] };
      experiments.set(experiment, open);
      open.runs.push(uuid);
    }
    return {
      experiments: [...experiments.values()],
      points: rows.reduce((sum, { points }) => sum + points, 0),
      parts: rows.reduce((sum, { parts }) => sum + parts, 0),
      bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0),
      largest: rows.reduce((most, { largest }) => Math.max(most, largest), 0),
    };
  }

  facts(row: RunRow): ExportedFacts {
    const summary = summaryOf(row);
    const { name, config, log, engineVersion, error, step, result, createdAt, endedAt } = summary;
    const { tags, pinned, baseline, archived, prediction, conclusion } = summary;
    const live = isUnderWay(row.state);
    return {
      origin: row.origin ?? row.uuid,
      ...{ name, config, log, engineVersion, error, step, result, createdAt, endedAt },
      ...{ tags, pinned, baseline, archived, prediction, conclusion },
      state: live ? 'interrupted' : row.state,
      reason: live ? null : row.reason,
    };
  }

  /** Which of these ids are of runs that are here, computed here or imported before. */
  findKnown(origins: readonly string[]): KnownRuns {
    const live = this.#live.all(JSON.stringify(origins)) as readonly number[];
    const lost = origins.filter((_, i) => live[i] === 0);
    const trashed = new Set<RunId>();
    for (const origin of lost) {
      const there = this.#trashed.all({ origin }) as readonly RunId[];
      const next = there.find((id) => !trashed.has(id));
      if (next !== undefined) trashed.add(next);
    }
    return { here: origins.length - lost.length, trashed: [...trashed] };
  }
}
