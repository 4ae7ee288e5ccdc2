/** Countries where paper is US Letter; everywhere else it is A4 (Unicode CLDR, paperSize). */
const LETTER_COUNTRIES: ReadonlySet<string> = new Set(
  'BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '),
);

export type PaperSize = 'A4' | 'Letter';

/** The usual paper where a person lives, told by the first of their languages that names a country. */
export function paperSize(languages: readonly string[]): PaperSize {
  const countries = languages.map((language) => /[-_]([A-Z]{2})\b/.exec(language)?.[1]);
  const country = countries.find((found) => found !== undefined);
  return country !== undefined && LETTER_COUNTRIES.has(country) ? 'Letter' : 'A4';
}
