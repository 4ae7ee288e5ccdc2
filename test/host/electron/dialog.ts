/**
 * `dialog`: headless, nobody can answer, so an unanswered dialog is an error with its name; tests
 * answer by replacing a method. In the preview the terminal and the page's window stand in.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { host, say } from '../host.ts';
import { strict } from '../strict.ts';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';

/** Buttons for boxes that come before a test can answer: `DOWNHILL_BOX_ANSWERS=0,1`. What was asked is printed. */
const prepared = (process.env['DOWNHILL_BOX_ANSWERS'] ?? '').split(',').filter(Boolean).map(Number);

function refuseHeadless(member: string): void {
  if (!host.options.headless) return;
  throw new Error(
    `dialog.${member} was opened and nobody is there to answer: replace it through evaluate(({ dialog }) => …).`,
  );
}

/** Every dialog may be called with a window first. */
function optionsOf<T>(args: readonly unknown[]): T {
  return (args.length > 1 ? args[1] : args[0]) as T;
}

/** A file of that name in the Downloads folder that does not exist yet. */
function freeFile(wanted: string): string {
  const { name, ext, base } = path.parse(wanted || 'downhill');
  const folder = app.getPath('downloads');
  mkdirSync(folder, { recursive: true });
  for (let i = 0; ; i++) {
    const file = path.join(folder, i === 0 ? base : `${name} (${i})${ext}`);
    if (!existsSync(file)) return file;
  }
}

async function showSaveDialog(...args: unknown[]): Promise<SaveDialogReturnValue> {
  refuseHeadless('showSaveDialog');
  const filePath = freeFile(optionsOf<SaveDialogOptions>(args).defaultPath ?? '');
  say(`This preview has no file dialog; saving to ${filePath}`);
  return { canceled: false, filePath };
}

async function showOpenDialog(): Promise<OpenDialogReturnValue> {
  refuseHeadless('showOpenDialog');
  say('This preview has no file dialog; nothing was opened.');
  return { canceled: true, filePaths: [] };
}

/** One button: an alert. Two: a question. More than the page can ask: the answer that does nothing. */
async function showMessageBox(...args: unknown[]): Promise<MessageBoxReturnValue> {
  const options = optionsOf<MessageBoxOptions>(args);
  const { message, detail, buttons = ['OK'], defaultId = 0, cancelId = 0 } = options;
  const text = [message, detail].filter(Boolean).join('\n\n');
  const answer = (response: number): MessageBoxReturnValue => ({
    response,
    checkboxChecked: false,
  });
  const button = prepared.shift();
  if (button !== undefined) {
    say(`${text}\n[${buttons[button] ?? 'no such button'}]`);
    return answer(button);
  }
  refuseHeadless('showMessageBox');
  const contents = BrowserWindow.getAllWindows()[0]?.webContents;
  if (!contents || buttons.length > 2) {
    say(`${text}\nThis preview answers "${buttons[cancelId] ?? ''}".`);
    return answer(cancelId);
  }
  if (buttons.length < 2) {
    await contents.executeJavaScript(`alert(${JSON.stringify(text)})`);
    return answer(0);
  }
  const question = `${text}\n\nOK: ${buttons[defaultId] ?? ''}`;
  const yes = await contents.executeJavaScript(`confirm(${JSON.stringify(question)})`);
  return answer(yes ? defaultId : cancelId);
}

/** Printed, as Electron itself does on Linux before a window can be shown. */
function showErrorBox(title: string, content: string): void {
  say(`${title}\n${content}`);
}

export const dialog = strict('dialog', {
  showSaveDialog,
  showOpenDialog,
  showMessageBox,
  showErrorBox,
} satisfies Pick<Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox' | 'showErrorBox'>);
