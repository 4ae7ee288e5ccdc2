import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, Menu, nativeTheme, session } from 'electron';
import type { Preferences } from '../ipc/preferences.ts';
import { argParsers } from '../ipc/schemas.ts';
import { createAnswer } from './answer.ts';
import { createPageServer, SCHEME } from './app-protocol.ts';
import { watchForCrashes } from './crash-watch.ts';
import type { GivenFiles } from './given-files.ts';
import { openLog } from './log.ts';
import { menuTemplate } from './menu.ts';
import { openDesk, routed } from './open-desk.ts';
import { sendToPages } from './pages.ts';
import { openFolder } from './platform.ts';
import { PreferenceKeeper } from './preferences.ts';
import { register } from './register.ts';
import { lockDown } from './session-rules.ts';
import { confine, createWindow } from './window.ts';

const bundleFolder = dirname(fileURLToPath(import.meta.url));

/** From `ready` to the window: preferences, library, runs, page. */
export async function startApp(given: GivenFiles): Promise<void> {
  const userData = app.getPath('userData');
  const logFolder = app.getPath('logs');
  const log = openLog(logFolder);
  const preferences = new PreferenceKeeper(
    join(userData, 'preferences.json'),
    app.getLocale(),
    (changed) => applyPreferences(changed),
  );
  nativeTheme.themeSource = preferences.current.theme;
  watchForCrashes(log.error, preferences, logFolder);

  const desk = await openDesk({ userData, logFolder, preferences, given, log });
  if (!desk) return;
  register(createAnswer(routed(desk), argParsers, log.error));

  app.on('web-contents-created', (_event, contents) => confine(contents));
  lockDown(session.defaultSession, !app.isPackaged);
  session.defaultSession.protocol.handle(
    SCHEME,
    createPageServer(join(bundleFolder, '../renderer')),
  );
  const openWindow = (): void => {
    createWindow(join(bundleFolder, '../preload/index.cjs'), app.isPackaged);
  };
  const applyPreferences = (changed: Preferences): void => {
    nativeTheme.themeSource = changed.theme;
    setMenu(changed, logFolder, log.error);
    sendToPages('preferences:changed', changed);
  };
  setMenu(preferences.current, logFolder, log.error);
  openWindow();
  desk.session?.start();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  given.follow(() => sendToPages('file:given', null));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  quitAfter(() => desk.shutdown(), log.error);
  log.info(`started ${app.getVersion()} in ${userData}`);
}

function setMenu(
  preferences: Preferences,
  logFolder: string,
  logError: (message: string) => void,
): void {
  const template = menuTemplate(preferences.locale, process.platform, {
    command: (command) => sendToPages('menu:command', command),
    openLogFolder: () => {
      openFolder(logFolder).catch((error: unknown) => logError(String(error)));
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Holds the quit back once, until runs are flushed and the library is closed. */
function quitAfter(finish: () => Promise<void>, logError: (message: string) => void): void {
  let finished = false;
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    finish()
      .catch((error: unknown) => logError(`on quit: ${String(error)}`))
      .finally(() => {
        finished = true;
        app.quit();
      });
  });
}
