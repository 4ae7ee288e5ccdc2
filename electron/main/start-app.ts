import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  Menu,
  nativeTheme,
  session,
  shell,
} from 'electron';
import type { Events } from '../ipc/contract.ts';
import type { Preferences } from '../ipc/preferences.ts';
import { AppError } from '../ipc/reply.ts';
import { argParsers } from '../ipc/schemas.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { createAnswer } from './answer.ts';
import { appInfo, engineVersion } from './app-info.ts';
import { createPageServer, SCHEME } from './app-protocol.ts';
import { confirmEmptying } from './confirm-emptying.ts';
import { watchForCrashes } from './crash-watch.ts';
import { readAssets } from './data-assets.ts';
import { Explorer } from './explorer.ts';
import { createHandlers, type Platform } from './handlers.ts';
import { words } from './i18n/index.ts';
import { LibraryService } from './library-service.ts';
import { readLicences } from './licences.ts';
import { openLog } from './log.ts';
import { menuTemplate } from './menu.ts';
import { ModelObserver } from './model-observer.ts';
import { PreferenceKeeper } from './preferences.ts';
import { refuseStart } from './refuse-start.ts';
import { register } from './register.ts';
import { RunService } from './run-service.ts';
import { RunSurveyor } from './run-surveyor.ts';
import { lockDown } from './session-rules.ts';
import { StepExplainer } from './step-explainer.ts';
import { SweepService } from './sweep-service.ts';
import { TrashKeeper } from './trash-keeper.ts';
import { confine, createWindow } from './window.ts';

const bundleFolder = dirname(fileURLToPath(import.meta.url));

/** From `ready` to the window: preferences, library, runs, page. */
export function startApp(): void {
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

  const store = openLibrary(join(userData, 'data', 'library.db'), preferences);
  if (!store) return;
  const workerScript = new URL('../worker/run-worker.cjs', import.meta.url);
  const explorer = new Explorer(workerScript);
  const assets = readAssets();
  const explainer = new StepExplainer({ workerScript, assets, store });
  const surveyor = new RunSurveyor({ workerScript, assets, store });
  const runs = new RunService({
    store,
    engineVersion: engineVersion(app.getVersion()),
    workerScript,
    assets,
    emit: sendToPages,
    log: (level, message) => log[level](message),
  });
  const observer = new ModelObserver({ workerScript, assets, store, runs });
  const sweeps = new SweepService({
    workerScript,
    assets,
    runsGoOn: () => runs.liveIds.length > 0,
    emit: sendToPages,
  });
  const platform = createPlatform(userData, logFolder, preferences);
  const library = new LibraryService({ store, emit: sendToPages });
  const trash = new TrashKeeper({
    store,
    confirm: (count) => confirmEmptying(preferences.current.locale, count),
    gone: (ids) => library.gone(ids),
    log: log.error,
  });
  const handlers = createHandlers({
    store,
    runs,
    library,
    trash,
    explorer,
    explainer,
    surveyor,
    observer,
    sweeps,
    preferences,
    platform,
  });
  register(createAnswer(handlers, argParsers, log.error));

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
    setMenu(changed, platform, log.error);
    sendToPages('preferences:changed', changed);
  };
  setMenu(preferences.current, platform, log.error);
  openWindow();
  trash.start();
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  quitAfter(
    () =>
      Promise.all(
        [trash, runs, explorer, explainer, surveyor, observer, sweeps].map((service) =>
          service.shutdown(),
        ),
      )
        .then(() => undefined)
        .finally(() => store.close()),
    log.error,
  );
  log.info(`started ${app.getVersion()} in ${userData}`);
}

/** The library, or null after telling the person why it is left alone. */
function openLibrary(path: string, preferences: PreferenceKeeper): Store | null {
  try {
    return openStore({ path, now: Date.now });
  } catch (error) {
    refuseStart(preferences.current.locale, error, path);
    return null;
  }
}

function createPlatform(
  userData: string,
  logFolder: string,
  preferences: PreferenceKeeper,
): Platform {
  return {
    info: () => appInfo(app.getVersion(), userData, logFolder),
    licences: () => readLicences(app.getAppPath(), dirname(process.execPath)),
    openLogFolder: async () => {
      const problem = await shell.openPath(logFolder);
      if (problem !== '') throw new AppError('file', problem, { path: logFolder });
    },
    askSavePath: async (suggestedName, kind) => {
      const { locale } = preferences.current;
      const options = {
        title: words(locale, `dialog.save.${kind}`),
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: [{ name: words(locale, `dialog.${kind}`), extensions: [kind] }],
      };
      const window = BrowserWindow.getFocusedWindow();
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return canceled || filePath === '' ? null : filePath;
    },
    copyPicture: (png) =>
      clipboard.write([
        new ClipboardItem({ 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) }),
      ]),
  };
}

function setMenu(
  preferences: Preferences,
  platform: Platform,
  logError: (message: string) => void,
): void {
  const template = menuTemplate(preferences.locale, process.platform, {
    command: (command) => sendToPages('menu:command', command),
    openLogFolder: () => {
      platform.openLogFolder().catch((error: unknown) => logError(String(error)));
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function sendToPages<E extends keyof Events>(event: E, payload: Events[E]): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(event, payload);
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
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
