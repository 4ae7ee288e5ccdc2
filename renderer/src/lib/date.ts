/** To what a moment is told; without it today and yesterday to the minute, and other days as days. */
export type Exactness = 'minute' | 'second';

/** To make one takes longer than to use it, and tables date every row. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  let known = formats.get(key);
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(locale, options)));
  return known;
}

/** A moment as a person dates it: today and yesterday by name, the time only where it matters. */
export function formatMoment(
  moment: number,
  now: number,
  locale: string,
  exactness?: Exactness,
): string {
  const date = new Date(moment);
  const days = daysBetween(date, new Date(now));
  const near = days <= 1 && days >= 0;
  const day = near
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day')
    : dayOf(date, now, locale);
  if (!near && !exactness) return day;
  const time = format(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(exactness === 'second' ? { second: '2-digit' } : {}),
  }).format(date);
  return locale.startsWith('zh') ? `${day} ${time}` : `${day}, ${time}`;
}

function dayOf(date: Date, now: number, locale: string): string {
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  return format(locale, { day: 'numeric', month: 'short', ...year }).format(date);
}

/** The whole moment, for a tooltip. */
export function formatFullMoment(moment: number, locale: string): string {
  return format(locale, { dateStyle: 'long', timeStyle: 'medium' }).format(moment);
}

/** The day, for what is kept: a sheet of paper. */
export function formatDay(moment: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(moment);
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date): number =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}
