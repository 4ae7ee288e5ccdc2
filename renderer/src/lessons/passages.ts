/** What the lessons say, passage by passage, for who looks for a word that stands somewhere in them. */
import type { Locale } from '../../../electron/ipc/preferences.ts';
import { plainSymbol } from '../lib/plain-symbol.ts';
import { lessons } from './index.ts';
import type { Lesson } from './lesson.ts';
import { plainWords } from './plain-words.ts';
import { sectionNames, type SectionName } from './sections.ts';
import type { Block, Inline } from './text.ts';
import { wordsOfLesson } from './texts.ts';

/** A paragraph, or an item of a list. */
interface Passage {
  readonly lesson: number;
  readonly section: SectionName;
  readonly words: string;
}

interface FoundPassage extends Passage {
  /** The passage from a little before what was found. */
  readonly from: string;
}

const known = new Map<Locale, readonly Passage[]>();

function passagesIn(locale: Locale): readonly Passage[] {
  const before = known.get(locale);
  if (before) return before;
  const passages = Object.entries<Lesson>(lessons).flatMap(([folder, { number, claims }]) => {
    const { sections } = wordsOfLesson(folder, locale);
    return sectionNames.flatMap((section) => {
      const { says, then } = sections[section];
      return [...says, ...then].flatMap(linesOf).map((inlines) => ({
        lesson: number,
        section,
        words: plainWords(inlines, claims, plainSymbol),
      }));
    });
  });
  known.set(locale, passages);
  return passages;
}

function linesOf(block: Block): readonly (readonly Inline[])[] {
  if (block.kind === 'list') return block.items;
  return block.kind === 'paragraph' ? [block.inlines] : [];
}

/** Shorter ones stand nearly everywhere: two characters in Chinese, three letters elsewhere. */
const isEnough = (typed: string): boolean =>
  /\p{sc=Han}/u.test(typed) ? typed.length >= 2 : typed.length >= 3;

/**
 * Passages that have what was typed, of each section the one that has it most often; those that have it most often
 * first, then in the order of the lessons. What was typed is one phrase: capitals and spaces around it do not count.
 */
export function findPassages(typed: string, locale: Locale): readonly FoundPassage[] {
  const wanted = typed.trim().toLowerCase();
  if (!isEnough(wanted)) return [];
  const found = passagesIn(locale)
    .map((passage) => ({ passage, times: passage.words.toLowerCase().split(wanted).length - 1 }))
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.times - a.times);
  const places = new Set<string>();
  return found.flatMap(({ passage }) => {
    const place = `${passage.lesson} ${passage.section}`;
    if (places.has(place)) return [];
    places.add(place);
    return [{ ...passage, from: beginningNear(passage.words, wanted) }];
  });
}

/** So many characters before what was found are enough to see how it is meant; Chinese ones are twice as wide. */
const BEFORE = { han: 8, other: 18 };

function beginningNear(words: string, wanted: string): string {
  const at = words.toLowerCase().indexOf(wanted);
  const before = /\p{sc=Han}/u.test(wanted) ? BEFORE.han : BEFORE.other;
  if (at <= before) return words;
  const cut = words.slice(at - before);
  const space = cut.indexOf(' ');
  return `…${space >= 0 && space < before ? cut.slice(space + 1) : cut}`;
}
