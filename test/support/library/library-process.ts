/** Another process at the same file: `hold <path> <sql>…` or `open <path>`. */
import Database from 'better-sqlite3';
import { openStore } from '../../../electron/store/open-store.ts';
import { StoreRefusedError } from '../../../electron/store/refused.ts';

const [mode, path = '', ...statements] = process.argv.slice(2);

if (mode === 'hold') {
  const db = new Database(path);
  for (const sql of statements) db.exec(sql);
  console.log('ready');
  // Keeps the connection reachable and the process alive until it is killed.
  setInterval(() => db.open, 1000);
} else {
  console.log('opening');
  try {
    openStore({ path, now: Date.now }).close();
    console.log('opened');
  } catch (error) {
    console.log(error instanceof StoreRefusedError ? error.code : String(error));
  }
}
