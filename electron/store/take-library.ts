import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * One transaction: the library is ours, and whatever another process left unfinished is interrupted.
 * Nobody else can be alive while we hold the lock, so no heartbeat has to be waited for. Such a run
 * ended when its last numbers were committed, not when this app started.
 */
export function takeLibrary(db: Database): void {
  const interrupt = db.prepare(
    `UPDATE run SET state = 'interrupted', reason = 'host-exit',
       ended_at = coalesce(saved_at, created_at)
     WHERE state IN ('queued', 'running', 'pausing', 'paused')`,
  );
  const name = db.prepare(
    "INSERT INTO meta(key, value) VALUES ('library_uuid', ?) ON CONFLICT DO NOTHING",
  );
  const markUnclean = db.prepare(
    `INSERT INTO meta(key, value) VALUES ('clean_shutdown', '0')
     ON CONFLICT(key) DO UPDATE SET value = '0'`,
  );
  db.transaction(() => {
    interrupt.run();
    name.run(randomUUID());
    markUnclean.run();
  }).immediate();
}

/** Moves the log into the file, so that the library is one file while nobody uses it. */
export function leaveLibrary(db: Database): void {
  db.prepare("UPDATE meta SET value = '1' WHERE key = 'clean_shutdown'").run();
  db.pragma('wal_checkpoint(TRUNCATE)');
}
