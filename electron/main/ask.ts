import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Locale } from '../ipc/preferences.ts';
import { words, type MainKey } from './i18n/index.ts';

/** A question with two answers, of which the second, or closing it, changes nothing. */
export interface Question {
  readonly message: string;
  readonly detail: string;
  readonly yes: MainKey;
  readonly no: MainKey;
}

/** Asks before a window, so that nothing else can be done meanwhile; whether the person agreed. */
export async function ask(
  locale: Locale,
  { message, detail, yes, no }: Question,
): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'warning',
    message,
    detail,
    buttons: [words(locale, yes), words(locale, no)],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response === 0;
}
