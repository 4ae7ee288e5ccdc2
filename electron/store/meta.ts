import type { Database, Statement } from 'better-sqlite3';

/** Facts about the library as a whole, each a text. */
export class Meta {
  readonly #read: Statement<[string]>;
  readonly #write: Statement<[string, string]>;

  constructor(db: Database) {
    this.#read = db.prepare<[string]>('SELECT value FROM meta WHERE key = ?').pluck();
    this.#write = db.prepare(
      'INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
    );
  }

  read(key: string): string | null {
    return (this.#read.get(key) as string | undefined) ?? null;
  }

  write(key: string, value: string): void {
    this.#write.run(key, value);
  }
}
