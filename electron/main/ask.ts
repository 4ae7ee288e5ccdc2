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

/** A question with several answers, of which the last, or closing it, changes nothing. */
export interface Choice {
  readonly message: string;
  readonly detail: string;
  readonly answers: readonly MainKey[];
  /** Of the picture beside it. */
  readonly type: 'question' | 'warning';
}

/** Asks before a window, so that nothing else can be done meanwhile; whether the person agreed. */
export async function ask(
  locale: Locale,
  { yes, no, type = 'warning', ...question }: Question,
): Promise<boolean> {
  return (await choose(locale, { ...question, type, answers: [yes, no] })) === 0;
}

/** The same; which of the answers was chosen, from 0. */
export async function choose(
  locale: Locale,
  { message, detail, answers, type }: Choice,
): Promise<number> {
  const last = answers.length - 1;
  const options: MessageBoxOptions = {
    type,
    message,
    detail,
    buttons: answers.map((key) => words(locale, key)),
    defaultId: last,
    cancelId: last,
    noLink: true,
  };
  const window = windowInFront();
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response;
}
