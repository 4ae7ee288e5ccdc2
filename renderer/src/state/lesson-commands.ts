import { aliasFor, findTerms, isCalled, namesOf } from '../glossary/find-terms.ts';
import { termIds } from '../glossary/index.ts';
import { contents } from '../lessons/contents.ts';
import { findPassages } from '../lessons/passages.ts';
import { titleOf } from '../lessons/titles.ts';
import { locale, t, text } from '../i18n/i18n.svelte.ts';
import { pinyinInitials } from '../lib/pinyin-initials.ts';
import { prerequisiteIds, prerequisiteOf } from '../prerequisites/index.ts';
import type { App } from './app.ts';
import type { Command } from './commands.ts';
import { openLesson } from './open-lesson.ts';

/** A line of the palette for each lesson, by their numbers; found by title and by what it asks, in both languages. */
export function lessonCommands(app: App): readonly Command[] {
  return contents
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, teaser }) => {
      const title = titleOf(number);
      return {
        id: `lesson-${number}`,
        words: text(title),
        detail: t('learn.lesson', { number }),
        keywords: [
          title.en,
          title.zh,
          pinyinInitials(title.zh),
          t('learn.lesson', { number }),
          teaser.en,
          teaser.zh,
        ],
        keys: [],
        run: () => openLesson(app, number),
      };
    });
}

/** A line of the palette for each page of what one needs first; found by name and question, in both languages. */
export function prerequisiteCommands({ navigation }: App): readonly Command[] {
  return prerequisiteIds.map((id) => {
    const { name, question } = prerequisiteOf(id);
    return {
      id: `prerequisite-${id}`,
      words: text(name),
      detail: text(question),
      keywords: [name.en, name.zh, pinyinInitials(name.zh), question.en, question.zh],
      keys: [],
      run: () => navigation.go({ id: 'prerequisites', topic: id }),
    };
  });
}

/** A line of the palette for each passage of the lessons that has what was typed, in the language of the page. */
export function passageCommands(app: App, typed: string): readonly Command[] {
  return findPassages(typed, locale()).map(({ lesson, section, from }) => ({
    id: `passage-${lesson}-${section}`,
    words: from,
    detail: t('commands.passage', { number: lesson, title: text(titleOf(lesson)) }),
    keywords: [],
    keys: [],
    run: () => openLesson(app, lesson, section),
  }));
}

/** Whether what was typed is the name of a term: then that is what is meant. */
export function namesTerm(typed: string): boolean {
  return termIds.some((id) => isCalled(id, typed));
}

/** A line of the palette for each term of the glossary that fits what was typed, the best first. */
export function termCommands({ navigation }: App, typed: string): readonly Command[] {
  return findTerms(typed, locale()).map((id) => {
    const [words, other] = namesOf(id, locale());
    return {
      id: `term-${id}`,
      words,
      detail: aliasFor(id, typed) ?? other,
      keywords: [],
      keys: [],
      run: () => navigation.go({ id: 'glossary', term: id }),
    };
  });
}
