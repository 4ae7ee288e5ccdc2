import type { Database, Statement } from 'better-sqlite3';
import { tagKey } from '../ipc/library.ts';
import type { DaysOfUse } from './days-of-use.ts';
import type { SearchIndex } from './search-index.ts';

const NOTE_LINE = 200;

/** What a person can change of a run. */
export interface Fields {
  readonly name: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly pinned: boolean;
  readonly baseline: boolean;
  readonly archived: boolean;
  readonly trashed: boolean;
  readonly prediction: string;
  readonly conclusion: string;
}

interface FieldsRow {
  readonly name: string;
  readonly tags: string;
  readonly pinned: number;
  readonly baseline: number;
  readonly archived: number;
  readonly trashed: number;
  readonly prediction: string;
  readonly conclusion: string;
}

/** The fields of runs, wherever they lie, and the words they are found by. The caller holds the transaction. */
export class RunFields {
  readonly #now: () => number;
  readonly #days: DaysOfUse;
  readonly #index: SearchIndex;
  readonly #get: Statement<[number]>;
  readonly #note: Statement<[number]>;
  readonly #set: Readonly<Record<'name' | 'prediction' | 'conclusion', Statement>>;
  readonly #mark: Readonly<Record<'pinned' | 'baseline' | 'archived', Statement>>;
  readonly #trash: Statement;
  readonly #restore: Statement;
  readonly #baselines: Statement<[number]>;
  readonly #writeNote: Statement;
  readonly #removeNote: Statement;
  readonly #addTag: Statement;
  readonly #removeTags: Statement;

  constructor(db: Database, now: () => number, days: DaysOfUse, index: SearchIndex) {
    this.#now = now;
    this.#days = days;
    this.#index = index;
    this.#get = db.prepare(
      `SELECT name, pinned, baseline, archived, trashed_at IS NOT NULL AS trashed, prediction,
         conclusion,
         (SELECT json_group_array(tag) FROM
           (SELECT tag FROM run_tag WHERE run_id = run.id ORDER BY key)) AS tags
       FROM run WHERE id = ?`,
    );
    this.#note = db.prepare<[number]>('SELECT text FROM run_note WHERE run_id = ?').pluck();
    const setter = (column: string): Statement =>
      db.prepare(`UPDATE run SET ${column} = ? WHERE id = ?`);
    this.#set = {
      name: setter('name'),
      prediction: setter('prediction'),
      conclusion: setter('conclusion'),
    };
    this.#mark = {
      pinned: setter('pinned'),
      baseline: setter('baseline'),
      archived: setter('archived'),
    };
    this.#trash = db.prepare(
      'UPDATE run SET trashed_at = ?, trashed_day = ? WHERE id = ? AND trashed_at IS NULL',
    );
    this.#restore = db.prepare('UPDATE run SET trashed_at = NULL, trashed_day = NULL WHERE id = ?');
    this.#baselines = db
      .prepare<[number]>(
        `SELECT id FROM run WHERE baseline = 1 AND
           experiment_id = (SELECT experiment_id FROM run WHERE id = ?)`,
      )
      .pluck();
    this.#writeNote = db.prepare(
      `INSERT INTO run_note(run_id, line, text) VALUES (@run, @line, @text)
       ON CONFLICT(run_id) DO UPDATE SET line = excluded.line, text = excluded.text`,
    );
    this.#removeNote = db.prepare('DELETE FROM run_note WHERE run_id = ?');
    this.#addTag = db.prepare('INSERT INTO run_tag(run_id, key, tag) VALUES (?, ?, ?)');
    this.#removeTags = db.prepare('DELETE FROM run_tag WHERE run_id = ?');
  }

  /** All but the note, which may be long. */
  get(run: number): Omit<Fields, 'note'> {
    const row = this.#get.get(run) as FieldsRow;
    return {
      name: row.name,
      tags: JSON.parse(row.tags) as string[],
      pinned: row.pinned === 1,
      baseline: row.baseline === 1,
      archived: row.archived === 1,
      trashed: row.trashed === 1,
      prediction: row.prediction,
      conclusion: row.conclusion,
    };
  }

  note(run: number): string {
    return (this.#note.get(run) as string | undefined) ?? '';
  }

  /** The run of the same experiment the others are compared with; null if there is none. */
  baselineOf(run: number): number | null {
    return (this.#baselines.get(run) as number | undefined) ?? null;
  }

  set(run: number, fields: Partial<Fields>): void {
    for (const field of ['name', 'prediction', 'conclusion'] as const) {
      if (fields[field] !== undefined) this.#set[field].run(fields[field], run);
    }
    // There is room for one in an experiment.
    if (fields.baseline) this.#clearBaseline(run);
    for (const field of ['pinned', 'baseline', 'archived'] as const) {
      if (fields[field] !== undefined) this.#mark[field].run(fields[field] ? 1 : 0, run);
    }
    if (fields.trashed === true) this.#trash.run(this.#now(), this.#days.count, run);
    if (fields.trashed === false) this.#restore.run(run);
    if (fields.note !== undefined) this.#setNote(run, fields.note);
    if (fields.tags !== undefined) this.#setTags(run, fields.tags);
    if (fields.name !== undefined || fields.tags !== undefined) this.#index.updateLabel(run);
  }

  #clearBaseline(run: number): void {
    const present = this.baselineOf(run);
    if (present !== null) this.#mark.baseline.run(0, present);
  }

  #setNote(run: number, text: string): void {
    if (text === '') this.#removeNote.run(run);
    else this.#writeNote.run({ run, text, line: firstLine(text) });
    this.#index.updateNote(run);
  }

  #setTags(run: number, tags: readonly string[]): void {
    this.#removeTags.run(run);
    for (const tag of tags) this.#addTag.run(run, tagKey(tag), tag);
  }
}

function firstLine(text: string): string {
  return (/\S.*/.exec(text)?.[0] ?? '').slice(0, NOTE_LINE).trimEnd();
}
