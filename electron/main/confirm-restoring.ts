import type { Backup } from '../ipc/backups.ts';
import type { Locale } from '../ipc/preferences.ts';
import type { StoreRefusedError } from '../store/refused.ts';
import { ask } from './ask.ts';
import { words } from './i18n/index.ts';
import type { RestoreQuestion } from './library-desk.ts';

/** Asks whether the library as it was at another time shall take the place of the present one. */
export function confirmRestoring(
  locale: Locale,
  { at, runs, present, live }: RestoreQuestion,
): Promise<boolean> {
  const count = runs === null ? '?' : String(runs);
  return ask(locale, {
    message: words(locale, 'backup.ask', { date: formatMoment(locale, at) }),
    detail: [
      words(locale, 'backup.ask.runs', { count, present: String(present) }),
      ...(live > 0 ? [words(locale, 'backup.ask.live', { count: String(live) })] : []),
      words(locale, 'backup.ask.kept'),
    ].join('\n'),
    yes: 'backup.restore',
    no: 'backup.cancel',
  });
}

/** Asks whether a backup shall be opened because the library itself is damaged. */
export function confirmInPlaceOfDamaged(
  locale: Locale,
  { code, found, path }: StoreRefusedError,
  { at, runs }: Backup,
): Promise<boolean> {
  const date = formatMoment(locale, at);
  return ask(locale, {
    message: words(locale, 'damaged.ask', { date, count: String(runs) }),
    detail: [
      words(locale, code === 'damaged' ? 'damaged.pages' : 'damaged.all', { found }),
      words(locale, 'damaged.kept', { path }),
    ].join('\n\n'),
    yes: 'backup.restore',
    no: 'damaged.leave',
  });
}

function formatMoment(locale: Locale, at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}
