import { expect, it } from 'vitest';
import { imports } from '../../../../electron/store/migrations/0005-imports.ts';
import { libraryBefore } from '../../../support/library/before-migration.ts';

it('runs from before were computed here, and are otherwise what they were', () => {
  const { db, migrate } = libraryBefore(imports);
  const before = db.prepare('SELECT * FROM run').all() as object[];
  migrate();
  const after = db.prepare('SELECT * FROM run').all();
  expect(after).toEqual(before.map((row) => ({ ...row, import_id: null, origin: null })));
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('a run of a file has both its import and its origin, or it is of none', () => {
  const { db, migrate } = libraryBefore(imports);
  migrate();
  db.exec("INSERT INTO import(at, file, generator) VALUES (1, 'f', 'g')");
  expect(() => db.exec('UPDATE run SET import_id = 1')).toThrow('CHECK');
  expect(() => db.exec("UPDATE run SET origin = 'u'")).toThrow('CHECK');
  db.exec("UPDATE run SET import_id = 1, origin = 'u'");
  expect(() => db.exec('DELETE FROM import')).toThrow('FOREIGN KEY');
});
