import { presets } from '../../../core/experiment/presets.ts';
import { schedules } from '../../../core/schedules/index.ts';
import type { Text } from '../../../core/text.ts';
import { t, text } from './i18n.svelte.ts';

/** A name that the app gave, in the language of the page and without constants behind it. */
export function isGivenName(name: string): boolean {
  return given.some((words) => text(words) === name);
}

/** Names that the app itself gives. */
const given: readonly Text[] = [
  ...Object.values(presets).map(({ name }) => name),
  ...Object.values(schedules).map(({ name }) => name),
];

/**
 * A stored name in the language of the page, if the app gave it in either language: `常数` and
 * `constant` are one name. Constants behind it stay. What a person has typed is returned as it is.
 */
export function localName(stored: string): string {
  for (const name of given) {
    for (const words of [name.zh, name.en]) {
      if (stored === words) return text(name);
      const rest = stored.slice(words.length);
      if (stored.startsWith(words) && /^((, |，)[^=]+ = .*)?( \(\d+\))?$/.test(rest)) {
        return text(name) + rest.replaceAll(/, |，/g, t('listSeparator'));
      }
    }
  }
  return stored;
}
