import type { Locale } from '../ipc/preferences.ts';
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

export function formatMoment(locale: Locale, at: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}
