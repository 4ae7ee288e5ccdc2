import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Locale } from '../ipc/preferences.ts';
import { words, type MainKey } from './i18n/index.ts';

/** A question with two answers, of which the second, or closing it, changes nothing. */
export interface Question {
  readonly message: string;
  readonly detail: string;
  readonly yes: MainKey;
  readonly no: MainKey;
  /** Of the picture beside it; a warning, unless said otherwise. */
  readonly type?: 'question' | 'warning';
}

/** The window a dialog belongs over; without one it would not be modal. */
export function windowInFront(): BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
}

/** Asks before a window, so that nothing else can be done meanwhile; whether the person agreed. */
export async function ask(
  locale: Locale,
  { message, detail, yes, no, type = 'warning' }: Question,
): Promise<boolean> {
  const options: MessageBoxOptions = {
    type,
    message,
    detail,
    buttons: [words(locale, yes), words(locale, no)],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const window = windowInFront();
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response === 0;
}
