import { app, dialog } from 'electron';
import type { Locale } from '../ipc/preferences.ts';
import { StoreRefusedError } from '../store/refused.ts';
import { words } from './i18n/index.ts';

/** Says what stands in the way, where, and what to do, and ends with exit code 1. Nothing is changed. */
export function refuseStart(locale: Locale, error: unknown, path: string): void {
  const refusal = asRefusal(error, path);
  const { code, found, supported } = refusal;
  const body = [
    words(locale, `refused.${code}`, { found, supported }),
    words(locale, 'refused.unchanged', { path: refusal.path }),
  ].join('\n\n');
  dialog.showErrorBox(words(locale, 'refused.title'), body);
  app.exit(1);
}

/** The same where no library is left to go on with: whatever the reason, the app says it and ends. */
export function refuseToGoOn(locale: Locale, error: unknown, path: string): void {
  const isRefusal = error instanceof StoreRefusedError;
  const refusal = isRefusal ? error : new StoreRefusedError('unreadable', path, String(error), '');
  refuseStart(locale, refusal, path);
}

/** The file system's refusals (no folder can be made there, no right to it) have words too. */
function asRefusal(error: unknown, path: string): StoreRefusedError {
  if (error instanceof StoreRefusedError) return error;
  if (error instanceof Error && 'syscall' in error) {
    return new StoreRefusedError('unreadable', path, error.message, '');
  }
  throw error;
}
