/**
 * `backup-life.ts <folder> [careless]`: lives with the library in a folder, writing, backing up and restoring
 * in turn, until it is killed. It says what it is about to do. With `careless` it is the control that gives an
 * unfinished copy the name of a backup, which the harness must catch. Without arguments it only loads its modules.
 */
import { join } from 'node:path';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { BackupKeeper } from '../../electron/main/backup-keeper.ts';
import { LibraryDesk, type Session } from '../../electron/main/library-desk.ts';
import { LibraryPlace } from '../../electron/main/library-place.ts';
import { bowl } from '../support/experiments.ts';
import { verifierScript } from '../support/worker-script.ts';
import { chunkNumber } from './backed-up.ts';
import { say } from './say.ts';

const [root = '', mode] = process.argv.slice(2);
if (root === '') process.exit(0);
const backupFolder = join(root, 'backups');

interface LifeSession extends Session {
  readonly store: Store;
}

/** The real store; says where in a backup it is, and in the control copies to a name that counts. */
function observed(store: Store): Store {
  return {
    ...store,
    copyTo: async (path, progress) => {
      say('copying');
      const to =
        mode === 'careless'
          ? join(backupFolder, 'library-9999-2026-01-07T120000Z-daily-1-runs.db')
          : path;
      const census = await store.copyTo(to, progress);
      say('copied');
      return census;
    },
  };
}

function open(path: string): LifeSession {
  const store = observed(openStore({ path, now: Date.now }));
  const backups = new BackupKeeper({
    store,
    library: path,
    folder: backupFolder,
    verifierScript,
    now: Date.now,
    changed: () => undefined,
    log: () => undefined,
    reserveBytes: 0,
  });
  return {
    store,
    backups,
    get runs() {
      return store.searchRuns('').length;
    },
    live: 0,
    start: () => undefined,
    shutdown: async () => {
      say('exchanging');
      await backups.shutdown();
      store.close();
    },
  };
}

const desk = new LibraryDesk<LifeSession>({
  place: new LibraryPlace(join(root, 'data'), Date.now),
  open,
  confirm: () => Promise.resolve(true),
  reload: () => say('restored'),
  lost: (error) => say('lost', String(error).replaceAll('\n', ' ')),
  verifierScript,
  log: () => undefined,
});

for (;;) {
  const { store } = desk.session!;
  const [id] = store.createExperiment('e', [{ name: 'later', config: bowl() }], 'test').runIds;
  store.flush([{ id: id!, step: 10, chunks: [chunkNumber(0)], checkpoint: null }]);
  const made = await desk.makeBackup();
  say('made', made!.id);
  await desk.restore(made!.id);
}
