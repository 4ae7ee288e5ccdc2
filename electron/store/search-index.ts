import type { Database, Statement } from 'better-sqlite3';
import type { RunId } from '../ipc/run.ts';
import type { Meta } from './meta.ts';
import { indexedText, queriesOf } from './search-text.ts';

/** Changes with what search-text.ts makes of a text: an index of another version is made again. */
const VERSION = '1';

/** The entries of a run in the index: rowid = 2 · id + part. */
const LABEL = 0;
const NOTE = 1;

/** What is found as the version of an index that was given up. */
const GIVEN_UP = 'given up';

interface Words {
  readonly insert: Statement<[number, string]>;
  readonly delete: Statement<[number]>;
  readonly clear: Statement<[]>;
  readonly match: Statement<[string]>;
}

/**
 * The words of all runs: names, tags, names of experiments, notes. The caller holds the transaction.
 *
 * An index can be made again, so a damaged one stops nothing. SQLite can neither empty nor drop it then; one
 * in memory takes its name and its place, and with every start the one in the file is tried again.
 */
export class SearchIndex {
  readonly #db: Database;
  readonly #meta: Meta;
  readonly #label: Statement<[number]>;
  readonly #note: Statement<[number]>;
  readonly #all: Statement<[]>;
  readonly #some: Statement<[string]>;
  readonly #ids: Statement<[]>;
  #known: Words | null = null;
  #givenUp = false;

  constructor(db: Database, meta: Meta) {
    this.#db = db;
    this.#meta = meta;
    this.#label = db
      .prepare<[number]>(
        `SELECT concat_ws(' ', run.name, experiment.name,
           (SELECT group_concat(tag, ' ') FROM run_tag WHERE run_id = run.id))
         FROM run JOIN experiment ON experiment.id = run.experiment_id WHERE run.id = ?`,
      )
      .pluck();
    this.#note = db.prepare<[number]>('SELECT text FROM run_note WHERE run_id = ?').pluck();
    const uuids = 'SELECT uuid FROM run WHERE doomed = 0';
    this.#all = db.prepare<[]>(`${uuids} ORDER BY id DESC`).pluck();
    this.#some = db
      .prepare<[string]>(`${uuids} AND id IN (SELECT value FROM json_each(?)) ORDER BY id DESC`)
      .pluck();
    this.#ids = db.prepare<[]>('SELECT id FROM run WHERE doomed = 0').pluck();
  }

  /** Makes the index where there is none, one that another version of this app made, or one given up. */
  bringUpToDate(): void {
    if (this.#meta.read('search_version') === VERSION) return;
    this.#meta.write('search_version', VERSION);
    this.#words.clear.run();
    this.#fill();
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
    const { match } = this.#words;
    const [first, ...others] = queriesOf(typed).map(
      (query) => new Set(match.all(query) as number[]),
    );
    if (!first) return [];
    const found = [...first].filter((run) => others.every((more) => more.has(run)));
    return this.#some.all(JSON.stringify(found)) as RunId[];
  }

  /**
   * Takes to an index in memory, in a transaction of its own; false where that was done before. To be called
   * when SQLite finds damage and what was being done is rolled back: FTS5 may notice as late as at COMMIT.
   */
  giveUp(): boolean {
    if (this.#givenUp) return false;
    const definition = this.#db
      .prepare("SELECT sql FROM main.sqlite_schema WHERE name = 'run_words'")
      .pluck()
      .get() as string;
    this.#db.transaction(() => {
      this.#db.exec(definition.replace('TABLE run_words', 'TABLE temp.run_words'));
      this.#meta.write('search_version', GIVEN_UP);
      // The name means the new one from here on.
      this.#known = prepareWords(this.#db);
      this.#fill();
    })();
    this.#givenUp = true;
    return true;
  }

  /** Not before they are needed: preparing them reads the index. */
  get #words(): Words {
    return (this.#known ??= prepareWords(this.#db));
  }

  #fill(): void {
    for (const run of this.#ids.all() as number[]) {
      this.updateLabel(run);
      this.updateNote(run);
    }
  }

  #write(run: number, part: number, text: string | undefined): void {
    const entry = 2 * run + part;
    this.#words.delete.run(entry);
    if (text !== undefined) this.#words.insert.run(entry, indexedText(text));
  }
}

function prepareWords(db: Database): Words {
  return {
    insert: db.prepare('INSERT INTO run_words(rowid, words) VALUES (?, ?)'),
    delete: db.prepare('DELETE FROM run_words WHERE rowid = ?'),
    clear: db.prepare("INSERT INTO run_words(run_words) VALUES ('delete-all')"),
    match: db
      .prepare<[string]>('SELECT DISTINCT rowid / 2 FROM run_words WHERE run_words MATCH ?')
      .pluck(),
  };
}
