/** Laws that every guide from lesson to training keeps: what it states is computed, and what it offers can run. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { compileGuide } from '../../build/lessons/compile-guide.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { createTrainer } from '../../core/training/trainer.ts';
import { lessons } from '../../renderer/src/lessons/index.ts';
import { wordsOfLesson } from '../../renderer/src/lessons/texts.ts';
import { wordsOf } from '../../renderer/src/lessons/claim-words.ts';
import type { Claim } from '../../renderer/src/lessons/claim.ts';
import { drawSymptom } from '../../renderer/src/training/curves/drawn.ts';
import { explainedBy, symptoms } from '../../renderer/src/training/curves/experiments.ts';
import { drawFigure, figureIds, figureWords } from '../../renderer/src/training/figures.ts';
import { blocksOf, inlinesIn, type GuideText } from '../../renderer/src/training/guide-text.ts';
import { guideIds, type GuideExperiment, type GuideId } from '../../renderer/src/training/guide.ts';
import { guides } from '../../renderer/src/training/index.ts';
import { situations } from '../../renderer/src/training/schedule/guide.ts';
import { assets } from '../support/assets.ts';
import { computedOf, expectComputed, placeholders } from '../support/claims.ts';

const languages = ['en', 'zh-CN'] as const;
const root = new URL('../../renderer/src/training/', import.meta.url);
const sourceOf = (id: string, language: string): string =>
  readFileSync(fileURLToPath(new URL(`${id}/${language}.md`, root)), 'utf8');

/** Throws where a number stands in it that nobody computes, or anything that cannot be read. */
const textOf = (id: GuideId, language: string): GuideText =>
  compileGuide(
    sourceOf(id, language),
    `renderer/src/training/${id}/${language}.md`,
    Object.keys(guides[id].claims),
  );

const shown = (text: GuideText): readonly string[] =>
  blocksOf(text).flatMap((block) => (block.kind === 'show' ? [block.experiment] : []));

describe.each(guideIds)('%s', (id) => {
  const { claims, experiments, quoted } = guides[id];
  const texts = languages.map((language) => textOf(id, language));

  test.each(languages)('states every claim, and no other: %s', (language) => {
    expect(placeholders(sourceOf(id, language))).toEqual(Object.keys(claims).toSorted());
  });

  test('every claim can be written', () => {
    for (const [name, claim] of Object.entries<Claim>(claims)) {
      expect(wordsOf(claim), name).not.toMatch(/NaN|∞/);
    }
  });

  test.each(computedOf(claims))('claims a computed number: %s', (_name, claim) => {
    expectComputed(claim);
  });

  test('both languages have the same sections, tables and experiments in the same order', () => {
    const [en, zh] = texts.map((text) => ({
      sections: text.sections.map((section) => section.id),
      shows: shown(text),
      kinds: blocksOf(text).map((block) =>
        block.kind === 'table' ? [block.head.length, block.rows.length] : block.kind,
      ),
    }));
    expect(zh).toEqual(en);
  });

  test('every experiment is offered, and can run as it is', () => {
    const all: Readonly<Record<string, GuideExperiment>> = experiments;
    const offered = id === 'curves' ? symptoms : shown(texts[0]!);
    expect([...new Set(offered)].toSorted()).toEqual(Object.keys(all).toSorted());
    for (const { runs } of Object.values(all)) {
      expect(runs.length).toBeLessThanOrEqual(8);
      expect(new Set(runs.map(({ name }) => name.en)).size).toBe(runs.length);
      for (const { config } of runs) {
        expect(parseExperimentConfig(config)).toEqual(config);
        const trainer = createTrainer({ ...config, replicates: 1 }, assets);
        trainer.advance(3, null);
        expect(trainer.step).toBeGreaterThan(0);
      }
    }
  });

  test.each(languages)('its formulas can be set: %s', (language) => {
    const inlines = blocksOf(texts[languages.indexOf(language)]!).flatMap(inlinesIn);
    for (const inline of inlines) {
      if (inline.kind === 'text') expect(inline.text).not.toMatch(/[*`$[\]{}]/);
      if (inline.kind !== 'formula') continue;
      const tex = inline.tex.replaceAll(/\{\{\w+\}\}/g, '1');
      katex.renderToString(tex, { throwOnError: true, strict: 'error' });
    }
  });

  test('both languages mark the same terms, each once', () => {
    const [en, zh] = texts.map((text) =>
      blocksOf(text)
        .flatMap(inlinesIn)
        .flatMap((inline) => (inline.kind === 'term' ? [inline.id] : [])),
    );
    expect(en!.length).toBeGreaterThan(0);
    expect(new Set(en).size).toBe(en!.length);
    expect(zh!.toSorted()).toEqual(en!.toSorted());
  });

  test.each(languages)(
    'where a number is not ours, the sentence says whose it is: %s',
    (language) => {
      const lines = sourceOf(id, language).split(/\n(?=- )|\n\s*\n/);
      for (const [name, source] of Object.entries(quoted)) {
        const stated = lines.filter((line) => line.includes(`{{${name}}}`));
        expect(stated.length).toBeGreaterThan(0);
        for (const line of stated) expect(line).toContain(`[@${source}]`);
      }
    },
  );
});

test('the advisor has a text for every situation, and the table a row for every symptom', () => {
  for (const language of languages) {
    const ids = (id: GuideId): readonly (string | null)[] =>
      textOf(id, language).sections.map((section) => section.id);
    expect(ids('schedule').filter((id) => id !== null)).toEqual(situations);
    expect(ids('curves')).toEqual(symptoms);
    for (const { blocks } of textOf('curves', language).sections) {
      expect(blocks.map((block) => block.kind === 'list' && block.items.length)).toEqual([3]);
    }
  }
});

test('a symptom leads to a lesson that explains a term of its row', () => {
  for (const { id, blocks } of textOf('curves', 'en').sections) {
    const number = explainedBy[id as (typeof symptoms)[number]];
    if (number === null) continue;
    const [folder] = Object.entries(lessons).find(([, lesson]) => lesson.number === number)!;
    const terms = blocks
      .flatMap(inlinesIn)
      .flatMap((inline) => (inline.kind === 'term' ? [inline.id] : []));
    const lesson = JSON.stringify(wordsOfLesson(folder, 'en'));
    expect(
      terms.filter((term) => lesson.includes(`"kind":"term","id":"${term}"`)),
      `${id}, lesson ${number}`,
    ).not.toEqual([]);
  }
});

test('the figures of the guides are what the core computes, and have their words', async () => {
  const figures = Object.fromEntries(figureIds.map((id) => [id, drawFigure(id, assets)]));
  await expect(`${JSON.stringify(figures, null, 2)}\n`).toMatchFileSnapshot(
    fileURLToPath(new URL('figures.json', root)),
  );
  for (const id of figureIds) {
    for (const part of ['lines', 'marks', 'ticks'] as const) {
      expect(figures[id]![part].length, `${id}, ${part}`).toBe(figureWords[id][part].length);
    }
  }
});

test('the drawings of the symptoms are what the core computes', async () => {
  const drawings = Object.fromEntries(symptoms.map((id) => [id, drawSymptom(id, assets)]));
  await expect(`${JSON.stringify(drawings, null, 2)}\n`).toMatchFileSnapshot(
    fileURLToPath(new URL('curves/drawings.json', root)),
  );
});
