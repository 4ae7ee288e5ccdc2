import type { Tone } from './prerequisite.ts';

/** TeX in the colour of a tone. */
export function toned(tone: Tone, tex: string): string {
  return `\\htmlClass{tone-${tone}}{${tex}}`;
}
