import type { Database, Statement } from 'better-sqlite3';
import type { SavedView, ViewSettings } from '../ipc/library.ts';

interface ViewRow {
  readonly name: string;
  readonly settings_json: string;
}

/** Names of one key are one name. */
export function viewKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** The ways to look at the runs that a person has named. The caller holds the transaction. */
export class SavedViews {
  readonly #all: Statement<[]>;
  readonly #one: Statement<[string]>;
  readonly #put: Statement;
  readonly #remove: Statement<[string]>;

  constructor(db: Database) {
    this.#all = db.prepare('SELECT name, settings_json FROM saved_view ORDER BY key');
    this.#one = db.prepare('SELECT name, settings_json FROM saved_view WHERE key = ?');
    this.#put = db.prepare(
      `INSERT INTO saved_view(key, name, settings_json) VALUES (@key, @name, @settings)
       ON CONFLICT(key) DO UPDATE SET name = excluded.name, settings_json = excluded.settings_json`,
    );
    this.#remove = db.prepare('DELETE FROM saved_view WHERE key = ?');
  }

  list(): readonly SavedView[] {
    return (this.#all.all() as ViewRow[]).map(viewOf);
  }

  get(key: string): SavedView | null {
    const row = this.#one.get(key) as ViewRow | undefined;
    return row ? viewOf(row) : null;
  }

  /** Null: there is none of this key. */
  set(key: string, view: SavedView | null): void {
    if (view === null) this.#remove.run(key);
    else this.#put.run({ key, name: view.name, settings: JSON.stringify(view.settings) });
  }
}

function viewOf({ name, settings_json: json }: ViewRow): SavedView {
  return { name, settings: JSON.parse(json) as ViewSettings };
}
