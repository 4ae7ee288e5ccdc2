import type { Database, Statement } from 'better-sqlite3';
import type { HistoryKind, HistoryLabel, HistoryState } from '../ipc/library.ts';

/** So many changes can be undone; older ones are forgotten. */
const MOST_GROUPS = 100;

/** What happened to one run or one saved view: its fields before and after, as JSON takes them. */
export interface Step {
  /** The id of a run, or the key of a view. */
  readonly of: { readonly run: number } | { readonly view: string };
  /** Not asked for, but a consequence. */
  readonly aside: boolean;
  readonly before: unknown;
  readonly after: unknown;
}

interface GroupRow {
  readonly id: number;
  readonly kind: HistoryKind;
  readonly count: number;
}

interface StepRow {
  readonly run_id: number | null;
  readonly view_key: string | null;
  readonly aside: number;
  readonly before_json: string;
  readonly after_json: string;
}

export interface HistoryGroup {
  readonly label: HistoryLabel;
  readonly steps: readonly Step[];
  /** Notes that it is undone, or done again. */
  mark(undone: boolean): void;
}

const GROUP = `SELECT id, kind,
  (SELECT count(*) FROM op_log WHERE group_id = op_group.id AND aside = 0) AS count FROM op_group`;

/** The changes that can be undone and done again, newest last. The caller holds the transaction. */
export class History {
  readonly #newGroup: Statement;
  readonly #newStep: Statement;
  readonly #forgetSteps: Readonly<Record<'undone' | 'old' | 'withoutRun', Statement>>;
  readonly #forgetGroups: Statement<[]>;
  readonly #ofRun: Statement<[number]>;
  readonly #lastDone: Statement<[]>;
  readonly #firstUndone: Statement<[]>;
  readonly #steps: Statement<[number]>;
  readonly #mark: Statement<[number, number]>;

  constructor(db: Database) {
    this.#newGroup = db.prepare('INSERT INTO op_group(kind) VALUES (?)');
    this.#newStep = db.prepare(
      `INSERT INTO op_log(group_id, run_id, view_key, aside, before_json, after_json)
       VALUES (@group, @run, @view, @aside, @before, @after)`,
    );
    this.#forgetSteps = {
      undone: db.prepare(
        'DELETE FROM op_log WHERE group_id IN (SELECT id FROM op_group WHERE undone = 1)',
      ),
      old: db.prepare(
        `DELETE FROM op_log WHERE group_id IN
           (SELECT id FROM op_group ORDER BY id DESC LIMIT -1 OFFSET ${MOST_GROUPS})`,
      ),
      // What was only a consequence goes with what it followed from.
      withoutRun: db.prepare(
        `DELETE FROM op_log WHERE group_id = ? AND NOT EXISTS
           (SELECT 1 FROM op_log AS asked WHERE asked.group_id = op_log.group_id AND asked.aside = 0)`,
      ),
    };
    this.#forgetGroups = db.prepare(
      'DELETE FROM op_group WHERE NOT EXISTS (SELECT 1 FROM op_log WHERE group_id = op_group.id)',
    );
    this.#ofRun = db
      .prepare<[number]>('DELETE FROM op_log WHERE run_id = ? RETURNING group_id')
      .pluck();
    this.#lastDone = db.prepare(`${GROUP} WHERE undone = 0 ORDER BY id DESC LIMIT 1`);
    this.#firstUndone = db.prepare(`${GROUP} WHERE undone = 1 ORDER BY id LIMIT 1`);
    this.#steps = db.prepare('SELECT * FROM op_log WHERE group_id = ? ORDER BY id');
    this.#mark = db.prepare('UPDATE op_group SET undone = ? WHERE id = ?');
  }

  get state(): HistoryState {
    return {
      undo: labelOf(this.#lastDone.get() as GroupRow | undefined),
      redo: labelOf(this.#firstUndone.get() as GroupRow | undefined),
    };
  }

  /** What undo takes back now. */
  get lastDone(): HistoryGroup | null {
    return this.#groupOf(this.#lastDone.get() as GroupRow | undefined);
  }

  /** What redo does again now. */
  get firstUndone(): HistoryGroup | null {
    return this.#groupOf(this.#firstUndone.get() as GroupRow | undefined);
  }

  /** Adds what was done in one go; what was undone cannot be done again any more. */
  record(kind: HistoryKind, steps: readonly Step[]): void {
    this.#forgetSteps.undone.run();
    const group = this.#newGroup.run(kind).lastInsertRowid;
    for (const { of, aside, before, after } of steps) {
      this.#newStep.run({
        group,
        run: 'run' in of ? of.run : null,
        view: 'view' in of ? of.view : null,
        aside: aside ? 1 : 0,
        before: JSON.stringify(before),
        after: JSON.stringify(after),
      });
    }
    this.#forgetSteps.old.run();
    this.#forgetGroups.run();
  }

  /** Nothing that was done to these runs can be undone any more. */
  forget(runs: readonly number[]): void {
    const groups = new Set(runs.flatMap((run) => this.#ofRun.all(run) as number[]));
    for (const group of groups) this.#forgetSteps.withoutRun.run(group);
    this.#forgetGroups.run();
  }

  #groupOf(row: GroupRow | undefined): HistoryGroup | null {
    if (!row) return null;
    return {
      label: labelOf(row)!,
      steps: (this.#steps.all(row.id) as StepRow[]).map(stepOf),
      mark: (undone) => void this.#mark.run(undone ? 1 : 0, row.id),
    };
  }
}

function labelOf(row: GroupRow | undefined): HistoryLabel | null {
  return row ? { kind: row.kind, count: row.count } : null;
}

function stepOf(row: StepRow): Step {
  return {
    of: row.run_id === null ? { view: row.view_key! } : { run: row.run_id },
    aside: row.aside === 1,
    before: JSON.parse(row.before_json),
    after: JSON.parse(row.after_json),
  };
}
