import { join } from 'node:path';
import { app } from 'electron';
import { channels, type Channel, type Handlers } from '../ipc/contract.ts';
import type { Database } from 'better-sqlite3';
import { backUpBeforeMigration } from '../store/backup/before-migration.ts';
import { openStore } from '../store/open-store.ts';
import { engineVersion } from './app-info.ts';
import { confirmEmptying, confirmUnsaved } from './confirm-emptying.ts';
import { confirmInPlaceOfDamaged, confirmRestoring } from './confirm-restoring.ts';
import { readAssets } from './data-assets.ts';
import type { GivenFiles } from './given-files.ts';
import { LibraryDesk } from './library-desk.ts';
import { LibraryPlace } from './library-place.ts';
import { openOrRestore } from './open-or-restore.ts';
import { openSession, type LibrarySession } from './library-session.ts';
import { reloadPages, sendToPages } from './pages.ts';
import { createPlatform } from './platform.ts';
import type { PreferenceKeeper } from './preferences.ts';
import { refuseToGoOn } from './refuse-start.ts';
import { findWayOn } from './way-on.ts';

export interface DeskParts {
  readonly userData: string;
  readonly logFolder: string;
  readonly preferences: PreferenceKeeper;
  readonly given: GivenFiles;
  readonly log: {
    info(message: string): void;
    error(message: string): void;
  };
}

/** The desk with its library, or null after telling the person why that is left alone. */
export async function openDesk({
  userData,
  logFolder,
  preferences,
  given,
  log,
}: DeskParts): Promise<LibraryDesk<LibrarySession> | null> {
  const folders = {
    data: join(userData, 'data'),
    backups: join(userData, 'backups'),
    logs: logFolder,
  };
  const verifierScript = new URL('../worker/verifier.cjs', import.meta.url);
  const workerScript = new URL('../worker/run-worker.cjs', import.meta.url);
  const assets = readAssets();
  const place = new LibraryPlace(folders.data, Date.now);
  const locale = (): PreferenceKeeper['current']['locale'] => preferences.current.locale;
  const platform = createPlatform({ userData, folders, preferences, library: () => place.path });
  const say = (level: 'info' | 'error', message: string): void => log[level](message);

  /** One that cannot be made stops nothing: a migration is one transaction. */
  const beforeMigration = (db: Database): void => {
    try {
      log.info(`backup ${backUpBeforeMigration(db, folders.backups, Date.now())}`);
    } catch (error) {
      log.error(`no backup before a new format: ${String(error)}`);
    }
  };
  const open = (path: string): LibrarySession =>
    openSession({
      store: openStore({ path, now: Date.now, beforeMigration }),
      path,
      backupFolder: folders.backups,
      engineVersion: engineVersion(app.getVersion()),
      workerScript,
      verifierScript,
      fileWorkerScript: new URL('../worker/file-worker.cjs', import.meta.url),
      generator: `Downhill ${app.getVersion()}`,
      given,
      assets,
      preferences,
      platform,
      // Asked by pages, which come when the desk is there.
      desk: {
        get state() {
          return desk.state;
        },
        make: () => desk.makeBackup(),
        cancel: () => desk.cancelBackup(),
        restore: (id) => desk.restore(id),
        takeRestoration: () => desk.takeRestoration(),
      },
      askEmptying: {
        confirm: (count) => confirmEmptying(locale(), count),
        confirmUnsaved: (reason) => confirmUnsaved(locale(), reason),
      },
      backupsChanged: () => sendToPages('backup:changed', desk.state),
      emit: sendToPages,
      log: say,
    });

  let desk: LibraryDesk<LibrarySession>;
  for (;;) {
    let declined = false;
    try {
      const { opened, restored } = await openOrRestore({
        place,
        backupFolder: folders.backups,
        verifierScript,
        open: () =>
          new LibraryDesk({
            place,
            open,
            confirm: (question) => confirmRestoring(locale(), question),
            reload: reloadPages,
            lost: (error, path) => refuseToGoOn(locale(), error, path),
            verifierScript,
            log: say,
          }),
        ask: async (refusal, backup) => {
          const agreed = await confirmInPlaceOfDamaged(locale(), refusal, backup);
          declined = !agreed;
          return agreed;
        },
        log: say,
      });
      desk = opened;
      if (restored) desk.tellRestored(restored);
      return desk;
    } catch (error) {
      log.error(`opening the library: ${String(error)}`);
      const path = folders.data;
      if (!(await findWayOn({ locale: locale(), error, path, place, declined }))) return null;
    }
  }
}

/**
 * Every request goes to the library that is open. While that is exchanged a request gets no answer: the page
 * that asks is about to begin anew.
 */
export function routed(desk: LibraryDesk<LibrarySession>): Handlers {
  const route =
    (channel: Channel) =>
    (...args: readonly unknown[]) => {
      const { session } = desk;
      if (!session) return new Promise(() => undefined);
      const handler = session.handlers[channel] as (...given: readonly unknown[]) => unknown;
      return handler(...args);
    };
  return Object.fromEntries(
    (Object.keys(channels) as Channel[]).map((channel) => [channel, route(channel)]),
  ) as unknown as Handlers;
}
