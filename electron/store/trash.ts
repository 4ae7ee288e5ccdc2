import type { Database, Statement } from 'better-sqlite3';
import type { RunId } from '../ipc/run.ts';
import { TRASH_DAYS } from '../ipc/library.ts';
import type { DaysOfUse } from './days-of-use.ts';
import type { History } from './history.ts';
import type { SearchIndex } from './search-index.ts';

/** A slice of deleting: so many rows (chunks, checkpoints, runs), or bytes of values, whichever is first. */
const MOST_ROWS = 200;
const MOST_BYTES = 2 * 1024 * 1024;

interface Doomed {
  readonly id: number;
  readonly uuid: RunId;
}

interface Deleted {
  readonly id: number;
  readonly experiment_id: number;
}

interface Weighed {
  readonly rowid: number;
  readonly bytes: number;
}

/**
 * Runs that were put away: for a while they can be restored, then they are deleted for good, in slices,
 * so that main is never held up. The caller holds the transaction.
 */
export class Trash {
  readonly #days: DaysOfUse;
  readonly #history: History;
  readonly #index: SearchIndex;
  readonly #list: Statement<[]>;
  readonly #overdue: Statement<[number, number]>;
  readonly #find: Statement<[string]>;
  readonly #doom: Statement<[number]>;
  readonly #orphan: readonly Statement<[number]>[];
  readonly #next: Statement<[string]>;
  readonly #blobs: readonly { readonly find: Statement; readonly delete: Statement<[number]> }[];
  readonly #rest: readonly Statement<[number]>[];
  readonly #emptyExperiment: Statement<[number]>;

  constructor(db: Database, days: DaysOfUse, history: History, index: SearchIndex) {
    this.#days = days;
    this.#history = history;
    this.#index = index;
    this.#list = db
      .prepare<[]>('SELECT uuid FROM run WHERE trashed_at IS NOT NULL AND doomed = 0 ORDER BY id')
      .pluck();
    this.#find = db.prepare(
      'SELECT id, uuid FROM run WHERE uuid = ? AND trashed_at IS NOT NULL AND doomed = 0',
    );
    this.#overdue = db.prepare(
      `SELECT id, uuid FROM run WHERE trashed_at IS NOT NULL AND doomed = 0 AND trashed_day <= ?
       ORDER BY id LIMIT ?`,
    );
    this.#doom = db.prepare('UPDATE run SET doomed = 1, baseline = 0 WHERE id = ?');
    this.#orphan = ['forked_from', 'resumed_from', 'rerun_of'].map((column) =>
      db.prepare(`UPDATE run SET ${column} = NULL WHERE ${column} = ?`),
    );
    this.#next = db.prepare(
      `SELECT id, experiment_id FROM run
       WHERE doomed = 1 AND id NOT IN (SELECT value FROM json_each(?)) LIMIT 1`,
    );
    this.#blobs = [
      ['chunk', 'series_id IN (SELECT id FROM series WHERE run_id = @run)'],
      ['checkpoint', 'run_id = @run'],
    ].map(([table, where]) => ({
      find: db.prepare(
        `SELECT rowid, length(data) AS bytes FROM ${table} WHERE ${where} LIMIT ${MOST_ROWS}`,
      ),
      delete: db.prepare(`DELETE FROM ${table} WHERE rowid = ?`),
    }));
    this.#rest = [
      'DELETE FROM series WHERE run_id = ?',
      'DELETE FROM run_note WHERE run_id = ?',
      'DELETE FROM run_tag WHERE run_id = ?',
      'DELETE FROM run_event WHERE run_id = ?',
      'DELETE FROM training_time WHERE run_id = ?',
      'DELETE FROM run WHERE id = ?',
    ].map((sql) => db.prepare(sql));
    this.#emptyExperiment = db.prepare(
      `DELETE FROM experiment WHERE id = ? AND
         NOT EXISTS (SELECT 1 FROM run WHERE experiment_id = experiment.id)`,
    );
  }

  get ids(): readonly RunId[] {
    return this.#list.all() as RunId[];
  }

  daysLeft(trashedDay: number | null): number | null {
    return trashedDay === null ? null : Math.max(0, trashedDay + TRASH_DAYS - this.#days.count);
  }

  /** From here on they are there for nobody: not to be listed, found, restored or undone. */
  doom(which: 'overdue' | readonly RunId[], most: number): readonly RunId[] {
    const rows = which === 'overdue' ? this.#findOverdue(most) : this.#findThese(which, most);
    for (const { id } of rows) {
      this.#doom.run(id);
      for (const orphan of this.#orphan) orphan.run(id);
      this.#index.remove(id);
    }
    this.#history.forget(rows.map(({ id }) => id));
    return rows.map(({ uuid }) => uuid);
  }

  #findOverdue(most: number): readonly Doomed[] {
    return this.#overdue.all(this.#days.count - TRASH_DAYS, most) as Doomed[];
  }

  /** Those that have been restored, or are gone, are left out. */
  #findThese(ids: readonly RunId[], most: number): readonly Doomed[] {
    const found = ids.flatMap((id) => (this.#find.get(id) as Doomed | undefined) ?? []);
    return found.slice(0, most);
  }

  /** Whether anything is left to delete; `arriving` are marked like runs to be deleted, and stay. */
  deleteSome(arriving: readonly number[]): boolean {
    let rows = MOST_ROWS;
    let bytes = MOST_BYTES;
    for (;;) {
      const run = this.#next.get(JSON.stringify(arriving)) as Deleted | undefined;
      if (!run) return false;
      for (const blobs of this.#blobs) {
        const found = blobs.find.all({ run: run.id }) as Weighed[];
        for (const { rowid, bytes: weight } of found) {
          blobs.delete.run(rowid);
          bytes -= weight;
          if (--rows <= 0 || bytes <= 0) return true;
        }
      }
      // Of a run that never arrived the words are there still.
      this.#index.remove(run.id);
      for (const statement of this.#rest) statement.run(run.id);
      this.#emptyExperiment.run(run.experiment_id);
      if (--rows <= 0) return true;
    }
  }
}
