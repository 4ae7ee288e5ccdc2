import type { Locale } from '../../../electron/ipc/preferences.ts';
import { pinyinInitials } from '../lib/pinyin-initials.ts';
import { fitting } from '../state/palette-match.ts';
import { termIds, termOf, type TermId } from './index.ts';

/** The name of a term in a language, and the one in the other. */
export function namesOf(id: TermId, locale: Locale): readonly [own: string, other: string] {
  const { zh, en } = termOf(id).name;
  return locale === 'zh-CN' ? [zh, en] : [en, zh];
}

/** All terms by their names: as a dictionary has them, in Chinese by pinyin. */
export function termsInOrder(locale: Locale): readonly TermId[] {
  const collator = new Intl.Collator(locale === 'zh-CN' ? 'zh-CN-u-co-pinyin' : 'en');
  return termIds.toSorted((a, b) => collator.compare(namesOf(a, locale)[0], namesOf(b, locale)[0]));
}

/**
 * Terms that fit what was typed: the one that is called just that, then the best; all of them, in order, where
 * nothing was typed.
 */
export function findTerms(typed: string, locale: Locale): readonly TermId[] {
  const found = fitting(termsInOrder(locale), typed, (id) => wordsOf(id, locale));
  return found.toSorted((a, b) => Number(isCalled(b, typed)) - Number(isCalled(a, typed)));
}

/** Whether what was typed is one of the names of a term. */
export function isCalled(id: TermId, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  const { name, aliases } = termOf(id);
  return [name.zh, name.en, ...aliases].some((one) => one.toLowerCase() === wanted);
}

function allNamesOf(id: TermId, locale: Locale): readonly string[] {
  return [...namesOf(id, locale), ...termOf(id).aliases];
}

/** What a term is found by: all its names, and the initials of their pinyin. */
function wordsOf(id: TermId, locale: Locale): readonly string[] {
  const words = allNamesOf(id, locale);
  return [...words, ...words.filter(isChinese).map(pinyinInitials)];
}

const isChinese = (word: string): boolean => /\p{sc=Han}/u.test(word);

/** The other name under which a term is found, where its own names do not have what was typed; else null. */
export function aliasFor(id: TermId, typed: string): string | null {
  const wanted = typed.trim().toLowerCase();
  const { name, aliases } = termOf(id);
  const own = [name.zh, name.en].some((words) => words.toLowerCase().includes(wanted));
  if (own) return null;
  return aliases.find((alias) => alias.toLowerCase().includes(wanted)) ?? null;
}
