import type { Database, Statement } from 'better-sqlite3';
import type { TimeSample } from '../../core/analysis/training-time.ts';

/** When runs were where, in seconds of training. The caller holds the transaction. */
export class TrainingTimes {
  readonly #insert: Statement<[number, number, number]>;
  readonly #delete: Statement<[number, number]>;
  readonly #list: Statement<[number]>;

  constructor(db: Database) {
    this.#insert = db.prepare('INSERT INTO training_time(run_id, step, seconds) VALUES (?, ?, ?)');
    this.#delete = db.prepare('DELETE FROM training_time WHERE run_id = ? AND step = ?');
    this.#list = db.prepare(
      'SELECT step, seconds FROM training_time WHERE run_id = ? ORDER BY step',
    );
  }

  /** `replaces`: the step of the sample in whose place it comes. */
  add(run: number, { step, seconds }: TimeSample, replaces: number | null = null): void {
    if (replaces !== null) this.#delete.run(run, replaces);
    this.#insert.run(run, step, seconds);
  }

  /** In the order of their steps; none: the run was not measured. */
  list(run: number): readonly TimeSample[] {
    return this.#list.all(run) as TimeSample[];
  }
}
