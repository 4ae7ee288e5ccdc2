/** The system's language as a BCP 47 tag. */
export function systemLocale(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const posix = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const tag = posix.split(/[.@]/)[0]!.replaceAll('_', '-');
  if (tag === 'C' || tag === 'POSIX') return 'en-US';
  // Where the environment says nothing (Windows, macOS), Node's own Intl knows the system's choice.
  if (!tag) return new Intl.DateTimeFormat().resolvedOptions().locale;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}
