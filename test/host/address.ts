/**
 * Chromium cannot be taught a scheme from outside, so `app://lab/x` is shown to it as
 * `https://lab.app.standin/x`; everything on the app's side speaks `app://`.
 */
const suffix = '.standin';

/** `https://lab.app.standin/x` → `app://lab/x`; any other address comes back as it is. */
export function toAppUrl(url: string): string {
  const match = /^https:\/\/([^/?#:]*)\.([a-z][a-z0-9+-]*)\.standin(?=[/?#]|$)/.exec(url);
  return match ? `${match[2]}://${match[1]}${url.slice(match[0].length)}` : url;
}

/** `app://lab/x` → `https://lab.app.standin/x`, for the schemes the app has registered. */
export function toBrowserUrl(url: string, schemes: ReadonlySet<string>): string {
  const match = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)/i.exec(url);
  if (!match || !schemes.has(match[1]!.toLowerCase())) return url;
  const rest = url.slice(match[0].length);
  return `https://${match[2]!.toLowerCase()}.${match[1]!.toLowerCase()}${suffix}${rest || '/'}`;
}

/** The scheme of an address as the app sees it: `app`, `https`, `data`, … */
export function schemeOf(url: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? '';
}
