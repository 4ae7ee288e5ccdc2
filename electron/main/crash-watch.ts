import { app, dialog, type WebContents } from 'electron';
import type { PreferenceKeeper } from './preferences.ts';
import { words } from './i18n/index.ts';
import { TooOften } from './too-often.ts';

const PAGE_DEATHS = 3;
const PAGE_DEATHS_WITHIN_MS = 60_000;

/**
 * Logs what dies. A page that dies is loaded again, the runs go on meanwhile; one that dies again and
 * again, or an unforeseen error in main, ends the app with a word: it does not carry on in an unknown
 * state.
 */
export function watchForCrashes(
  logError: (message: string) => void,
  preferences: PreferenceKeeper,
  logFolder: string,
): void {
  const giveUp = (): void => {
    const { locale } = preferences.current;
    const body = words(locale, 'crash.body', { path: logFolder });
    dialog.showErrorBox(words(locale, 'crash.title'), body);
    app.exit(70);
  };
  process.on('uncaughtException', (error) => {
    logError(`uncaught: ${error.stack ?? error.message}`);
    giveUp();
  });
  // Electron only warns of these; here they count as what they are.
  process.on('unhandledRejection', (reason) => {
    throw reason;
  });
  const deaths = new TooOften(PAGE_DEATHS, PAGE_DEATHS_WITHIN_MS);
  const onPageGone = (contents: WebContents, reason: string): void => {
    logError(`page gone: ${reason}`);
    // One that is closing is no window to fill again.
    if (reason === 'clean-exit' || contents.isDestroyed()) return;
    if (deaths.happened(performance.now())) giveUp();
    else contents.reload();
  };
  app.on('render-process-gone', (_event, contents, { reason }) => onPageGone(contents, reason));
  app.on('child-process-gone', (_event, { type, reason }) => logError(`${type} gone: ${reason}`));
}
