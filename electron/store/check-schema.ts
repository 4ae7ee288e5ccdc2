import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { StoreRefusedError } from './refused.ts';

interface Part {
  readonly name: string;
  readonly sql: string | null;
}

/**
 * Throws StoreRefusedError unless every table, index and trigger is there as this version makes it: the
 * texts that say so are bytes of the file like all others, and bytes are damaged.
 */
export function checkSchema(db: Database.Database, path: string): void {
  const found = new Map(partsOf(db).map(({ name, sql }) => [name, sql]));
  const wrong = expectedParts().find(({ name, sql }) => found.get(name) !== sql);
  if (wrong) throw new StoreRefusedError('damaged', path, `the definition of ${wrong.name}`, 'ok');
}

function expectedParts(): readonly Part[] {
  const fresh = new Database(':memory:');
  try {
    migrate(fresh);
    return partsOf(fresh);
  } finally {
    fresh.close();
  }
}

function partsOf(db: Database.Database): readonly Part[] {
  return db.prepare('SELECT name, sql FROM sqlite_schema').all() as Part[];
}
