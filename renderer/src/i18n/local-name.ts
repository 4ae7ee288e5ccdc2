import { datasets } from '../../../core/datasets/index.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { objectives } from '../../../core/objectives/index.ts';
import { optimizers } from '../../../core/optimizers/index.ts';
import type { ParamSpecs } from '../../../core/params.ts';
import { runSchedules } from '../../../core/schedules/index.ts';
import type { Text } from '../../../core/text.ts';
import { contents } from '../lessons/contents.ts';
import { titleOf } from '../lessons/titles.ts';
import { en } from './en/index.ts';
import { t, text } from './i18n.svelte.ts';
import { abbreviation, shortened } from './short-name.ts';
import { zhCN } from './zh-CN/index.ts';

/** A name that the app gave, in the language of the page and without constants behind it. */
export function isGivenName(name: string): boolean {
  return names.some((words) => text(words) === name);
}

/**
 * A stored name in the language of the page, if the app gave it in either language: `常数` and
 * `constant` are one name. Constants behind it stay. What a person has typed is returned as it is.
 */
export function localName(stored: string): string {
  const whole = known.get(stored);
  if (whole) return text(whole);
  const [, name = stored, number = ''] = /^(.*?)( \(\d+\))?$/.exec(stored)!;
  const parts = name.split(/, |，/);
  const local = parts.map(localPart);
  const given = parts.some((part) => !isConstant(part));
  return given && !local.includes(null) ? local.join(t('listSeparator')) + number : stored;
}

/** A name, a constant, a seed or a fork; null where the app would not have said so. */
function localPart(part: string): string | null {
  const words = known.get(part);
  if (words) return text(words);
  const step = numberIn(part, forks);
  if (step !== null) return t('fork.name', { step });
  const seed = numberIn(part, seeds);
  if (seed !== null) return t('setting.phrase.seed', { seed });
  return isConstant(part) ? part : null;
}

const isConstant = (part: string): boolean => part.includes(' = ');

/** `from step {{step}}` as a pattern for what was written with it, in either language. */
const forks = patterns('fork.name', 'step');
const seeds = patterns('setting.phrase.seed', 'seed');

function patterns(key: 'fork.name' | 'setting.phrase.seed', value: string): readonly RegExp[] {
  return [en, zhCN].map((words) => {
    const [before, after] = words[key].split(`{{${value}}}`);
    return new RegExp(`^${before}([\\d\\u202f]+)${after}$`);
  });
}

/** The number in words that were written with one of these. */
function numberIn(part: string, written: readonly RegExp[]): string | null {
  for (const pattern of written) {
    const found = pattern.exec(part)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

/** `Lesson 1 Seven steps`: what an experiment of a lesson is called. */
export function lessonName(number: number): Text {
  const title = titleOf(number);
  const numbered = (words: string): string => words.replace('{{number}}', String(number));
  return {
    zh: `${numbered(zhCN['lesson.number'])} ${title.zh}`,
    en: `${numbered(en['lesson.number'])} ${title.en}`,
  };
}

/** Names that the app itself gives, to experiments and to runs. */
const names: readonly Text[] = [
  ...Object.values(presets),
  ...Object.values(runSchedules),
  ...Object.values(optimizers),
  ...Object.values(datasets),
  ...Object.values(objectives),
]
  .map(({ name }) => name)
  .concat(contents.map(({ number }) => lessonName(number)));

/** Words that stand behind a name by themselves: a switch that is on, one of several ways. */
const said: readonly Text[] = [...Object.values(runSchedules), ...Object.values(optimizers)]
  .flatMap(({ params }) => Object.values(params as ParamSpecs))
  .flatMap((spec) =>
    spec.kind === 'choice' ? spec.options.map(({ label }) => label) : [spec.label],
  );

/** Abbreviations of optimizers are the same in both languages. */
const abbreviations: readonly Text[] = Object.values(optimizers)
  .map(({ name }) => abbreviation(name.en))
  .filter((short) => short !== null)
  .map((short) => ({ zh: short, en: short }));

/** By what is stored, in either language; of two that are written alike the whole name counts. */
const known: ReadonlyMap<string, Text> = new Map(
  [...said, ...abbreviations, ...names.map(short), ...names].flatMap((words) => [
    [words.zh, words],
    [words.en, words],
  ]),
);

function short({ zh, en: english }: Text): Text {
  return { zh: shortened(zh), en: shortened(english) };
}
