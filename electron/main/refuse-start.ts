import { app, dialog } from 'electron';
import type { Locale } from '../ipc/preferences.ts';
import { StoreRefusedError } from '../store/refused.ts';
import { words, type MainKey } from './i18n/index.ts';

/** Says what stands in the way, where, and what to do, and ends with exit code 1. Nothing is changed. */
export function refuseStart(locale: Locale, error: unknown, path: string): void {
  dialog.showErrorBox(
    words(locale, 'refused.title'),
    bodyOf(locale, asRefusal(error, path), false),
  );
  app.exit(1);
}

/** The same where no library is left to go on with: whatever the reason, the app says it and ends. */
export function refuseToGoOn(locale: Locale, error: unknown, path: string): void {
  const isRefusal = error instanceof StoreRefusedError;
  const refusal = isRefusal ? error : new StoreRefusedError('unreadable', path, String(error), '');
  refuseStart(locale, refusal, path);
}

/** What is the matter, what can be done, and what was left as it is, in sentences. */
export function bodyOf(locale: Locale, refusal: StoreRefusedError, canBeginNew: boolean): string {
  const { code, supported, path } = refusal;
  const found = foundWords(locale, refusal.found);
  const start: MainKey = canBeginNew ? 'refused.beside' : 'refused.elsewhere';
  const parts = [
    words(locale, `refused.${code}`, { found, supported }),
    // No other folder helps where it is for the person to close a program, or to write into the pointer.
    ...(code === 'locked' || code === 'pointer' ? [] : [words(locale, start)]),
    words(locale, 'refused.unchanged', { path }),
  ];
  return parts.join('\n\n');
}

/** The file system's refusals (no folder can be made there, no right to it) have words too. */
export function asRefusal(error: unknown, path: string): StoreRefusedError {
  if (error instanceof StoreRefusedError) return error;
  if (error instanceof Error && 'syscall' in error) {
    return new StoreRefusedError('unreadable', path, error.message, '');
  }
  throw error;
}

const things: Readonly<Record<string, MainKey>> = {
  'a folder': 'refused.found.folder',
  'a pipe': 'refused.found.pipe',
  'a device': 'refused.found.device',
  'a link to nothing': 'refused.found.link',
  nothing: 'refused.found.nothing',
};

const causes: Readonly<Record<string, MainKey>> = {
  EROFS: 'refused.found.protected',
  EACCES: 'refused.found.no-right',
  EPERM: 'refused.found.no-right',
  ENOSPC: 'refused.found.full',
};

/** What was found, in the person's language where there are words for it. */
function foundWords(locale: Locale, found: string): string {
  const known = things[found] ?? causes[/^(E[A-Z]+):/.exec(found)?.[1] ?? ''];
  if (known) return words(locale, known);
  const bytes = /^(\d+) bytes$/.exec(found)?.[1];
  return bytes === undefined ? found : words(locale, 'refused.found.bytes', { count: bytes });
}
