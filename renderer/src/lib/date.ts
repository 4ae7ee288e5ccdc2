/** A moment as a person dates it: today and yesterday by name, the time only where it matters. */
export function formatMoment(moment: number, now: number, locale: string): string {
  const date = new Date(moment);
  const days = daysBetween(date, new Date(now));
  if (days <= 1 && days >= 0) {
    const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
    const time = new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(date);
    return locale.startsWith('zh') ? `${day} ${time}` : `${day}, ${time}`;
  }
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(date);
}

/** The whole moment, for a tooltip. */
export function formatFullMoment(moment: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' }).format(moment);
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date): number =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}
