/** Laws that every lesson keeps: what its text states is computed, and its challenge judges as it says. */
import { MOST_RUNS_PER_PLAN } from '../../electron/ipc/experiment.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import katex from 'katex';
import { beforeAll, describe, expect, test } from 'vitest';
import { bareDigits, bareDigitsFault } from '../../build/lessons/bare-digits.ts';
import { compileLesson } from '../../build/lessons/compile-lesson.ts';
import { readLessonText, type LessonText } from '../../build/lessons/lesson-text.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { lockableParts } from '../../electron/ipc/assignment.ts';
import { cameOf, frameOf } from '../../renderer/src/lessons/drawn-truth.ts';
import { termIds, termOf, type TermId } from '../../renderer/src/glossary/index.ts';
import { lessons } from '../../renderer/src/lessons/index.ts';
import type { Claim } from '../../renderer/src/lessons/claim.ts';
import { wordsOf } from '../../renderer/src/lessons/claim-words.ts';
import type { Lesson, LessonExperiment } from '../../renderer/src/lessons/lesson.ts';
import { recorded } from '../../renderer/src/lessons/recorded.ts';
import { askingSections, sectionNames } from '../../renderer/src/lessons/sections.ts';
import type { Inline, LessonWords } from '../../renderer/src/lessons/text.ts';
import { configOf, draftOf } from '../../renderer/src/state/draft-values.ts';
import { fits } from '../../renderer/src/state/locked-parts.ts';
import { expectPrinted } from '../core/curriculum/printed.ts';
import { assets } from '../support/assets.ts';
import { computedOf, expectComputed, placeholders } from '../support/claims.ts';

const root = new URL('../../renderer/src/lessons/', import.meta.url);
const languages = ['en', 'zh-CN'] as const;

const fileOf = (folder: string, language: string): string =>
  `renderer/src/lessons/${folder}/${language}.md`;
const sourceOf = (folder: string, language: string): string =>
  readFileSync(fileURLToPath(new URL(`${folder}/${language}.md`, root)), 'utf8');

test('every lesson folder is listed, in order, under its number', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const listed = Object.keys(lessons);
  expect(listed).toEqual(folders.map(({ name }) => name).toSorted());
  const numbers = Object.values<Lesson>(lessons).map(({ number }) => number);
  expect(numbers).toEqual(listed.map((folder) => Number(folder.slice(0, 2))));
});

describe.each(Object.entries<Lesson>(lessons))('%s', (folder, lesson) => {
  const { claims, challenge, answers, experiment, cards = [] } = lesson;
  const staged = [experiment, ...cards, challenge.experiment];

  describe.each(languages)('%s', (language) => {
    const source = sourceOf(folder, language);
    let text: LessonText;
    beforeAll(() => {
      text = readLessonText(source, fileOf(folder, language));
    });

    test('no number stands in the text that nobody computes', () => {
      const file = fileOf(folder, language);
      expect(bareDigits(source).map((bare) => bareDigitsFault(file, bare))).toEqual([]);
    });

    test('states every claim, and no other', () => {
      expect(placeholders(source)).toEqual(Object.keys(claims).toSorted());
    });

    test('offers the right answer among different ones, and says why', () => {
      for (const name of askingSections) {
        const { offers, then } = text.sections[name];
        const ids = offers.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toContain(answers[name]);
        expect(new Set(offers.map(({ markdown }) => markdown)).size).toBe(ids.length);
        expect(then!.markdown).not.toBe('');
      }
      for (const name of sectionNames.filter((one) => !askingSections.includes(one as never))) {
        expect(text.sections[name].offers).toEqual([]);
      }
    });

    test('its formulas can be set', () => {
      const formulas = [...source.matchAll(/\$\$([^$]+)\$\$|\$([^$]+)\$/g)];
      expect(formulas.length).toBeGreaterThan(0);
      for (const [, display, inline] of formulas) {
        katex.renderToString(display ?? inline!, { throwOnError: true, strict: 'error' });
      }
    });
  });

  test('both languages offer the same answers in the same order', () => {
    const [en, zh] = languages.map((language) => {
      const text = readLessonText(sourceOf(folder, language), fileOf(folder, language));
      return askingSections.map((name) => text.sections[name].offers.map(({ id }) => id));
    });
    expect(zh).toEqual(en);
  });

  test('both languages mark the same terms, each once, and those that the lesson is said to explain', () => {
    const [en, zh] = languages.map((language) =>
      termsIn(compileLesson(sourceOf(folder, language), fileOf(folder, language), null)),
    );
    expect(zh!.toSorted()).toEqual(en!.toSorted());
    expect(new Set(en).size).toBe(en!.length);
    const explained = termIds.filter((id) => termOf(id).lesson === lesson.number);
    expect(en).toEqual(expect.arrayContaining(explained));
  });

  test('passages lead to smaller experiments that are there, the same ones in both languages', () => {
    const [en, zh] = languages.map((language) =>
      cardsIn(compileLesson(sourceOf(folder, language), fileOf(folder, language), null)),
    );
    expect(zh).toEqual(en);
    expect(en!.every((card) => card < cards.length)).toBe(true);
    expect(en!.length > 0).toBe(cards.length > 0);
  });

  test('every claim can be written', () => {
    for (const [name, claim] of Object.entries<Claim>(claims)) {
      expect(wordsOf(claim), name).not.toMatch(/NaN|∞/);
    }
  });

  test.each(computedOf(claims))('claims a computed number: %s', (_name, claim) => {
    expectComputed(claim);
  });

  test('its experiments can run as they are', () => {
    for (const { runs } of staged) {
      for (const { config } of runs) {
        expect(parseExperimentConfig(config)).toEqual(config);
        if (config.problem.kind !== 'model') expect(recorded(config).updates).toBeGreaterThan(0);
      }
    }
  });

  test('the runs of an experiment stand on one stage as they are', () => {
    for (const { runs, pace } of staged) {
      const configs = runs.map(({ config }) => config);
      const draft = draftOf(null, configs, pace);
      expect(draft.runs.length).toBeLessThanOrEqual(MOST_RUNS_PER_PLAN);
      expect(draft.runs.map((run) => configOf(draft.base, run))).toEqual(configs);
    }
  });

  const { drawing } = lesson;
  if (drawing) {
    test('what can be drawn is a curve that comes, on an axis where most of it is in sight', () => {
      // Nothing that is run may differ from what is compared with the drawing.
      expect(experiment.locked).toEqual(lockableParts);
      const came = cameOf(drawing, experiment.runs[drawing.run]!.config);
      const [from, to] = drawing.steps;
      const values = Array.from({ length: to - from + 1 }, (_, i) => came(from + i));
      expect(values).not.toContain(null);
      expect(Math.max(...(values as number[]))).toBeLessThanOrEqual(drawing.range[1]);
      const { place } = frameOf(drawing);
      const foot = values.findIndex((value) => value! < drawing.range[0]);
      const seen = (place(foot < 0 ? to : from + foot) - place(from)) / (place(to) - place(from));
      expect(seen).toBeGreaterThan(1 / 3);
    });
  }

  test('the challenge judges tries of which it is known how they end', () => {
    expect(challenge.experiment.runs).toHaveLength(1);
    expect(new Set(challenge.verified.map(({ met }) => met))).toEqual(new Set([true, false]));
    for (const { config: given, met, printed } of challenge.verified) {
      // As it comes from the stage.
      const draft = draftOf(null, [given], challenge.experiment.pace);
      const config = configOf(draft.base, draft.runs[0]!);
      const judgement = challenge.judge(config, assets);
      expect(judgement.met, JSON.stringify(config)).toBe(met);
      if (/^-?\d/.test(printed)) expectPrinted(judgement.measured!, printed);
      else expect(String(judgement.measured)).toBe(printed);
    }
  });

  test('it is not met before anything is changed, and what meets it changes nothing that is locked', () => {
    expect(challenge.judge(challenge.experiment.runs[0]!.config, assets).met).toBe(false);
    for (const { config, met } of challenge.verified) {
      if (met) expect(keepsLocks(challenge.experiment, config)).toBe(true);
    }
  });
});

/** Terms that can be pressed anywhere in a text, as they come. */
function termsIn(words: LessonWords): readonly TermId[] {
  return inlinesOf(words).flatMap((inline) => (inline.kind === 'term' ? [inline.id] : []));
}

/** Smaller experiments that passages lead to, in their order. */
function cardsIn(words: LessonWords): readonly number[] {
  const led = inlinesOf(words).flatMap((inline) =>
    inline.kind === 'passage' && inline.to.kind === 'card' ? [inline.to.card] : [],
  );
  return [...new Set(led)].toSorted((a, b) => a - b);
}

/** All that stands among the words of a text, what stands within others behind them. */
function inlinesOf(words: LessonWords): readonly Inline[] {
  const within = (inline: Inline): readonly Inline[] => [
    inline,
    ...('inlines' in inline ? inline.inlines.flatMap(within) : []),
  ];
  const all = Object.values(words.sections).flatMap(({ says, then }) => [...says, ...then]);
  return all.flatMap((block) => {
    if (block.kind === 'paragraph') return block.inlines.flatMap(within);
    return block.kind === 'list' ? block.items.flat().flatMap(within) : [];
  });
}

function keepsLocks(
  { runs, locked, pace }: LessonExperiment,
  config: ReturnType<typeof parseExperimentConfig>,
): boolean {
  const given = runs.map((run) => run.config);
  return fits(
    { title: '', instructions: '', locked, runs: given, pace },
    draftOf(null, [config], pace),
  );
}
