import Database, { type Statement } from 'better-sqlite3';
import type { RunId } from '../ipc/contract.ts';
import type { Meta } from './meta.ts';
import { indexedText, queryOf } from './search-text.ts';

/** Changes with what search-text.ts makes of a text: an index of another version is made again. */
const VERSION = '1';

interface Words {
  readonly name: string;
  readonly note: string | null;
  readonly tags: string | null;
  readonly experiment: string;
}

const WORDS = `SELECT run.id, run.name, experiment.name AS experiment,
  (SELECT text FROM run_note WHERE run_id = run.id) AS note,
  (SELECT group_concat(tag, ' ') FROM run_tag WHERE run_id = run.id) AS tags
  FROM run JOIN experiment ON experiment.id = run.experiment_id`;

/** The words of all runs: names, notes, tags, names of experiments. The caller holds the transaction. */
export class SearchIndex {
  readonly #words: Statement<[number]>;
  readonly #insert: Statement;
  readonly #delete: Statement<[number]>;
  readonly #match: Statement<[string]>;
  readonly #clear: Statement<[]>;
  readonly #ids: Statement<[]>;
  readonly #all: Statement<[]>;

  constructor(db: Database.Database) {
    this.#words = db.prepare(`${WORDS} WHERE run.id = ?`);
    this.#insert = db.prepare(
      `INSERT INTO run_words(rowid, name, note, tags, experiment)
       VALUES (@id, @name, @note, @tags, @experiment)`,
    );
    this.#delete = db.prepare('DELETE FROM run_words WHERE rowid = ?');
    this.#match = db
      .prepare<[string]>(
        `SELECT run.uuid FROM run_words JOIN run ON run.id = run_words.rowid
         WHERE run_words MATCH ? ORDER BY run.id DESC`,
      )
      .pluck();
    this.#clear = db.prepare("INSERT INTO run_words(run_words) VALUES ('delete-all')");
    this.#ids = db.prepare<[]>('SELECT id FROM run WHERE doomed = 0').pluck();
    this.#all = db.prepare<[]>('SELECT uuid FROM run WHERE doomed = 0 ORDER BY id DESC').pluck();
  }

  /** Makes the index where there is none, or one that another version of this app made. */
  bringUpToDate(meta: Meta): void {
    if (meta.read('search_version') === VERSION) return;
    this.#makeAgain();
    meta.write('search_version', VERSION);
  }

  /** Takes in a run as it is now, new or known. */
  update(run: number): void {
    this.#repairing(() => {
      this.#delete.run(run);
      this.#add(run);
    });
  }

  remove(run: number): void {
    this.#repairing(() => this.#delete.run(run));
  }

  /** Newest first; all runs where nothing is typed. */
  find(typed: string): readonly RunId[] {
    if (typed.trim() === '') return this.#all.all() as RunId[];
    const query = queryOf(typed);
    return query === null ? [] : this.#repairing(() => this.#match.all(query) as RunId[]);
  }

  #add(run: number): void {
    const { name, note, tags, experiment } = this.#words.get(run) as Words;
    this.#insert.run({
      id: run,
      name: indexedText(name),
      note: indexedText(note ?? ''),
      tags: indexedText(tags ?? ''),
      experiment: indexedText(experiment),
    });
  }

  /** All it holds can be made again from the runs: damage to it is repaired, not told. */
  #repairing<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CORRUPT'))
        throw error;
      this.#makeAgain();
      return work();
    }
  }

  #makeAgain(): void {
    this.#clear.run();
    for (const id of this.#ids.all() as number[]) this.#add(id);
  }
}
