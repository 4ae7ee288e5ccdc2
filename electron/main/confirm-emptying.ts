import type { Locale } from '../ipc/preferences.ts';
import { ask } from './ask.ts';
import { words } from './i18n/index.ts';

/** Asks whether so many runs of the trash shall be deleted for good. */
export function confirmEmptying(locale: Locale, count: number): Promise<boolean> {
  return ask(locale, {
    message: words(locale, count === 1 ? 'trash.ask.one' : 'trash.ask', { count: String(count) }),
    detail: words(locale, 'trash.final'),
    yes: 'trash.delete',
    no: 'trash.cancel',
  });
}

/** Asks it again where no backup could be made first. */
export function confirmUnsaved(locale: Locale, reason: unknown): Promise<boolean> {
  const said = reason instanceof Error ? reason.message : String(reason);
  return ask(locale, {
    message: words(locale, 'trash.unsaved', { reason: said }),
    detail: words(locale, 'trash.final'),
    yes: 'trash.delete',
    no: 'trash.cancel',
  });
}
