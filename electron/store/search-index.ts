import type { Database, Statement } from 'better-sqlite3';
import type { RunId } from '../ipc/run.ts';
import type { Meta } from './meta.ts';
import { indexedText, queriesOf } from './search-text.ts';

/** Changes with what search-text.ts makes of a text: an index of another version is made again. */
const VERSION = '1';

/** The entries of a run in the index: rowid = 2 · id + part. */
const LABEL = 0;
const NOTE = 1;

/** The words of all runs: names, tags, names of experiments, notes. The caller holds the transaction. */
export class SearchIndex {
  readonly #label: Statement<[number]>;
  readonly #note: Statement<[number]>;
  readonly #insert: Statement<[number, string]>;
  readonly #delete: Statement<[number]>;
  readonly #clear: Statement<[]>;
  readonly #match: Statement<[string]>;
  readonly #all: Statement<[]>;
  readonly #some: Statement<[string]>;
  readonly #ids: Statement<[]>;

  constructor(db: Database) {
    this.#label = db
      .prepare<[number]>(
        `SELECT concat_ws(' ', run.name, experiment.name,
           (SELECT group_concat(tag, ' ') FROM run_tag WHERE run_id = run.id))
         FROM run JOIN experiment ON experiment.id = run.experiment_id WHERE run.id = ?`,
      )
      .pluck();
    this.#note = db.prepare<[number]>('SELECT text FROM run_note WHERE run_id = ?').pluck();
    this.#insert = db.prepare('INSERT INTO run_words(rowid, words) VALUES (?, ?)');
    this.#delete = db.prepare('DELETE FROM run_words WHERE rowid = ?');
    this.#clear = db.prepare("INSERT INTO run_words(run_words) VALUES ('delete-all')");
    this.#match = db
      .prepare<[string]>('SELECT DISTINCT rowid / 2 FROM run_words WHERE run_words MATCH ?')
      .pluck();
    const uuids = 'SELECT uuid FROM run WHERE doomed = 0';
    this.#all = db.prepare<[]>(`${uuids} ORDER BY id DESC`).pluck();
    this.#some = db
      .prepare<[string]>(`${uuids} AND id IN (SELECT value FROM json_each(?)) ORDER BY id DESC`)
      .pluck();
    this.#ids = db.prepare<[]>('SELECT id FROM run WHERE doomed = 0').pluck();
  }

  /** Makes the index where there is none, or one that another version of this app made. */
  bringUpToDate(meta: Meta): void {
    if (meta.read('search_version') === VERSION) return;
    this.#makeAgain();
    meta.write('search_version', VERSION);
  }

  /** Takes in the name, the tags and the experiment of a run, new or known. */
  updateLabel(run: number): void {
    this.#write(run, LABEL, this.#label.get(run) as string);
  }

  updateNote(run: number): void {
    this.#write(run, NOTE, this.#note.get(run) as string | undefined);
  }

  remove(run: number): void {
    this.#write(run, LABEL, undefined);
    this.#write(run, NOTE, undefined);
  }

  /** Runs in which every typed word is found, newest first; all runs where nothing is typed. */
  find(typed: string): readonly RunId[] {
    if (typed.trim() === '') return this.#all.all() as RunId[];
    const [first, ...others] = queriesOf(typed).map((query) => this.#runsWith(query));
    if (!first) return [];
    const found = [...first].filter((run) => others.every((more) => more.has(run)));
    return this.#some.all(JSON.stringify(found)) as RunId[];
  }

  #runsWith(query: string): Set<number> {
    return new Set(this.#match.all(query) as number[]);
  }

  #write(run: number, part: number, text: string | undefined): void {
    const entry = 2 * run + part;
    this.#delete.run(entry);
    if (text !== undefined) this.#insert.run(entry, indexedText(text));
  }

  #makeAgain(): void {
    this.#clear.run();
    for (const run of this.#ids.all() as number[]) {
      this.updateLabel(run);
      this.updateNote(run);
    }
  }
}
