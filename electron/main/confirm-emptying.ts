import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Locale } from '../ipc/preferences.ts';
import { words } from './i18n/index.ts';

/** Asks whether so many runs of the trash shall be deleted for good; closing the question means no. */
export async function confirmEmptying(locale: Locale, count: number): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'warning',
    message: words(locale, count === 1 ? 'trash.ask.one' : 'trash.ask', { count: String(count) }),
    detail: words(locale, 'trash.final'),
    buttons: [words(locale, 'trash.delete'), words(locale, 'trash.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  // Without a window it would not be modal, and more could be put into the trash meanwhile.
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response === 0;
}
